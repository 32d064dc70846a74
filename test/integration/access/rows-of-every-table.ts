import type { Ward, World } from './world.ts';

/**
 * One row for each ward in every tenant table that the year leaves empty. Each statement speaks of `$1`, the unit, and `$2`, its
 * colleague; what a row hangs on is found among the records of the year.
 */
const STATEMENTS = [
  `insert into place_change (unit_id, id, kind, happened_on, from_places, to_places, person_id, recorded_at)
   select $1, gen_random_uuid(), 'ended', '2026-01-10', array[id], '{}', $2, now() from place where unit_id = $1 limit 1`,
  `insert into collected_figure (unit_id, sheet_id, item, state, value, changed_by, changed_through, changed_at)
   select $1, id, 'children_total', 'given', 7, $2, 'grid', now()
     from collection_sheet where unit_id = $1 limit 1`,
  `insert into collected_figure_change (unit_id, sheet_id, item, revision, to_state, to_value, changed_by,
                                        changed_through, changed_at)
   select $1, sheet_id, item, 1, state, value, $2, changed_through, changed_at
     from collected_figure where unit_id = $1 limit 1`,
  `insert into collection_sheet_event (unit_id, id, sheet_id, kind, changed_by, happened_at)
   select $1, gen_random_uuid(), id, 'submitted', $2, now() from collection_sheet where unit_id = $1 limit 1`,
  `insert into place_link (unit_id, id, place_id, given_to, code_hash, code_expires_at, expires_at, created_by, created_at)
   select $1, gen_random_uuid(), id, 'Trưởng thôn', sha256(id::text::bytea), now(), now(), $2, now()
     from place where unit_id = $1 limit 1`,
  `insert into workbook_import (unit_id, id, file_id, state, progressed_at, started_by, started_at)
   select $1, gen_random_uuid(), id, 'seen', now(), $2, now() from stored_file where unit_id = $1 limit 1`,
  `insert into workbook_import_part (unit_id, id, import_id, kind, number, cells)
   select $1, gen_random_uuid(), id, 'new', 1, '[]' from workbook_import where unit_id = $1 and started_by = $2 limit 1`,
  `insert into column_matching (unit_id, id, heading_key, item, matched_by, matched_at)
   values ($1, gen_random_uuid(), 'tong so tre', 'children_total', $2, now())`,
];

const WARDS: readonly Ward[] = ['own', 'sister', 'other'];

/** Fills what the year of each ward leaves empty. @throws when a statement finds nothing that its row could hang on */
export async function givenRowsOfEveryTable({ owner, places }: World): Promise<void> {
  for (const ward of WARDS)
    for (const statement of STATEMENTS) {
      const { unit, colleague } = places[ward];
      const { rowCount } = await owner.query(statement, [unit.id, colleague.personId]);
      if (rowCount !== 1) throw new Error(`No row for ${ward}: ${statement}`);
    }
}
