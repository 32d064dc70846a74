import type { VNode } from 'preact';
import { periodName } from '../../../domain/calendar/index.ts';
import {
  addColumns,
  type ColumnSum,
  cellText,
  EMPTY_COLUMN,
  type Item,
  itemLabel,
  levelName,
  type RoundFinding,
  type StoredCell,
  sentenceOfFinding,
  sumOfColumn,
  totalOfColumn,
} from '../../../domain/collection/index.ts';
import { formatDate, type Language } from '../../../domain/text/index.ts';
import { Button } from '../../../ui/components/Button.tsx';
import { Card } from '../../../ui/components/Card.tsx';
import { EmptyState } from '../../../ui/components/EmptyState.tsx';
import { Pagination } from '../../../ui/components/Pagination.tsx';
import { Island } from '../../../ui/islands/Island.tsx';
import { type UnitAtWork, UnitWorkPage, type WorkFrame } from '../../territory/index.ts';
import { gridMessages } from '../grid-messages.ts';
import { viewOfCell } from '../islands/grid/cell-view.ts';
import type { FigureGridProps, GridRow } from '../islands/grid/props.ts';
import { words } from '../islands/grid/words.ts';
import { messages } from '../messages.ts';
import { gridPath, roundPath, roundsPath } from '../paths.ts';
import { PLACES_OF_A_PAGE } from '../queries/grid.ts';
import type { Round } from '../queries/round.ts';
import { sheetMessages } from '../sheet-messages.ts';

export interface GridPageProps {
  readonly frame: WorkFrame;
  readonly unit: UnitAtWork;
  readonly round: Round;
  readonly items: readonly Item[];
  readonly grid: FigureGridProps;
  /** Whether the person may now enter figures somewhere in the round. */
  readonly enters: boolean;
  readonly search: string;
  readonly page: number;
  readonly findings: readonly RoundFinding[];
  readonly namesOfPlaces: ReadonlyMap<string, string>;
  readonly found: number;
  readonly places: number;
}

/** All places of a round against its figures; without a script a table with the way to each sheet. */
export function GridPage(props: GridPageProps): VNode {
  const { frame, unit, round, search, page, found, places } = props;
  const { language } = frame;
  const text = gridMessages[language];
  const name = text[props.enters ? 'enter' : 'look'];
  const hrefOf = (target: number) =>
    `${gridPath(unit.code, round.id)}?${new URLSearchParams({
      ...(search === '' ? {} : { tim: search }),
      trang: String(target),
    })}`;
  return (
    <UnitWorkPage
      frame={frame}
      unit={unit}
      title={`${name}: ${round.title}`}
      crumbs={[
        { label: messages[language].title, href: roundsPath(unit.code, round.year) },
        { label: round.title, href: roundPath(unit.code, round.id) },
        { label: name },
      ]}
    >
      <h1>{round.title}</h1>
      <p class="muted">
        {periodName(round.period, language)} · {messages[language].list.columns.due}{' '}
        {formatDate(round.dueDate)}
      </p>
      {places === 0 ? (
        <EmptyState title={text.noPlaces}>{text.noPlacesHint}</EmptyState>
      ) : (
        <>
          <SearchForm {...props} />
          {found === 0 ? <p>{text.nothingFound}</p> : <GridOfPlaces {...props} />}
          <Findings {...props} />
          <Pagination
            language={language}
            current={page}
            pages={Math.ceil(found / PLACES_OF_A_PAGE)}
            hrefOf={hrefOf}
          />
        </>
      )}
    </UnitWorkPage>
  );
}

function SearchForm({ frame, unit, round, search, found, places }: GridPageProps): VNode {
  const text = gridMessages[frame.language];
  return (
    <form class="grid-search" method="get" action={gridPath(unit.code, round.id)}>
      <label for="tim">{text.search}</label>
      <input id="tim" class="input" name="tim" value={search} maxLength={100} aria-describedby="tim-cach" />
      <Button kind="plain">{text.find}</Button>
      <p class="hint" id="tim-cach">
        {text.searchHint} {text.found(found, places)}
      </p>
    </form>
  );
}

