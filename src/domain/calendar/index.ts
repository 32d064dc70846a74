export { addDays, dayOfMonth, daysBetween, type Weekday, weekdayOf } from './days.ts';
export { type DueBound, type DueDate, workingDueDate } from './due-date.ts';
export { type LunarDates, type Occurrence, occurrencesOf, type Recurrence } from './occurrences.ts';
export {
  firstDayOf,
  kindOfPeriod,
  lastDayOf,
  type PeriodKind,
  periodName,
  periodOf,
  periodsOf,
  periodsWithin,
} from './periods.ts';
export { addWorkingDays, type Holidays, isWorkingDay, lastWorkingDayBefore } from './working-days.ts';
