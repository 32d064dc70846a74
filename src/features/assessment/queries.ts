import type { CriterionState } from '../../domain/cycle/index.ts';
import type { Figure, Figures } from '../../domain/scoring/index.ts';
import {
  type ActorUnit,
  type CycleId,
  type OrganisationId,
  prepared,
  type Scope,
  sqlBuilder,
  type UnitId,
} from '../../platform/database/index.ts';

export interface StoredFigure {
  readonly figure: Figure;
  readonly note: string | null;
  readonly revision: number;
}

export interface CycleCriterion {
  readonly number: number;
  readonly state: CriterionState;
  readonly dueDate: string;
  readonly organisationId: OrganisationId;
  readonly organisationName: string;
  readonly returnedReason: string | null;
}

/** A unit as the pages of its cycle need it. */
export interface CycleUnit {
  readonly id: UnitId;
  readonly code: string;
  readonly type: ActorUnit['type'];
  readonly name: string;
  readonly fullName: string;
  readonly provinceName: string;
  readonly fictional: boolean;
}

/** One cycle with all that its pages show and its score is made of; figures as text and codes become domain figures. */
export interface Cycle {
  readonly id: CycleId;
  readonly unit: CycleUnit;
  readonly year: number;
  readonly standardId: string;
  readonly standardVersion: number;
  readonly territoryClass: string;
  readonly classBasis: string;
  readonly revision: number;
  readonly criteria: readonly CycleCriterion[];
  readonly stored: Readonly<Record<string, StoredFigure>>;
  readonly figures: Figures;
  readonly previous: Figures;
  /** Whether last year's cycle exists: where it does not, its figures can be entered there. */
  readonly hasPrevious: boolean;
  readonly hasNext: boolean;
}

type FigureTuple = [
  input: string,
  state: Figure['state'],
  value: number | null,
  reason: string | null,
  note: string | null,
  revision: number,
];

interface CycleRow {
  unit_id: UnitId;
  code: string;
  type: ActorUnit['type'];
  name: string;
  full_name: string;
  fictional: boolean;
  province_name: string;
  cycle_id: CycleId | null;
  year: number;
  standard_id: string;
  standard_version: number;
  territory_class: string;
  class_basis: string;
  revision: number;
  criteria: [number, CriterionState, string, OrganisationId, string, string | null][];
  figures: FigureTuple[];
  previous: FigureTuple[] | null;
  has_previous: boolean;
  has_next: boolean;
}

const figureTuple = 'json_build_array(f.input, f.state, f.value, f.reason, f.note, f.revision)';

/** Unit, cycle, criteria, figures and last year's figures at one go: most requests of the product run just this. */
export const cycleOfYear = prepared<CycleRow>(
  'cycle_of_year',
  `select u.unit_id, u.code, u.type, u.name, u.full_name, u.fictional, p.full_name as province_name,
          c.id as cycle_id, c.year, c.standard_id, c.standard_version, c.territory_class, c.class_basis, c.revision,
          (select coalesce(json_agg(json_build_array(k.number, k.state, k.due_date, k.organisation_id, o.name, k.returned_reason)
                    order by k.number), '[]')
             from cycle_criterion k
             join organisation o on o.unit_id = k.unit_id and o.id = k.organisation_id
            where k.unit_id = c.unit_id and k.cycle_id = c.id) as criteria,
          (select coalesce(json_agg(${figureTuple}), '[]') from figure f
            where f.unit_id = c.unit_id and f.cycle_id = c.id) as figures,
          (select json_agg(${figureTuple}) from figure f
            where f.unit_id = before.unit_id and f.cycle_id = before.id) as previous,
          before.id is not null as has_previous,
          exists (select from cycle n where n.unit_id = u.unit_id and n.year = $2 + 1) as has_next
     from unit u
     join province p on p.code = u.province_code
     left join cycle c on c.unit_id = u.unit_id and c.year = $2
     left join cycle before on before.unit_id = u.unit_id and before.year = $2 - 1
    where u.code = $1 and u.level = 'commune'`,
);

/** The domain's figure of a stored one; yes/no is stored as 1 and 0 and told apart by the standard's kind of input. */
function figureOf([, state, value, reason]: FigureTuple, isYesNo: boolean): Figure {
  switch (state) {
    case 'given':
      return { state, value: isYesNo ? value === 1 : value! };
    case 'not_applicable':
      return { state, reason: reason ?? '' };
    default:
      return { state };
  }
}

