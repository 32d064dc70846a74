import { Hono } from 'hono';
import { isCalendarDate } from '../../../domain/text/index.ts';
import { today } from '../../../platform/clock.ts';
import { type PersonActor, withReadScope } from '../../../platform/database/index.ts';
import {
  formFields,
  notAllowed,
  notFound,
  type RequestContext,
  type RequestEnvironment,
} from '../../../platform/http/index.ts';
import { requirePerson } from '../../people/index.ts';
import { changeDayOff, removeDayChange } from '../commands/change-day-off.ts';
import { specialDays } from '../holidays.ts';
import { DaysOffPage, type TypedDay } from '../pages/days-off-page.tsx';
import { daysOffPath } from '../paths.ts';
import { mayChangeDaysOff, maySeeCalendar } from '../policy.ts';
import { findCalendar } from '../queries.ts';
import { type DayFaults, readDayChange, readYear } from '../schema.ts';
import { type CalendarDependencies, frameOf, page } from './common.tsx';

const DAYS_OFF = '/don-vi/:unit{[0-9]{5}}/ngay-nghi';

/** What an address says was done. */
const notices: Readonly<Record<string, 'saved' | 'removed'>> = { luu: 'saved', bo: 'removed' };

/** The days off of a unit. */
export function daysOffRoutes(dependencies: CalendarDependencies): Hono<RequestEnvironment> {
  const { database, clock } = dependencies;
  const routes = new Hono<RequestEnvironment>();
  const yearOf = (c: RequestContext) => readYear(c.req.query('nam'), Number(today(clock).slice(0, 4)));

  async function daysOffPage(
    c: RequestContext,
    actor: PersonActor,
    form: { readonly typed: TypedDay; readonly faults: DayFaults },
    status: 200 | 422,
  ) {
    const year = yearOf(c);
    const [from, to] = [`${year}-01-01`, `${year}-12-31`];
    const found = await withReadScope(database, actor, (scope) =>
      findCalendar(scope, c.req.param('unit') ?? '', from, to),
    );
    if (found === null || !maySeeCalendar(actor, found.unit.id)) throw notFound();
    const mayChange = mayChangeDaysOff(actor, found.unit.id);
    if (status === 422 && !mayChange) throw notAllowed('calendar.may-not-change-days-off');
    return page(
      c,
      <DaysOffPage
        frame={frameOf(c, actor, dependencies, daysOffPath(found.unit.code, year))}
        unit={found.unit}
        year={year}
        days={specialDays(found.changes, from, to, c.var.language)}
        mayChange={mayChange}
        notice={notices[c.req.query('da') ?? '']}
        {...form}
      />,
      status,
    );
  }

  routes.get(DAYS_OFF, (c) => daysOffPage(c, requirePerson(c), { typed: {}, faults: {} }, 200));

  routes.post(DAYS_OFF, async (c) => {
    const actor = requirePerson(c);
    const typed = await formFields(c);
    const reading = readDayChange(typed);
    if (!reading.ok) return daysOffPage(c, actor, { typed, faults: reading.faults }, 422);
    const { change } = reading;
    const changed = await changeDayOff(dependencies, actor, c.req.param('unit'), change);
    if (!changed.ok) return daysOffPage(c, actor, { typed, faults: { ngay: changed.fault } }, 422);
    return c.redirect(`${daysOffPath(c.req.param('unit'), Number(change.day.slice(0, 4)))}&da=luu`, 303);
  });

  routes.post(`${DAYS_OFF}/:day/bo`, async (c) => {
    const actor = requirePerson(c);
    const day = c.req.param('day');
    if (!isCalendarDate(day)) throw notFound();
    await removeDayChange(dependencies, actor, c.req.param('unit'), day);
    return c.redirect(`${daysOffPath(c.req.param('unit'), Number(day.slice(0, 4)))}&da=bo`, 303);
  });

  return routes;
}
