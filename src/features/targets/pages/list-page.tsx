import type { VNode } from 'preact';
import { Button } from '../../../ui/components/Button.tsx';
import { ButtonRow } from '../../../ui/components/ButtonRow.tsx';
import { Card } from '../../../ui/components/Card.tsx';
import { EmptyState } from '../../../ui/components/EmptyState.tsx';
import { Pagination } from '../../../ui/components/Pagination.tsx';
import { Table } from '../../../ui/components/Table.tsx';
import { Tag } from '../../../ui/components/Tag.tsx';
import { type UnitAtWork, UnitWorkPage, type WorkFrame } from '../../territory/index.ts';
import type { MeasuredTarget } from '../measured-target.ts';
import { messages } from '../messages.ts';
import { newTargetPath, targetPath, targetsPath } from '../paths.ts';
import { goalInWords, reachedInWords, shownVerdict, TAG_OF_VERDICT } from '../wording.ts';

export interface TargetsPageProps {
  readonly frame: WorkFrame;
  readonly unit: UnitAtWork;
  readonly year: number;
  readonly targets: readonly MeasuredTarget[];
  readonly page: number;
  readonly pages: number;
  readonly maySet: boolean;
}

/** The targets of a year with what was reached of each. */
export function TargetsPage({ frame, unit, year, targets, page, pages, maySet }: TargetsPageProps): VNode {
  const { language } = frame;
  const words = messages[language];
  const open = targets.filter(({ target }) => target.state === 'open');
  const add = maySet && (
    <Button kind="plain" href={newTargetPath(unit.code, year)}>
      {words.add}
    </Button>
  );
  return (
    <UnitWorkPage frame={frame} unit={unit} title={words.listTitle(year)} crumbs={[{ label: words.title }]}>
      <Card>
        <h1>{words.listTitle(year)}</h1>
        <p>{words.lead}</p>
        <ButtonRow>
          {add}
          <Button kind="quiet" href={targetsPath(unit.code, year - 1)}>
            {words.previousYear}
          </Button>
          <Button kind="quiet" href={targetsPath(unit.code, year + 1)}>
            {words.nextYear}
          </Button>
        </ButtonRow>
        {targets.length === 0 ? (
          <EmptyState title={words.empty}>{words.emptyHint}</EmptyState>
        ) : (
          <>
            <p>
              {words.summary(open.filter(({ judgement }) => judgement.verdict === 'met').length, open.length)}
            </p>
            <Table
              caption={words.listTitle(year)}
              captionHidden
              columns={[
                { heading: words.columns.target },
                { heading: words.columns.goal },
                { heading: words.columns.owner },
                { heading: words.columns.reached },
                { heading: words.columns.verdict },
              ]}
              rows={targets.map((one) => [
                <a key="target" href={targetPath(unit.code, one.target.id)}>
                  {one.target.text}
                </a>,
                goalInWords(one.target, language),
                one.target.ownerName ?? words.noOwner,
                reachedInWords(one, language),
                <Tag key="verdict" kind={TAG_OF_VERDICT[shownVerdict(one)]}>
                  {words.verdicts[shownVerdict(one)]}
                </Tag>,
              ])}
            />
          </>
        )}
        <Pagination
          language={language}
          current={page}
          pages={pages}
          hrefOf={(number) => `${targetsPath(unit.code, year)}&trang=${number}`}
        />
      </Card>
    </UnitWorkPage>
  );
}