/** Tells which inputs of a standard are answered by yes or no. */
export type YesNoInputs = (standardId: string, version: number) => ReadonlySet<string>;

function unitOf(row: CycleRow): CycleUnit {
  return {
    id: row.unit_id,
    code: row.code,
    type: row.type,
    name: row.name,
    fullName: row.full_name,
    provinceName: row.province_name,
    fictional: row.fictional,
  };
}

/**
 * The cycle of a unit and year; `unit` alone where the unit is in the actor's territory but the cycle is not open;
 * null where there is no such unit or the actor may not know of it.
 */
export async function findCycle(
  scope: Scope,
  unitCode: string,
  year: number,
  yesNoInputs: YesNoInputs,
): Promise<{ unit: CycleUnit; cycle: Cycle | null } | null> {
  const [row] = await scope.run(cycleOfYear, [unitCode, year]);
  if (row === undefined) return null;
  const unit = unitOf(row);
  if (row.cycle_id === null) return { unit, cycle: null };
  const yesNo = yesNoInputs(row.standard_id, row.standard_version);
  const figures: Record<string, Figure> = {};
  const stored: Record<string, StoredFigure> = {};
  for (const tuple of row.figures) {
    const figure = figureOf(tuple, yesNo.has(tuple[0]));
    figures[tuple[0]] = figure;
    stored[tuple[0]] = { figure, note: tuple[4], revision: tuple[5] };
  }
  const previous: Record<string, Figure> = {};
  for (const tuple of row.previous ?? []) previous[tuple[0]] = figureOf(tuple, yesNo.has(tuple[0]));
  return {
    unit,
    cycle: {
      id: row.cycle_id,
      unit,
      year: row.year,
      standardId: row.standard_id,
      standardVersion: row.standard_version,
      territoryClass: row.territory_class,
      classBasis: row.class_basis,
      revision: row.revision,
      criteria: row.criteria.map(
        ([number, state, dueDate, organisationId, organisationName, returnedReason]) => ({
          number,
          state,
          dueDate,
          organisationId,
          organisationName,
          returnedReason,
        }),
      ),
      stored,
      figures,
      previous,
      hasPrevious: row.has_previous,
      hasNext: row.has_next,
    },
  };
}

const lockCycleStatement = prepared(
  'lock_cycle',
  `select c.id from cycle c join unit u on u.unit_id = c.unit_id
    where u.code = $1 and c.year = $2 for no key update of c`,
);

/** Holds the cycle until the end of the transaction, so that two savings follow one another: what is read next waits. */
export function lockCycle(scope: Scope, unitCode: string, year: number): void {
  scope.send(lockCycleStatement, [unitCode, year]);
}

export interface FigureChange {
  readonly input: string;
  readonly revision: number;
  readonly fromState: string | null;
  readonly fromValue: number | null;
  readonly toState: string;
  readonly toValue: number | null;
  readonly reason: string | null;
  readonly note: string | null;
  readonly personName: string;
  readonly changedAt: Date;
}

/** How many changes one page of a figure's history holds. */
export const CHANGES_PER_PAGE = 20;

/** The history of one figure, newest first: who, when, from, to, why. */
export async function findFigureChanges(
  scope: Scope,
  cycle: Cycle,
  input: string,
  page: number,
): Promise<{ changes: FigureChange[]; more: boolean }> {
  const rows = await scope.rows(
    sqlBuilder
      .selectFrom('figure_change as h')
      .innerJoin('person as p', (join) =>
        join.onRef('p.unit_id', '=', 'h.unit_id').onRef('p.id', '=', 'h.person_id'),
      )
      .select([
        'h.input',
        'h.revision',
        'h.from_state as fromState',
        'h.from_value as fromValue',
        'h.to_state as toState',
        'h.to_value as toValue',
        'h.reason',
        'h.note',
        'p.name as personName',
        'h.changed_at as changedAt',
      ])
      .where('h.unit_id', '=', cycle.unit.id)
      .where('h.cycle_id', '=', cycle.id)
      .where('h.input', '=', input)
      .orderBy('h.revision', 'desc')
      .limit(CHANGES_PER_PAGE + 1)
      .offset((page - 1) * CHANGES_PER_PAGE),
  );
  return { changes: rows.slice(0, CHANGES_PER_PAGE), more: rows.length > CHANGES_PER_PAGE };
}

