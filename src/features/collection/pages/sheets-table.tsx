import type { VNode } from 'preact';
import { formatDate, formatNumber } from '../../../domain/text/index.ts';
import { Button } from '../../../ui/components/Button.tsx';
import { ButtonRow } from '../../../ui/components/ButtonRow.tsx';
import { EmptyState } from '../../../ui/components/EmptyState.tsx';
import { Pagination } from '../../../ui/components/Pagination.tsx';
import { Table } from '../../../ui/components/Table.tsx';
import { Tag } from '../../../ui/components/Tag.tsx';
import { messages } from '../messages.ts';
import { roundPath, sheetPath, sheetsPath } from '../paths.ts';
import { SHEETS_OF_A_PAGE, type SheetOfRound } from '../queries/round.ts';
import { FILTER_WORDS } from '../schema.ts';
import { nameOfPlace, sheetTag } from '../wording.ts';
import type { RoundPageProps } from './round-page.tsx';

/** The sheets of a round, a page at a time; who leads ticks those that are to be accepted. */
export function SheetsTable(props: RoundPageProps): VNode {
  const { frame, unit, round, list, filter, search, current } = props;
  const { language } = frame;
  const words = messages[language].round;
  const mayAccept =
    props.leads && round.state === 'open' && list.sheets.some(({ state }) => state === 'submitted');
  if (list.sheets.length === 0 && list.counts.all > 0)
    return (
      <p role="status">
        {words.noneFound} <a href={roundPath(unit.code, round.id)}>{words.showAll}</a>
      </p>
    );
  if (list.sheets.length === 0) return <EmptyState title={words.none}>{words.noneHint}</EmptyState>;
  const table = (
    <Table
      caption={words.sheets}
      captionHidden
      columns={[
        { heading: words.columns.place },
        { heading: words.columns.filled, numeric: true },
        { heading: words.columns.state },
        { heading: words.columns.submitted },
        { heading: words.columns.late, numeric: true },
      ]}
      rows={list.sheets.map((sheet) => rowOf(sheet, props, mayAccept))}
    />
  );
  return (
    <>
      {mayAccept ? (
        <form method="post" action={`${roundPath(unit.code, round.id)}/chap-nhan`}>
          {table}
          <ButtonRow>
            <Button>{words.acceptChosen}</Button>
          </ButtonRow>
        </form>
      ) : (
        table
      )}
      <Pagination
        language={language}
        current={current}
        pages={Math.max(1, Math.ceil(list.found / SHEETS_OF_A_PAGE))}
        hrefOf={(page) =>
          sheetsPath(unit.code, round.id, {
            loc: filter === null ? undefined : FILTER_WORDS[filter],
            tim: search,
            trang: page,
          })
        }
      />
    </>
  );
}

function rowOf(sheet: SheetOfRound, { frame, unit, round }: RoundPageProps, mayAccept: boolean) {
  const { language } = frame;
  const words = messages[language].round;
  const number = (count: number): string => formatNumber(count, language);
  const name = nameOfPlace(sheet);
  const tag = sheetTag(sheet.state, language);
  return [
    <div key="place" class="choice">
      {mayAccept && sheet.state === 'submitted' && (
        <input
          type="checkbox"
          name={`phieu.${sheet.id}`}
          value={String(sheet.revision)}
          aria-label={words.choose(name)}
        />
      )}
      <a href={sheetPath(unit.code, round.id, sheet.id)}>{name}</a>
    </div>,
    <span key="filled">
      {words.filled(number(sheet.filled), number(sheet.askedCount))}
      {sheet.filled >= sheet.askedCount && <span class="small muted"> {words.complete}</span>}
    </span>,
    <Tag key="state" kind={tag.kind}>
      {tag.word}
    </Tag>,
    sheet.submittedOn === null ? '–' : formatDate(sheet.submittedOn),
    sheet.daysLate === 0 ? '–' : <span class="urgent">{words.days(number(sheet.daysLate))}</span>,
  ];
}
