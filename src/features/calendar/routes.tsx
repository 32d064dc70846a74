import { Hono } from 'hono';
import type { RequestEnvironment } from '../../platform/http/index.ts';
import { monthRoutes } from './routes/calendar.tsx';
import type { CalendarDependencies } from './routes/common.tsx';
import { daysOffRoutes } from './routes/days-off.tsx';
import { feedRoutes } from './routes/feed.tsx';

/** All routes of the calendar. */
export function calendarRoutes(dependencies: CalendarDependencies): Hono<RequestEnvironment> {
  const routes = new Hono<RequestEnvironment>();
  routes.route('/', monthRoutes(dependencies));
  routes.route('/', daysOffRoutes(dependencies));
  routes.route('/', feedRoutes(dependencies));
  return routes;
}
