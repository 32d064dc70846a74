import type { VNode } from 'preact';
import { formatInstant } from '../../../domain/text/index.ts';
import { Button } from '../../../ui/components/Button.tsx';
import { ButtonRow } from '../../../ui/components/ButtonRow.tsx';
import { Card } from '../../../ui/components/Card.tsx';
import { Columns } from '../../../ui/components/Columns.tsx';
import { EmptyState } from '../../../ui/components/EmptyState.tsx';
import { Pagination } from '../../../ui/components/Pagination.tsx';
import { Table } from '../../../ui/components/Table.tsx';
import { Tag } from '../../../ui/components/Tag.tsx';
import { type UnitAtWork, UnitWorkPage, type WorkFrame } from '../../territory/index.ts';
import { PLANS_PER_PAGE, type PlansOfYear } from '../list-queries.ts';
import { messages } from '../messages.ts';
import { planPath, plansPath, readingPath, readPlanPath, writePlanPath } from '../paths.ts';
import { numberAndDate, stateTags } from '../wording.ts';
import { Done } from './notice.tsx';

/** The plans of one year, with the ways to make another and, for the planning officer, the readings that wait. */
export function ListPage(props: {
  readonly frame: WorkFrame;
  readonly unit: UnitAtWork;
  readonly year: number;
  readonly page: number;
  readonly found: PlansOfYear;
  readonly mayPlan: boolean;
  readonly done: string | undefined;
}): VNode {
  const { frame, unit, year, found, mayPlan } = props;
  const { language } = frame;
  const words = messages[language];
  const title = words.list.title(year);
  const buttons = mayPlan && (
    <ButtonRow>
      <Button href={readPlanPath(unit.code)}>{words.list.read}</Button>
      <Button kind="plain" href={`${writePlanPath(unit.code)}?nam=${year}`}>
        {words.list.write}
      </Button>
    </ButtonRow>
  );
  const years = [...new Set([year, ...found.years.map((one) => one.year)])].sort((a, b) => b - a);
  return (
    <UnitWorkPage frame={frame} unit={unit} title={title} crumbs={[{ label: words.plans }]}>
      <Columns layout="main-aside">
        <Card>
          <h1>{title}</h1>
          <Done>{props.done}</Done>
          {found.plans.length === 0 ? (
            <EmptyState title={words.list.none} action={buttons || undefined}>
              {words.list.noneHint}
            </EmptyState>
          ) : (
            <>
              {buttons}
              <Table
                caption={words.list.caption}
                captionHidden
                columns={[
                  { heading: words.list.columns.plan },
                  { heading: words.list.columns.standing },
                  { heading: words.list.columns.state },
                  { heading: words.list.columns.number },
                ]}
                rows={found.plans.map((plan) => [
                  <a key="plan" href={planPath(unit.code, plan.id)} lang="vi">
                    {plan.title || words.list.untitled}
                  </a>,
                  words.standings[plan.standing],
                  <span key="state" class="plan-facts">
                    {stateTags(plan, language).map(({ kind, word }) => (
                      <Tag key={word} kind={kind}>
                        {word}
                      </Tag>
                    ))}
                  </span>,
                  numberAndDate(plan, language),
                ])}
              />
              <Pagination
                language={language}
                current={props.page}
                pages={Math.ceil(found.total / PLANS_PER_PAGE)}
                hrefOf={(page) => `${plansPath(unit.code, year)}&trang=${page}`}
              />
            </>
          )}
        </Card>
        <aside>
          {found.readings.length > 0 && (
            <Card title={words.list.readings} id="ban-doc">
              <ul class="plain-list">
                {found.readings.map((reading) => (
                  <li key={reading.id}>
                    <a href={readingPath(unit.code, reading.id)} lang="vi">
                      {reading.title || words.list.untitled}
                    </a>
                    <div class="small muted">
                      {words.list.readingOf(reading.year)} · {formatInstant(reading.readAt)}
                    </div>
                  </li>
                ))}
              </ul>
            </Card>
          )}
          <Card title={words.list.years} id="cac-nam">
            <ul class="plain-list">
              {years.map((one) => (
                <li key={one}>
                  <a href={plansPath(unit.code, one)} aria-current={one === year ? 'page' : undefined}>
                    {words.list.yearCount(one, found.years.find((known) => known.year === one)?.count ?? 0)}
                  </a>
                </li>
              ))}
            </ul>
          </Card>
        </aside>
      </Columns>
    </UnitWorkPage>
  );
}
