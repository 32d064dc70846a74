import { periodName } from '../../domain/calendar/index.ts';
import { itemLabel, itemOf, type SheetState, sheetDeeds } from '../../domain/collection/index.ts';
import type { FigureState, Standard } from '../../domain/scoring/index.ts';
import { formatDate, type Language } from '../../domain/text/index.ts';
import { prepared, type Scope } from '../../platform/database/index.ts';
import type { PlaceAtDevice } from '../../platform/identity/index.ts';
import { figureOfRow, standingToSheet } from '../collection/index.ts';
import type { StandardCatalogue } from '../standards/index.ts';
import {
  EMPTY_CELL,
  type VillageFigures,
  type VillageItem,
  type VillageSheet,
} from './islands/village-figures.ts';

/** More sheets does no device get. Only where rounds are never closed does a village have more. */
const MOST_SHEETS = 24;

interface SheetRow {
  id: string;
  state: SheetState;
  returned_reason: string | null;
  revision: number;
  title: string;
  period: string;
  cut_off: string;
  due_date: string;
  standard_id: string;
  standard_version: number;
  items: string[];
  cells: CellRow[];
  previous: PreviousRow[];
}
interface CellRow {
  item: string;
  state: FigureState;
  value: number | null;
  reason: string | null;
  comment: string | null;
  revision: number;
}
type PreviousRow = Pick<CellRow, 'item' | 'state' | 'value' | 'reason'> & { period: string };

/**
 * The newest sheets of open rounds, of which accepted ones give way first: those still to be filled in, by their due dates,
 * then those that are handed in. With what is stored in them, and what the same place said for the latest earlier cut-off.
 */
const sheetsOfPlace = prepared<SheetRow>(
  'sheets_of_place',
  `with shown as (
     select s.unit_id, s.id
       from collection_sheet s
       join collection_round r on r.unit_id = s.unit_id and r.id = s.round_id
      where s.unit_id = $1 and s.place_id = $2 and r.state = 'open' and r.level = 'village'
      order by s.state = 'accepted', r.due_date desc, r.id desc
      limit ${MOST_SHEETS}
   )
   select s.id, s.state, s.returned_reason, s.revision, r.title, r.period, r.cut_off, r.due_date, r.standard_id,
          r.standard_version, coalesce(s.asked, r.items) as items,
          (select coalesce(json_agg(json_build_object('item', f.item, 'state', f.state, 'value', f.value,
                    'reason', f.reason, 'comment', f.comment, 'revision', f.revision)), '[]')
             from collected_figure f where f.unit_id = s.unit_id and f.sheet_id = s.id) as cells,
          (select coalesce(json_agg(b), '[]') from (
             select distinct on (f.item) f.item, f.state, f.value, f.reason, e.period
               from collection_sheet o
               join collection_round e on e.unit_id = o.unit_id and e.id = o.round_id and e.cut_off < r.cut_off
               join collected_figure f on f.unit_id = o.unit_id and f.sheet_id = o.id and f.item = any(r.items)
              where o.unit_id = s.unit_id and o.place_id = s.place_id and f.state <> 'no_data'
              order by f.item, e.cut_off desc
          ) b) as previous
     from shown
     join collection_sheet s on s.unit_id = shown.unit_id and s.id = shown.id
     join collection_round r on r.unit_id = s.unit_id and r.id = s.round_id
    order by s.state in ('submitted', 'accepted'), r.due_date, r.id`,
);

/** What a village at its own link is shown: nothing of any other place. */
export async function villageFigures(
  scope: Scope,
  { actor, expiresAt }: PlaceAtDevice,
  standards: StandardCatalogue,
  language: Language,
): Promise<VillageFigures> {
  const rows = await scope.run(sheetsOfPlace, [actor.unit.id, actor.placeId]);
  const standing = standingToSheet(actor, actor.unit.id, { id: actor.placeId, organisationId: null });
  return {
    place: { id: actor.placeId, name: actor.placeName },
    unitName: actor.unit.fullName,
    usableUntil: lastDay(expiresAt),
    sheets: rows.flatMap((row) => {
      const entry = standards.get(row.standard_id, row.standard_version);
      if (entry === null) return [];
      const deeds = sheetDeeds(row.state, true, standing);
      return [
        {
          ...headOf(row),
          maySave: deeds.has('save'),
          maySubmit: deeds.has('submit'),
          mayTakeBack: deeds.has('take_back'),
          items: itemsOf(row, entry.standard, language),
        },
      ];
    }),
  };

  function headOf(row: SheetRow): Omit<VillageSheet, 'items' | 'maySave' | 'maySubmit' | 'mayTakeBack'> {
    return {
      id: row.id,
      title: row.title,
      period: periodName(row.period, language),
      cutOff: formatDate(row.cut_off),
      dueDate: formatDate(row.due_date),
      state: row.state,
      returnedReason: row.returned_reason,
      revision: row.revision,
    };
  }
}

function itemsOf(row: SheetRow, standard: Standard, language: Language): VillageItem[] {
  const cells = new Map(row.cells.map((cell) => [cell.item, cell]));
  const before = new Map(row.previous.map((one) => [one.item, one]));
  return row.items.flatMap((key): VillageItem[] => {
    const item = itemOf(standard, key);
    if (item === null) return [];
    const { asked, unit, unitEn } = item.collection;
    const [cell, previous] = [cells.get(key), before.get(key)];
    return [
      {
        key,
        label: itemLabel(item, language),
        definition: item.definition.definition,
        source: item.definition.source,
        unit: language === 'vi' ? unit : unitEn,
        asked,
        cell:
          cell === undefined
            ? EMPTY_CELL
            : {
                figure: figureOfRow(cell, asked === 'yes_no'),
                comment: cell.comment,
                revision: cell.revision,
              },
        previous:
          previous === undefined
            ? null
            : {
                period: periodName(previous.period, language),
                figure: figureOfRow(previous, asked === 'yes_no'),
              },
      },
    ];
  });
}

const inVietnam = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Ho_Chi_Minh' });

/** The last whole day before a moment, dd/MM/yyyy. */
export function lastDay(end: Date): string {
  return formatDate(inVietnam.format(new Date(end.getTime() - 1)));
}
