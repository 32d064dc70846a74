import { prepared, type Scope, sqlBuilder } from '../../platform/database/index.ts';
import { type ProvinceType, searchUnits, type UnitType, unitQueryWords } from './units/index.ts';

/** A unit of the country's list, with the province that it lies in. */
export interface ListedUnit {
  readonly code: string;
  readonly type: UnitType;
  readonly name: string;
  readonly fullName: string;
  readonly province: {
    readonly code: string;
    readonly type: ProvinceType;
    readonly name: string;
    readonly fullName: string;
  };
}

/** So many of what the database finds are ranked; a query that finds more is still too short to mean one unit. */
const RANKED = 200;

const unitsWithProvinces = sqlBuilder
  .selectFrom('administrative_unit as u')
  .innerJoin('province as p', 'p.code', 'u.province_code')
  .select([
    'u.code',
    'u.type',
    'u.name',
    'u.full_name',
    'p.code as province_code',
    'p.type as province_type',
    'p.name as province_name',
    'p.full_name as province_full_name',
  ]);

type UnitRow = Awaited<ReturnType<typeof unitsWithProvinces.executeTakeFirstOrThrow>>;

function unitOf(row: UnitRow): ListedUnit {
  return {
    code: row.code,
    type: row.type,
    name: row.name,
    fullName: row.full_name,
    province: {
      code: row.province_code,
      type: row.province_type,
      name: row.province_name,
      fullName: row.province_full_name,
    },
  };
}

/**
 * The units that answer a typed query, best first, typed with tones or without: each word of the query begins a word
 * of the unit's full name or of its province. An empty query finds nothing.
 */
export async function findListedUnits(scope: Scope, query: string, limit: number): Promise<ListedUnit[]> {
  const words = unitQueryWords(query);
  if (words.length === 0) return [];
  // Words are letters and digits only: none of them is a wildcard of LIKE.
  let matching = unitsWithProvinces;
  for (const word of words)
    matching = matching.where((column) =>
      column.or([column('u.search_key', 'like', `${word}%`), column('u.search_key', 'like', `% ${word}%`)]),
    );
  const rows = await scope.rows(
    matching
      .orderBy((column) => column('u.search_key', 'like', `% ${words.join(' ')} %`), 'desc')
      .orderBy((column) => column('u.search_key', 'like', `% ${words.join(' ')}%`), 'desc')
      .orderBy((column) => column.fn('length', ['u.search_key']))
      .orderBy('u.code')
      .limit(RANKED),
  );
  return searchUnits(rows.map(unitOf), query, limit);
}

/** The unit of the country's list that bears this code, or null. */
export async function findListedUnit(scope: Scope, code: string): Promise<ListedUnit | null> {
  const row = await scope.first(unitsWithProvinces.where('u.code', '=', code));
  return row === undefined ? null : unitOf(row);
}

/** Every unit of the country's list in a province, by code. */
export async function findListedUnitsOfProvince(scope: Scope, provinceCode: string): Promise<ListedUnit[]> {
  const rows = await scope.rows(
    unitsWithProvinces.where('u.province_code', '=', provinceCode).orderBy('u.code'),
  );
  return rows.map(unitOf);
}

/** What works here: nothing yet, made-up units only, or at least one real unit. */
export type Occupancy = 'empty' | 'sample' | 'real';

const occupancyStatement = prepared<{ units: boolean; real: boolean }>(
  'occupancy',
  'select exists (select from unit) as units, exists (select from unit where not fictional) as real',
);

/** Asks for every unit, and therefore needs the scope of the program itself. */
export async function findOccupancy(scope: Scope): Promise<Occupancy> {
  const [row] = await scope.run(occupancyStatement, []);
  if (row === undefined || !row.units) return 'empty';
  return row.real ? 'real' : 'sample';
}
