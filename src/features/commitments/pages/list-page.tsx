import type { VNode } from 'preact';
import { compareVietnamese, formatDate, formatNumber } from '../../../domain/text/index.ts';
import { Button } from '../../../ui/components/Button.tsx';
import { ButtonRow } from '../../../ui/components/ButtonRow.tsx';
import { Card } from '../../../ui/components/Card.tsx';
import { EmptyState } from '../../../ui/components/EmptyState.tsx';
import { Table } from '../../../ui/components/Table.tsx';
import { Tag } from '../../../ui/components/Tag.tsx';
import { placeName, placesPath } from '../../places/index.ts';
import { type UnitAtWork, UnitWorkPage, type WorkFrame } from '../../territory/index.ts';
import { messages } from '../messages.ts';
import { commitmentPath, commitmentsPath } from '../paths.ts';
import type { Village } from '../queries.ts';

export interface CommitmentsPageProps {
  readonly frame: WorkFrame;
  readonly unit: UnitAtWork;
  readonly year: number;
  readonly villages: readonly Village[];
  /** How many criteria the standard has: who promised them all is told in two words. */
  readonly criteria: number;
  readonly mayKeepPlaces: boolean;
}

/** Which villages have promised to keep the criteria of a year, and the share of them. */
export function CommitmentsPage(props: CommitmentsPageProps): VNode {
  const { frame, unit, year } = props;
  const { language } = frame;
  const words = messages[language];
  const villages = [...props.villages].sort(
    (one, other) => compareVietnamese(one.type, other.type) || compareVietnamese(one.name, other.name),
  );
  const signed = villages.filter(({ commitment }) => commitment !== null).length;
  const percent =
    villages.length === 0 ? '0' : formatNumber(Math.round((signed / villages.length) * 1000) / 10, language);
  return (
    <UnitWorkPage frame={frame} unit={unit} title={words.listTitle(year)} crumbs={[{ label: words.title }]}>
      <Card>
        <h1>{words.listTitle(year)}</h1>
        <ButtonRow>
          <Button kind="quiet" href={commitmentsPath(unit.code, year - 1)}>
            {words.previousYear}
          </Button>
          <Button kind="quiet" href={commitmentsPath(unit.code, year + 1)}>
            {words.nextYear}
          </Button>
          {props.mayKeepPlaces && (
            <Button kind={villages.length === 0 ? 'primary' : 'quiet'} href={placesPath(unit.code)}>
              {words.keepList}
            </Button>
          )}
        </ButtonRow>
        {villages.length === 0 ? (
          <EmptyState title={words.empty}>{words.emptyHint}</EmptyState>
        ) : (
          <>
            <p>{words.share(signed, villages.length, percent)}</p>
            <Table
              caption={words.listTitle(year)}
              captionHidden
              columns={[
                { heading: words.columns.village },
                { heading: words.columns.state },
                { heading: words.columns.signer },
                { heading: words.columns.date },
                { heading: words.columns.criteria },
              ]}
              rows={villages.map(({ id, type, name, commitment }) => [
                <a key="village" href={commitmentPath(unit.code, id, year)}>
                  {placeName({ type, name })}
                </a>,
                <Tag key="state" kind={commitment === null ? 'wait' : 'go'}>
                  {commitment === null ? words.notSigned : words.signed}
                </Tag>,
                commitment?.signedBy ?? '–',
                commitment === null ? '–' : formatDate(commitment.signedOn),
                commitment === null
                  ? '–'
                  : commitment.criteria.length === props.criteria
                    ? words.all
                    : commitment.criteria.join(', '),
              ])}
            />
          </>
        )}
      </Card>
    </UnitWorkPage>
  );
}
