import { newId, type PersonId, prepared, type Scope, type UnitId } from '../../../platform/database/index.ts';
import type { ColumnRole } from '../rules/match-columns.ts';

const PLACE = 'place';

const matchingsOf = prepared<{ heading_key: string; item: string | null }>(
  'column_matchings',
  'select heading_key, item from column_matching where unit_id = $1 and heading_key = any ($2)',
);

/** What headings were matched with before in this unit. */
export async function rememberedRoles(
  scope: Scope,
  unit: UnitId,
  headings: readonly string[],
): Promise<ReadonlyMap<string, ColumnRole>> {
  const rows = await scope.run(matchingsOf, [unit, headings]);
  return new Map(rows.map(({ heading_key, item }) => [heading_key, roleOf(item)]));
}

function roleOf(item: string | null): ColumnRole {
  if (item === null) return 'left_out';
  return item === PLACE ? 'place' : { item };
}

const upsertMatchings = prepared<unknown>(
  'remember_column_matchings',
  `insert into column_matching (unit_id, id, heading_key, item, matched_by, matched_at)
   select $1, id, heading_key, item, $5, $6 from unnest($2::uuid[], $3::text[], $4::text[]) as m (id, heading_key, item)
   on conflict (unit_id, heading_key) do update set
     item = excluded.item, matched_by = excluded.matched_by, matched_at = excluded.matched_at`,
);

/** Remembers what headings were matched with by hand; the last word counts. */
export function rememberRoles(
  scope: Scope,
  unit: UnitId,
  roles: ReadonlyMap<string, ColumnRole>,
  person: PersonId,
  at: Date,
): void {
  const list = [...roles];
  scope.send(upsertMatchings, [
    unit,
    list.map(() => newId()),
    list.map(([key]) => key),
    list.map(([, role]) => (role === 'left_out' ? null : role === 'place' ? PLACE : role.item)),
    person,
    at,
  ]);
}
