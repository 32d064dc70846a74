import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { type Holidays, isWorkingDay } from '../../domain/calendar/index.ts';
import { isCalendarDate, type Language } from '../../domain/text/index.ts';
import { projectFolder } from '../../platform/project-folder.ts';

const fileSchema = z.object({
  days: z.array(
    z.strictObject({
      day: z.string().refine(isCalendarDate),
      kind: z.enum(['off', 'worked']),
      vi: z.string().min(1),
      en: z.string().min(1),
      source: z.string().min(1),
      /** Why the day is not certain yet. */
      provisional: z.string().min(1).optional(),
    }),
  ),
});

/** A public holiday or a day worked instead, as it comes with the program. */
export type KnownDay = z.infer<typeof fileSchema>['days'][number];

let ofTheProgram: readonly KnownDay[] | null = null;

/**
 * The days off that come with the program, `standards/holidays.json`, read once, in order.
 * @throws Error when the file cannot be used
 */
export function knownDays(): readonly KnownDay[] {
  ofTheProgram ??= load(join(projectFolder, 'standards', 'holidays.json'));
  return ofTheProgram;
}

function load(file: string): readonly KnownDay[] {
  const { days } = fileSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  const twice = days.find(({ day }, place) => place > 0 && day <= days[place - 1]!.day);
  if (twice) throw new Error(`Lịch nghỉ lễ ${file}: ngày ${twice.day} bị lặp hoặc không đúng thứ tự.`);
  return days;
}

/** A change that a unit has made to a day. */
export interface DayChange {
  readonly day: string;
  readonly kind: 'off' | 'worked';
  readonly name: string;
}

/** A day off or a day worked instead, as it holds in a unit. */
export interface SpecialDay {
  readonly day: string;
  readonly kind: 'off' | 'worked';
  readonly name: string;
  /** What the day rests on; null where the unit has said so itself. */
  readonly source: string | null;
  /** Why a day of the program is not certain yet. */
  readonly provisional: string | null;
  /** The name of the day of the program that the unit's own stands in for. */
  readonly replaces: string | null;
}

/** The days of the program from one day to another, with the unit's changes over them, in order. */
export function specialDays(
  changes: readonly DayChange[],
  from: string,
  to: string,
  language: Language,
): readonly SpecialDay[] {
  const days = new Map<string, SpecialDay>();
  for (const { day, kind, source, provisional, ...names } of knownDays()) {
    days.set(day, {
      day,
      kind,
      name: names[language],
      source,
      provisional: provisional ?? null,
      replaces: null,
    });
  }
  for (const { day, kind, name } of changes) {
    const replaces = days.get(day)?.name ?? null;
    days.set(day, { day, kind, name, source: null, provisional: null, replaces });
  }
  return [...days.values()]
    .filter(({ day }) => from <= day && day <= to)
    .sort((a, b) => (a.day < b.day ? -1 : 1));
}

/** Days off of a unit, for counting working days. */
export function holidaysOf(days: readonly SpecialDay[]): Holidays {
  const named = (kind: SpecialDay['kind']) =>
    new Map(days.filter((one) => one.kind === kind).map(({ day, name }) => [day, name]));
  return { off: named('off'), worked: named('worked') };
}

/** Whether saying so would change anything: a Sunday need not be made a day off. */
export function changesTheDay(day: string, kind: DayChange['kind']): boolean {
  return isWorkingDay(day, holidaysOf(specialDays([], day, day, 'vi'))) === (kind === 'off');
}
