import { join } from 'node:path';
import { itemOf, type StoredCell } from '../../src/domain/collection/index.ts';
import { compileStandard, given, type Standard } from '../../src/domain/scoring/index.ts';
import type { FigureGridProps } from '../../src/features/collection/islands/grid/props.ts';
import { GridPage } from '../../src/features/collection/pages/grid-page.tsx';
import { loadStandards } from '../../src/features/standards/index.ts';
import { projectFolder } from '../../src/platform/project-folder.ts';
import { loadAssets } from '../../src/ui/assets.ts';
import { renderPage } from '../../src/ui/page.tsx';

export const ROWS = 40;
export const COLUMNS = 30;

/** The page of the grid of a made-up ward, half filled in, with the whole standard to score by. */
export function gridPageOfBench(): string {
  const { standard } = loadStandards(join(projectFolder, 'standards')).latest('qd-06-2019')!;
  const items = columnsOf(standard);
  const assets = loadAssets(projectFolder).forPage('figure-grid');
  const cell = (row: number, column: number): [string, StoredCell][] =>
    (row + column) % 2 === 0
      ? [[items[column]!.key, { figure: given(row + column), comment: null, revision: 1 }]]
      : [];
  const grid: FigureGridProps = {
    language: 'vi',
    keptAs: 'bench',
    base: '/so-lieu',
    query: '',
    items: items.map(({ key }) => key),
    standard,
    rows: Array.from({ length: ROWS }, (_, row) => ({
      sheet: `sheet-${row}`,
      place: `Thôn ${row + 1}`,
      href: `/phieu/${row}`,
      asked: null,
      locked: null,
      cells: Object.fromEntries(items.flatMap((_item, column) => cell(row, column))),
    })),
    firstRow: 1,
    allRows: ROWS,
    elsewhere: {},
    known: '',
    cycle: {
      figures: {},
      previous: {},
      territoryClass: compileStandard(standard).byClass.keys().next().value!,
      counted: [],
      places: ROWS,
    },
  };
  const unit = {
    id: 'unit' as never,
    code: '00000',
    type: 'ward',
    name: 'Đo',
    fullName: 'Phường Đo',
    provinceName: 'Tỉnh Đo',
    fictional: true,
  } as const;
  const round = {
    unitId: unit.id,
    id: 'round',
    year: 2026,
    title: 'Số liệu 6 tháng',
    level: 'village',
    period: '2026-H1',
    cutOff: '2026-06-14',
    dueDate: '2026-06-20',
    standardId: standard.id,
    standardVersion: standard.version,
    items: grid.items,
    taskId: null,
    taskText: null,
    state: 'open',
    revision: 0,
  } as const;
  const viewer = { name: 'Người đo', unitName: 'Phường Đo', organisationName: 'Phòng đo', navigation: [] };
  return renderPage(
    <GridPage
      frame={{ language: 'vi', assets, viewer, currentPath: '/' }}
      unit={unit}
      round={round}
      items={items}
      grid={grid}
      enters
      search=""
      page={1}
      found={ROWS}
      places={ROWS}
      findings={[]}
      namesOfPlaces={new Map()}
    />,
  );
}

/** Counts first: they are what is typed and pasted. */
function columnsOf(standard: Standard) {
  const keys = Object.entries(standard.inputs).flatMap(([input, { collection }]) =>
    collection?.asked === 'count' && collection.level !== 'commune'
      ? [input, ...collection.parts.map((part) => `${input}:${part}`)]
      : [],
  );
  return keys.slice(0, COLUMNS).map((key) => itemOf(standard, key)!);
}
