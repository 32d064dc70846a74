import { Hono } from 'hono';
import { addDays, firstDayOf, lastDayOf } from '../../../domain/calendar/index.ts';
import { today } from '../../../platform/clock.ts';
import { type PersonActor, type Scope, withReadScope } from '../../../platform/database/index.ts';
import { notFound, type RequestEnvironment } from '../../../platform/http/index.ts';
import { lunarDates } from '../../../platform/lunar-dates.ts';
import { requirePerson, worksIn } from '../../people/index.ts';
import { type DueOccurrence, occurrencesBetween, organisationsOf } from '../../tasks/index.ts';
import { criterionEntries, dayMarks, inOrder, taskEntries } from '../entries.ts';
import { holidaysOf, specialDays } from '../holidays.ts';
import { CalendarPage } from '../pages/calendar-page.tsx';
import { maySeeCalendar, maySeeCriterionDue, ownsCriterion } from '../policy.ts';
import { type CalendarOfUnit, findCalendar } from '../queries.ts';
import { readCalendarAddress } from '../schema.ts';
import { type CalendarDependencies, frameOf, page } from './common.tsx';

/** Days off before the month, among which the working day before a due date may lie: more than the longest Tết. */
const DAYS_BEFORE = 31;

/** The calendar of a unit, as a month and as a list. */
export function monthRoutes(dependencies: CalendarDependencies): Hono<RequestEnvironment> {
  const { database, clock } = dependencies;
  const routes = new Hono<RequestEnvironment>();

  routes.get('/don-vi/:unit{[0-9]{5}}/lich', async (c) => {
    const actor = requirePerson(c);
    const { language } = c.var;
    const day = today(clock);
    const unitCode = c.req.param('unit');
    const works = actor.unit.code === unitCode && worksIn(actor, actor.unit.id);
    const address = readCalendarAddress(c.req.query(), day, works ? 'toi' : 'don-vi');
    const [from, to] = [firstDayOf(address.thang), lastDayOf(address.thang)];
    const wanted = { unitCode, from, to, mine: address.cua === 'toi' };
    const { calendar, occurrences } = await withReadScope(database, actor, (scope) =>
      read(scope, actor, wanted),
    );
    const { unit } = calendar;
    const days = specialDays(calendar.changes, addDays(from, -DAYS_BEFORE), to, language);
    const context = { unitCode: unit.code, today: day, holidays: holidaysOf(days), language };
    const criteria = calendar.criteria.filter(
      (one) =>
        one.dueDate >= from &&
        (wanted.mine ? ownsCriterion(actor, unit.id, one) : maySeeCriterionDue(actor, unit.id, one)),
    );
    const entries = inOrder([...taskEntries(occurrences, context), ...criterionEntries(criteria, context)]);
    return page(
      c,
      <CalendarPage
        frame={frameOf(c, actor, dependencies)}
        unit={unit}
        address={address}
        today={day}
        entries={entries}
        marks={dayMarks(from, to, days, lunarDates, language)}
        isOwnUnit={works}
      />,
    );
  });

  return routes;
}

/** @throws RequestError 404 where the actor may not know of the unit's calendar */
async function read(
  scope: Scope,
  actor: PersonActor,
  { unitCode, from, to, mine }: { unitCode: string; from: string; to: string; mine: boolean },
): Promise<{ calendar: CalendarOfUnit; occurrences: DueOccurrence[] }> {
  const calendar = await findCalendar(scope, unitCode, addDays(from, -DAYS_BEFORE), to);
  if (calendar === null || !maySeeCalendar(actor, calendar.unit.id)) throw notFound();
  const narrowed = mine ? { organisationIds: organisationsOf(actor) } : {};
  return { calendar, occurrences: await occurrencesBetween(scope, calendar.unit.id, from, to, narrowed) };
}
