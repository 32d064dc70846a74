export { holidaysOfUnit } from './queries.ts';
export type { CalendarDependencies } from './routes/common.tsx';
export { calendarRoutes } from './routes.tsx';