function GridOfPlaces({ frame, round, items, grid, enters }: GridPageProps): VNode {
  const { language } = frame;
  const text = gridMessages[language];
  return (
    <Island name="figure-grid" props={grid}>
      {enters && <p class="small without-script">{text.withoutScript}</p>}
      <div data-part="toolbar" class="grid-toolbar" />
      <p id="bang-so-lieu-cach-dung" class="visually-hidden">
        {words[language].help}
      </p>
      <div class="grid-and-drawer">
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard. */}
        <section class="grid-frame" aria-label={words[language].grid} tabIndex={0}>
          <table class="figure-grid">
            <caption class="visually-hidden">
              {text.caption(round.title, periodName(round.period, language))}
            </caption>
            <thead>
              <tr>
                <th scope="col">{levelName(round.level, language)}</th>
                {items.map((item) => (
                  <th key={item.key} scope="col">
                    {itemLabel(item, language)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {grid.rows.map((row) => (
                <Row key={row.sheet} row={row} items={items} language={language} />
              ))}
            </tbody>
            <tfoot>
              <tr>
                <th scope="row">{text.total}</th>
                {items.map((item) => (
                  <Total key={item.key} item={item} grid={grid} language={language} />
                ))}
              </tr>
            </tfoot>
          </table>
        </section>
        <div data-part="drawer" />
      </div>
      <div data-part="score" />
    </Island>
  );
}

/** What is striking about the places together: explained, and never in the way. */
function Findings({ frame, items, findings, namesOfPlaces }: GridPageProps): VNode | null {
  const { language } = frame;
  if (findings.length === 0) return null;
  return (
    <Card title={sheetMessages[language].findings} id="xem-lai">
      <p>{sheetMessages[language].findingsHint}</p>
      <ul>
        {findings
          .map((finding) =>
            sentenceOfFinding(finding, items, language, (place) => namesOfPlaces.get(place) ?? ''),
          )
          .map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
      </ul>
    </Card>
  );
}

const EMPTY: StoredCell = { figure: { state: 'no_data' }, comment: null, revision: 0 };

function Row(props: {
  readonly row: GridRow;
  readonly items: readonly Item[];
  readonly language: Language;
}): VNode {
  const { row, items, language } = props;
  return (
    <tr>
      <th scope="row">
        <a href={row.href}>{row.place}</a>
        {row.locked !== null && <span class="lock">{row.locked}</span>}
      </th>
      {items.map(({ key }) => {
        if (row.asked !== null && !row.asked.includes(key))
          return (
            <td key={key} class="cell not-asked">
              <div class="value">
                <span class="visually-hidden">{gridMessages[language].notAsked}</span>
              </div>
            </td>
          );
        const stored = row.cells[key] ?? EMPTY;
        const state = {
          ...stored,
          stored,
          draft: null,
          standing: 'stored',
          refused: null,
          before: null,
        } as const;
        const view = viewOfCell(state, row.locked !== null, language);
        return (
          <td key={key} class={view.look}>
            <div class="value">
              {view.text}
              {view.words !== '' && <span class="visually-hidden"> {view.words}</span>}
            </div>
          </td>
        );
      })}
    </tr>
  );
}

function Total(props: {
  readonly item: Item;
  readonly grid: FigureGridProps;
  readonly language: Language;
}): VNode {
  const { item, grid, language } = props;
  const here: ColumnSum = sumOfColumn(
    grid.rows.map(({ asked, cells }) =>
      asked === null || asked.includes(item.key) ? (cells[item.key] ?? EMPTY).figure : undefined,
    ),
  );
  const all = addColumns(here, grid.elsewhere[item.key] ?? EMPTY_COLUMN);
  return (
    <td>
      <div class="sum">
        <b>{cellText(totalOfColumn(item, all), language)}</b>
        <small>{gridMessages[language].ofPlaces(all.given, all.asked)}</small>
      </div>
    </td>
  );
}
