import { addDays, type Holidays } from '../../domain/calendar/index.ts';
import type { CriterionState } from '../../domain/cycle/index.ts';
import {
  type OrganisationId,
  type PersonActor,
  prepared,
  type Scope,
  sqlBuilder,
  type UnitId,
} from '../../platform/database/index.ts';
import type { UnitAtWork } from '../territory/index.ts';
import { type DayChange, holidaysOf, specialDays } from './holidays.ts';

/** When the figures of a criterion are to be handed in. */
export interface CriterionDue {
  readonly cycleId: string;
  readonly year: number;
  readonly number: number;
  readonly state: CriterionState;
  readonly dueDate: string;
  readonly organisationId: OrganisationId;
  readonly organisationName: string;
}

/** What a unit's calendar holds besides the tasks. */
export interface CalendarOfUnit {
  readonly unit: UnitAtWork;
  readonly changes: readonly DayChange[];
  readonly criteria: readonly CriterionDue[];
}

const changesBetween = `(select coalesce(json_agg(json_build_object('day', h.day, 'kind', h.kind, 'name', h.name) order by h.day), '[]')
     from holiday_change h where h.unit_id = u.unit_id and h.day between $2::date and $3::date)`;

interface CalendarRow extends UnitAtWork {
  changes: DayChange[];
  criteria: CriterionDue[];
}

const calendarOfUnit = prepared<CalendarRow>(
  'calendar_of_unit',
  `select u.unit_id as id, u.code, u.type, u.name, u.full_name as "fullName", p.full_name as "provinceName", u.fictional,
          ${changesBetween} as changes,
          (select coalesce(json_agg(json_build_object('cycleId', c.id, 'year', c.year, 'number', k.number, 'state', k.state,
                    'dueDate', k.due_date, 'organisationId', k.organisation_id, 'organisationName', o.name)
                    order by k.due_date, k.number), '[]')
             from cycle c
             join cycle_criterion k on k.unit_id = c.unit_id and k.cycle_id = c.id
             join organisation o on o.unit_id = k.unit_id and o.id = k.organisation_id
            where c.unit_id = u.unit_id and k.due_date between $2::date and $3::date) as criteria
     from unit u
     join province p on p.code = u.province_code
    where u.code = $1 and u.level = 'commune'`,
);

/**
 * The unit of an address with its changed days and the due dates of its criteria from one day to another, in one
 * statement; null where there is no such unit or the actor may not know of it.
 */
export async function findCalendar(
  scope: Scope,
  unitCode: string,
  from: string,
  to: string,
): Promise<CalendarOfUnit | null> {
  const [row] = await scope.run(calendarOfUnit, [unitCode, from, to]);
  if (row === undefined) return null;
  const { changes, criteria, ...unit } = row;
  return { unit, changes, criteria };
}

/** When the address of the person's calendar in use was made; null where there is none. */
export async function findFeed(scope: Scope, actor: PersonActor): Promise<Date | null> {
  const feed = await scope.first(
    sqlBuilder
      .selectFrom('calendar_feed')
      .where('unit_id', '=', actor.unit.id)
      .where('person_id', '=', actor.personId)
      .where('revoked_at', 'is', null)
      .select('created_at'),
  );
  return feed?.created_at ?? null;
}

/** The unit's own change of a day, if any. */
export function findDayChange(scope: Scope, unit: UnitId, day: string): Promise<DayChange | undefined> {
  return scope.first(
    sqlBuilder
      .selectFrom('holiday_change')
      .where('unit_id', '=', unit)
      .where('day', '=', day)
      .select(['day', 'kind', 'name']),
  );
}

/**
 * The days off of a unit, for counting working days from a day on.
 * @param days how many days from there are known
 */
export async function holidaysOfUnit(
  scope: Scope,
  unit: UnitId,
  from: string,
  days: number,
): Promise<Holidays> {
  const to = addDays(from, days);
  const changes = await scope.rows(
    sqlBuilder
      .selectFrom('holiday_change')
      .select(['day', 'kind', 'name'])
      .where('unit_id', '=', unit)
      .where('day', '>=', from)
      .where('day', '<=', to)
      .limit(days + 1),
  );
  return holidaysOf(specialDays(changes, from, to, 'vi'));
}
