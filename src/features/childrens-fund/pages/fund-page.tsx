import type { VNode } from 'preact';
import { balanceOf, type FundYear, formatMoney } from '../../../domain/activity/index.ts';
import { formatDate, formatNumber } from '../../../domain/text/index.ts';
import { Button } from '../../../ui/components/Button.tsx';
import { ButtonRow } from '../../../ui/components/ButtonRow.tsx';
import { Card } from '../../../ui/components/Card.tsx';
import { EmptyState } from '../../../ui/components/EmptyState.tsx';
import { Field } from '../../../ui/components/Field.tsx';
import { Note } from '../../../ui/components/Note.tsx';
import { Pagination } from '../../../ui/components/Pagination.tsx';
import { Table } from '../../../ui/components/Table.tsx';
import { activityPath } from '../../activities/index.ts';
import { type UnitAtWork, UnitWorkPage, type WorkFrame } from '../../territory/index.ts';
import { messages } from '../messages.ts';
import {
  contributionPath,
  fundOfYearPath,
  fundPath,
  newContributionPath,
  newUsePath,
  receiptPath,
  usePath,
} from '../paths.ts';
import type { FundPage as Books, Movement } from '../queries.ts';

export interface FundPageProps {
  readonly frame: WorkFrame;
  readonly unit: UnitAtWork;
  readonly year: number;
  readonly books: Books;
  readonly mayKeep: boolean;
  readonly done?: string | undefined;
}

/** What the fund holds, and the books of the year line by line. */
export function FundPage(props: FundPageProps): VNode {
  const { frame, unit, year, books } = props;
  const { language } = frame;
  const words = messages[language];
  const record = props.mayKeep && (
    <ButtonRow>
      <Button href={newContributionPath(unit.code)}>{words.list.recordIn}</Button>
      <Button kind="plain" href={newUsePath(unit.code)}>
        {words.list.recordOut}
      </Button>
    </ButtonRow>
  );
  return (
    <UnitWorkPage
      frame={frame}
      unit={unit}
      title={words.titleOfYear(String(year))}
      crumbs={[{ label: words.titleOfYear(String(year)) }]}
    >
      <h1>{words.titleOfYear(String(year))}</h1>
      {props.done && (
        <Note kind="go" announced>
          <p>{props.done}</p>
        </Note>
      )}
      <Card>
        <SumsTable {...props} />
      </Card>
      <Card title={words.list.title} id="so-thu-chi">
        {books.total === 0 ? (
          <EmptyState title={words.list.empty(String(year))} action={record || undefined}>
            {words.list.emptyHint}
          </EmptyState>
        ) : (
          <>
            {record}
            <Table
              caption={words.list.caption}
              captionHidden
              columns={[
                { heading: words.list.columns.what },
                { heading: words.list.columns.day },
                { heading: words.list.columns.in, numeric: true },
                { heading: words.list.columns.out, numeric: true },
                { heading: words.list.columns.balance, numeric: true },
              ]}
              rows={books.movements.map((movement) => [
                <MovementText key="what" {...props} movement={movement} />,
                formatDate(movement.day),
                movement.direction === 'in' ? formatMoney(movement.amount, language) : '–',
                movement.direction === 'out' ? formatMoney(movement.amount, language) : '–',
                formatMoney(movement.balance, language),
              ])}
            />
          </>
        )}
        <Pagination
          language={language}
          current={books.page}
          pages={books.pages}
          hrefOf={(page) => fundOfYearPath(unit.code, year, page)}
        />
        <form method="get" action={fundPath(unit.code)}>
          <Field id="nam" kind="figure" label={words.list.year} value={String(year)} />
          <Button kind="plain">{words.list.show}</Button>
        </form>
      </Card>
    </UnitWorkPage>
  );
}

function SumsTable({ frame, year, books }: FundPageProps): VNode {
  const { language } = frame;
  const words = messages[language].sums;
  const row = (label: string, amountIn: (sums: FundYear) => number) => [
    label,
    formatMoney(amountIn(books.money), language),
    formatMoney(amountIn(books.goods), language),
  ];
  return (
    <Table
      caption={words.caption}
      columns={[
        { heading: words.heading },
        { heading: words.money, numeric: true },
        { heading: words.goods, numeric: true },
      ]}
      rows={[
        row(words.carriedOver(String(year - 1)), ({ carriedOver }) => carriedOver),
        row(words.received, ({ received }) => received),
        row(words.used, ({ used }) => used),
        row(words.balance, balanceOf),
        [
          words.forPurposes,
          formatMoney(books.forPurposes.money, language),
          formatMoney(books.forPurposes.goods, language),
        ],
      ]}
    />
  );
}

function MovementText({ frame, unit, mayKeep, movement }: FundPageProps & { movement: Movement }): VNode {
  const { language } = frame;
  const words = messages[language].list;
  const isIn = movement.direction === 'in';
  const facts = [
    isIn && movement.inGoods ? words.goods(movement.detail ?? '') : null,
    !isIn && movement.inGoods ? words.inGoods : null,
    isIn && !movement.toFund
      ? movement.inGoods
        ? words.forPurposeAlone
        : words.forPurpose(movement.detail ?? '')
      : null,
    movement.number === null ? null : words.number(movement.number),
    movement.children === null ? null : words.children(formatNumber(movement.children, language)),
  ].filter((fact) => fact !== null);
  return (
    <>
      {isIn ? words.contribution(movement.text) : words.use(movement.text)}
      <div class="small muted">
        {facts.join(' · ')}
        {movement.activityId !== null && (
          <>
            {facts.length > 0 && ' · '}
            <a href={activityPath(unit.code, movement.activityId)}>{movement.activityTitle}</a>
          </>
        )}
      </div>
      <div class="small">
        {isIn && <a href={receiptPath(unit.code, movement.id)}>{words.receipt}</a>}
        {mayKeep && (
          <>
            {isIn && ' · '}
            <a href={isIn ? contributionPath(unit.code, movement.id) : usePath(unit.code, movement.id)}>
              {words.change}
              <span class="visually-hidden"> {movement.text}</span>
            </a>
          </>
        )}
      </div>
    </>
  );
}
