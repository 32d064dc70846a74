import { render } from 'preact';
import { cellKey, cellText, itemOf } from '../../../domain/collection/index.ts';
import { NO_DATA, NOT_DUE, notApplicable } from '../../../domain/scoring/index.ts';
import { Board } from './grid/board.ts';
import { Drawer, type DrawerDeed } from './grid/drawer.tsx';
import { Grid } from './grid/grid.ts';
import { keptOf, Line, type LineState } from './grid/line.ts';
import { GridModel } from './grid/model.ts';
import type { CellDetails, FigureGridProps } from './grid/props.ts';
import { ScoreOfRound } from './grid/score-of-round.tsx';
import { Table } from './grid/table.ts';
import { Toolbar } from './grid/toolbar.tsx';
import { type ColumnTotal, Totals } from './grid/totals.ts';
import { words } from './grid/words.ts';

/** Whether the details stand open is remembered from page to page. */
const DETAILS_OPEN = 'bang-so-lieu.chi-tiet';
/** However fast somebody types, totals and score are no further behind. */
const LONGEST_BEHIND_MS = 500;

/**
 * Makes the table of values that the page shows a grid to type in. The table stays the one that the server wrote: it is
 * never rendered again, only the cells that change are painted.
 */
function begin(place: HTMLElement): void {
  const props = JSON.parse(place.dataset.props!) as FigureGridProps;
  const { language } = props;
  const items = props.items.map((key) => itemOf(props.standard, key)!);
  const model = new GridModel(() => crypto.randomUUID(), keptOf(props));
  for (const { sheet, cells } of props.rows)
    for (const [item, stored] of Object.entries(cells)) model.load(sheet, item, stored);

  const part = (name: string) => place.querySelector<HTMLElement>(`[data-part="${name}"]`)!;
  const labels = { label: words[language].grid, describedBy: 'bang-so-lieu-cach-dung' };
  const table = new Table(place.querySelector('table')!, labels, props);
  const board = new Board(props, items, table, model);
  const totals = new Totals(props, model, items);

  let isOpen = localStorage.getItem(DETAILS_OPEN) === 'mo';
  let lineState: LineState = 'works';
  let said = '';
  const stale = new Set<number>();

  const line = new Line(props, model, {
    answered(changed) {
      board.paint(changed);
      later();
    },
    others(changes, isNews) {
      for (const row of changes.rows) board.replaceRow(row, grid.edited, isNews);
      totals.replace(board.rows, changes.elsewhere);
      for (const column of items.keys()) stale.add(column);
      later();
    },
    state(state) {
      lineState = state;
      later();
    },
  });

  const grid = new Grid(board, {
    changed(keys) {
      for (const key of keys) stale.add(board.placeOf(key)!.column);
      line.changed();
      later();
    },
    moved() {
      if (isOpen) later();
    },
    say(text) {
      said = text;
      later();
    },
    details: () => openDetails(true),
  });

  function openDetails(open: boolean): void {
    isOpen = open;
    localStorage.setItem(DETAILS_OPEN, open ? 'mo' : 'dong');
    place.classList.toggle('with-drawer', open);
    beside();
    if (open) part('drawer').querySelector<HTMLElement>('button')?.focus();
    else grid.goTo(grid.selection.head);
  }

  /** What stands beside the grid waits until the key has been shown and nobody types: first the cell, then its consequences. */
  let isPlanned = false;
  function later(): void {
    if (isPlanned) return;
    isPlanned = true;
    requestAnimationFrame(() => whenIdle(beside));
  }

  function beside(): void {
    isPlanned = false;
    showTotals();
    render(
      <Toolbar
        language={language}
        counts={model.counts()}
        line={lineState}
        said={said}
        undo={board.mayEditAny() ? (way) => grid.undo(way) : undefined}
        details={() => openDetails(!isOpen)}
        isOpen={isOpen}
      />,
      part('toolbar'),
    );
    render(isOpen ? drawer() : null, part('drawer'));
  }

  function showTotals(): void {
    if (stale.size === 0) return;
    const columns = new Map<number, ColumnTotal>([...stale].map((column) => [column, totals.column(column)]));
    stale.clear();
    const { ofPlaces } = words[language];
    for (const [column, { figure, given, asked }] of columns) {
      const cell = table.totals[column]!;
      cell.querySelector('b')!.textContent = cellText(figure, language);
      cell.querySelector('small')!.textContent = ofPlaces(given, asked);
    }
    const score = totals.score(columns);
    if (score !== null)
      render(<ScoreOfRound language={language} standard={props.standard} {...score} />, part('score'));
  }

  function drawer() {
    const { head } = grid.selection;
    const name = board.nameAt(head);
    const row = board.rows[head.row]!;
    return (
      <Drawer
        language={language}
        name={cellKey(name)}
        row={row}
        item={items[head.column]!}
        cell={model.cell(name)}
        mayEdit={board.mayEdit(head)}
        load={() => detailsOf(`${props.base}/o/${name.sheet}/${encodeURIComponent(name.item)}`)}
        act={act}
      />
    );
  }

  function act(deed: DrawerDeed): void {
    if (deed.do === 'close') {
      openDetails(false);
      return;
    }
    const name = board.nameAt(grid.selection.head);
    const changed = deedOfDrawer(model, name, deed);
    board.paint(changed);
    grid.events.changed(changed);
  }

  for (const column of items.keys()) stale.add(column);
  board.paintAll();
  place.classList.add('live');
  place.classList.toggle('with-drawer', isOpen);
  beside();
}

function deedOfDrawer(
  model: GridModel,
  name: { readonly sheet: string; readonly item: string },
  deed: DrawerDeed,
): ReadonlySet<string> {
  switch (deed.do) {
    case 'comment':
      return model.setComment(name, deed.text);
    case 'not_applicable':
      return model.setFigures([name], notApplicable(deed.text.trim()));
    case 'not_due':
      return model.setFigures([name], NOT_DUE);
    case 'clear':
      return model.setFigures([name], NO_DATA);
    case 'mine':
    case 'stored':
      return model.choose(name, deed.do);
    case 'restore':
      return model.setFigures([name], model.cell(name).before ?? NO_DATA);
    default:
      return model.accept(name);
  }
}

/** Safari has no word for it. */
const whenIdle: (work: () => void) => void =
  'requestIdleCallback' in globalThis
    ? (work) => requestIdleCallback(work, { timeout: LONGEST_BEHIND_MS })
    : (work) => setTimeout(work);

async function detailsOf(address: string): Promise<CellDetails | null> {
  const answer = await fetch(address, { headers: { accept: 'application/json' } }).catch(() => null);
  return answer?.ok && !answer.redirected ? ((await answer.json()) as CellDetails) : null;
}

for (const place of document.querySelectorAll<HTMLElement>('[data-island="figure-grid"]')) begin(place);
