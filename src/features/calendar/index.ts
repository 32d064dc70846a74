export { calendarPath, daysOffPath, ownFeedPath } from './paths.ts';
export { maySeeCalendar } from './policy.ts';
export type { CalendarDependencies } from './routes/common.tsx';
export { calendarRoutes } from './routes.tsx';
