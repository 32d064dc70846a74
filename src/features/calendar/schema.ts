import { z } from 'zod';
import { normaliseText, parseVietnameseDate } from '../../domain/text/index.ts';
import type { DayChange } from './holidays.ts';
import type { CalendarAddress } from './paths.ts';

/** What can be wrong with a change of a day; the words are in `messages.ts`. */
export type DayFault =
  | 'dayMissing'
  | 'dayFar'
  | 'kindMissing'
  | 'nameMissing'
  | 'nameLong'
  | 'alreadyOff'
  | 'alreadyWorked';

/** Faults by the name of the field. */
export type DayFaults = Readonly<Record<string, DayFault>>;

const fault = (code: DayFault): string => code;

/** A day as a person types it; without a script it also comes as browsers write dates. */
const day = z
  .string()
  .default('')
  .transform((typed) => parseVietnameseDate(typed) ?? '')
  .pipe(
    z
      .string()
      .min(1, fault('dayMissing'))
      .refine((date) => date === '' || isNear(date), fault('dayFar')),
  );

const isNear = (date: string): boolean => '2020-01-01' <= date && date <= '2100-12-31';

const dayChange = z.object({
  ngay: day,
  loai: z.enum(['nghi', 'lam'], fault('kindMissing')),
  ten: z
    .string()
    .default('')
    .transform(normaliseText)
    .pipe(z.string().min(1, fault('nameMissing')).max(200, fault('nameLong'))),
});

/** Of the form on the page of days off. */
export function readDayChange(
  fields: Readonly<Record<string, string>>,
): { readonly ok: true; readonly change: DayChange } | { readonly ok: false; readonly faults: DayFaults } {
  const reading = dayChange.safeParse(fields);
  if (reading.success) {
    const { ngay, loai, ten } = reading.data;
    return { ok: true, change: { day: ngay, kind: loai === 'nghi' ? 'off' : 'worked', name: ten } };
  }
  const faults: Record<string, DayFault> = {};
  for (const { path, message } of reading.error.issues) faults[String(path[0])] ??= message as DayFault;
  return { ok: false, faults };
}

const SOME_YEAR = /^20\d{2}$/;
const SOME_MONTH = /^20\d{2}-(0[1-9]|1[0-2])$/;

/** The year of an address, or the one given where it names none. */
export function readYear(typed: string | undefined, otherwise: number): number {
  return typed !== undefined && SOME_YEAR.test(typed) ? Number(typed) : otherwise;
}

/**
 * How the calendar is asked for; what an address does not say, or says wrongly, is the month of today as a month.
 * @param today `YYYY-MM-DD`
 */
export function readCalendarAddress(
  query: Readonly<Record<string, string>>,
  today: string,
  whose: CalendarAddress['cua'],
): Required<CalendarAddress> {
  return {
    thang: SOME_MONTH.exec(query.thang ?? '')?.[0] ?? today.slice(0, 7),
    xem: query.xem === 'danh-sach' ? 'danh-sach' : 'thang',
    cua: query.cua === 'toi' || query.cua === 'don-vi' ? query.cua : whose,
    trang: Number(/^[1-9]\d{0,3}$/.exec(query.trang ?? '')?.[0] ?? 1),
  };
}
