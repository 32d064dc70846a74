import type { VNode } from 'preact';
import { periodName } from '../../../domain/calendar/index.ts';
import { levelName } from '../../../domain/collection/index.ts';
import { formatDate, formatNumber, type Language } from '../../../domain/text/index.ts';
import { Button } from '../../../ui/components/Button.tsx';
import { ButtonRow } from '../../../ui/components/ButtonRow.tsx';
import { Card } from '../../../ui/components/Card.tsx';
import { EmptyState } from '../../../ui/components/EmptyState.tsx';
import { Note } from '../../../ui/components/Note.tsx';
import { Table } from '../../../ui/components/Table.tsx';
import { Tag } from '../../../ui/components/Tag.tsx';
import { UnitWorkPage } from '../../territory/index.ts';
import { messages } from '../messages.ts';
import {
  newRoundPath,
  proposedRoundsPath,
  rollUpPath,
  roundPath,
  roundsPath,
  villageLinksPath,
} from '../paths.ts';
import type { ListedRound } from '../queries/rounds.ts';
import { rollUpMessages } from '../roll-up-messages.ts';
import type { CollectionFrame } from './frame.tsx';

export interface RoundsPageProps extends CollectionFrame {
  readonly rounds: readonly ListedRound[];
  readonly leads: boolean;
  readonly seesRollUp: boolean;
  readonly done?: string | undefined;
}

/** The rounds of a year, and how far each is. */
export function RoundsPage({ frame, unit, year, rounds, leads, seesRollUp, done }: RoundsPageProps): VNode {
  const { language } = frame;
  const words = messages[language];
  const { columns } = words.list;
  const title = words.list.title(year);
  const deeds = leads && (
    <>
      <Button href={newRoundPath(unit.code, year)}>{words.list.add}</Button>
      <Button kind="plain" href={proposedRoundsPath(unit.code, year)}>
        {words.list.propose}
      </Button>
      <Button kind="plain" href={villageLinksPath(unit.code)}>
        {words.list.villageLinks}
      </Button>
    </>
  );
  return (
    <UnitWorkPage frame={frame} unit={unit} title={title} crumbs={[{ label: words.title }]}>
      {done !== undefined && (
        <Note kind="go" announced>
          <p>{done}</p>
        </Note>
      )}
      <Card>
        <h1>{title}</h1>
        <ButtonRow>
          {rounds.length > 0 && deeds}
          <Button kind="quiet" href={roundsPath(unit.code, year - 1)}>
            {words.list.previousYear}
          </Button>
          <Button kind="quiet" href={roundsPath(unit.code, year + 1)}>
            {words.list.nextYear}
          </Button>
        </ButtonRow>
        {rounds.length > 0 && seesRollUp && (
          <p>
            <a href={rollUpPath(unit.code, year)}>{rollUpMessages[language].title(String(year))}</a>
          </p>
        )}
        {rounds.length === 0 ? (
          <EmptyState title={words.list.empty(year)} action={deeds}>
            {words.list.emptyHint}
          </EmptyState>
        ) : (
          <Table
            caption={title}
            captionHidden
            columns={[
              { heading: columns.round },
              { heading: columns.period },
              { heading: columns.cutOff },
              { heading: columns.due },
              { heading: columns.progress },
              { heading: columns.state },
            ]}
            rows={rounds.map((round) => [
              <div key="round">
                <a href={roundPath(unit.code, round.id)}>{round.title}</a>
                <div class="small muted">
                  {levelName(round.level, language)} · {words.list.items(formatNumber(round.items, language))}
                </div>
              </div>,
              periodName(round.period, language),
              formatDate(round.cutOff),
              formatDate(round.dueDate),
              <Progress key="progress" round={round} language={language} />,
              <Tag key="state" kind={round.state === 'open' ? 'info' : 'plain'}>
                {words.roundStates[round.state]}
              </Tag>,
            ])}
          />
        )}
      </Card>
    </UnitWorkPage>
  );
}

/** Three numbers that mean different things: all figures in, handed in, accepted. */
function Progress({ round, language }: { round: ListedRound; language: Language }): VNode {
  const words = messages[language].list;
  const number = (count: number): string => formatNumber(count, language);
  if (round.sheets === 0) return <span class="muted">{words.noSheets}</span>;
  const sheets = number(round.sheets);
  return (
    <div>
      <div>{words.complete(number(round.complete), sheets)}</div>
      <div>{words.submitted(number(round.submitted), sheets)}</div>
      <div>{words.accepted(number(round.accepted), sheets)}</div>
      {round.late > 0 && <div class="urgent">{words.late(number(round.late))}</div>}
    </div>
  );
}