export interface LastChange {
  readonly input: string;
  readonly personName: string;
  readonly changedAt: Date;
}

export interface CriterionEvent {
  readonly kind: 'assigned' | 'handed_in' | 'accepted' | 'returned';
  readonly reason: string | null;
  readonly personName: string;
  readonly happenedAt: Date;
}

interface CriterionBackgroundRow {
  changes: [string, string, string][];
  events: [CriterionEvent['kind'], string | null, string, string][];
}

const criterionBackground = prepared<CriterionBackgroundRow>(
  'criterion_background',
  `select (select coalesce(json_agg(json_build_array(f.input, p.name, f.changed_at)), '[]')
             from figure f join person p on p.unit_id = f.unit_id and p.id = f.changed_by
            where f.unit_id = $1 and f.cycle_id = $2 and f.input = any($4)) as changes,
          (select coalesce(json_agg(json_build_array(e.kind, e.reason, e.name, e.happened_at)), '[]')
             from (select v.kind, v.reason, p.name, v.happened_at
                     from criterion_event v join person p on p.unit_id = v.unit_id and p.id = v.person_id
                    where v.unit_id = $1 and v.cycle_id = $2 and v.number = $3
                    order by v.id desc limit 20) e) as events`,
);

/** Who changed each figure of a criterion last, and what happened to the criterion (the latest twenty). */
export async function findCriterionBackground(
  scope: Scope,
  cycle: Cycle,
  number: number,
  inputs: readonly string[],
): Promise<{ lastChanges: ReadonlyMap<string, LastChange>; events: CriterionEvent[] }> {
  const [row] = await scope.run(criterionBackground, [cycle.unit.id, cycle.id, number, inputs]);
  return {
    lastChanges: new Map(
      row!.changes.map(([input, personName, at]) => [input, { input, personName, changedAt: new Date(at) }]),
    ),
    events: row!.events.map(([kind, reason, personName, at]) => ({
      kind,
      reason,
      personName,
      happenedAt: new Date(at),
    })),
  };
}

export interface CycleOfList {
  readonly year: number;
  readonly verdict: 'recognisable' | 'not_recognisable' | 'incomplete';
  readonly total: number | null;
  readonly least: number;
  readonly most: number;
  readonly threshold: number;
  readonly maximum: number;
}

/** The cycles of a unit, newest year first. Null where the actor may not know of the unit. */
export async function findCycles(
  scope: Scope,
  unitCode: string,
): Promise<{ unit: CycleUnit; territoryClass: string; classBasis: string; cycles: CycleOfList[] } | null> {
  const row = await scope.first(
    sqlBuilder
      .selectFrom('unit as u')
      .innerJoin('province as p', 'p.code', 'u.province_code')
      .select([
        'u.unit_id as id',
        'u.code',
        'u.type',
        'u.name',
        'u.full_name as fullName',
        'p.full_name as provinceName',
        'u.fictional',
        'u.territory_class as territoryClass',
        'u.class_basis as classBasis',
      ])
      .where('u.code', '=', unitCode)
      .where('u.level', '=', 'commune'),
  );
  if (row === undefined) return null;
  const { territoryClass, classBasis, ...unit } = row;
  const cycles = await scope.rows(
    sqlBuilder
      .selectFrom('cycle_summary')
      .select(['year', 'verdict', 'total', 'least', 'most', 'threshold', 'maximum'])
      .where('unit_id', '=', unit.id)
      .orderBy('year', 'desc'),
  );
  return { unit, territoryClass: territoryClass!, classBasis: classBasis!, cycles };
}

/** The organisations of a unit that can own a criterion on a date. */
export async function findOrganisations(
  scope: Scope,
  unitId: UnitId,
  date: string,
): Promise<{ id: OrganisationId; kind: string; name: string }[]> {
  return scope.rows(
    sqlBuilder
      .selectFrom('organisation')
      .select(['id', 'kind', 'name'])
      .where('unit_id', '=', unitId)
      .where('valid_from', '<=', date)
      .where((query) => query.or([query('valid_until', 'is', null), query('valid_until', '>=', date)]))
      .orderBy('name')
      .limit(100),
  );
}
