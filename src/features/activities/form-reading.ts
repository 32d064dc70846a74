import { z } from 'zod';
import { normaliseText, parseWholeNumber, readVietnameseDate } from '../../domain/text/index.ts';

/** The text fields of a form as typed, or what fills it anew. */
export type Fields = Readonly<Record<string, string>>;

/** What can be wrong in a box of any form. */
export type BoxFault = 'textLong' | 'dateWrong' | 'dateNotInCalendar' | 'dateYear' | 'number';

const uuid = z.uuid();
export const isId = (text: string | undefined): text is string => uuid.safeParse(text).success;

/** The years that can be asked for. */
export const FIRST_YEAR = 2019;
export const LAST_YEAR = 2100;

/** The year of a query, or the one at hand where none or none possible is named. */
export function yearOf(text: string | undefined, now: number): number {
  const year = /^\d{4}$/.test(text ?? '') ? Number(text) : now;
  return year >= FIRST_YEAR && year <= LAST_YEAR ? year : now;
}

/** The page of a query, from 1. */
export const pageOf = (text: string | undefined): number =>
  Math.max(1, Number(/^\d{1,6}$/.exec(text ?? '')?.[0] ?? 1));

const LONGEST_LINE = 300;
const LONGEST_TEXT = 4000;
const MOST_PEOPLE = 1_000_000;

/** Reads the boxes of a form one by one and keeps the first fault of each. */
export class FieldReader<Fault extends string> {
  readonly faults: Record<string, Fault | BoxFault> = {};
  private readonly fields: Fields;
  constructor(fields: Fields) {
    this.fields = fields;
  }

  blame(field: string, fault: Fault | BoxFault): null {
    this.faults[field] ??= fault;
    return null;
  }
  text(field: string, longest = LONGEST_LINE): string | null {
    const text = normaliseText(this.fields[field] ?? '');
    if (text.length > longest) return this.blame(field, 'textLong');
    return text === '' ? null : text;
  }
  longText(field: string): string | null {
    return this.text(field, LONGEST_TEXT);
  }
  date(field: string, firstYear = FIRST_YEAR): string | null {
    const text = normaliseText(this.fields[field] ?? '');
    if (text === '') return null;
    const reading = readVietnameseDate(text);
    if (!reading.ok)
      return this.blame(field, reading.fault === 'not_in_calendar' ? 'dateNotInCalendar' : 'dateWrong');
    const { date } = reading;
    const year = Number(date.slice(0, 4));
    return year < firstYear || year > LAST_YEAR ? this.blame(field, 'dateYear') : date;
  }
  count(field: string, most = MOST_PEOPLE): number | null {
    const text = normaliseText(this.fields[field] ?? '');
    if (text === '') return null;
    const number = parseWholeNumber(text);
    return number.ok && number.value <= most ? number.value : this.blame(field, 'number');
  }
  ticked(field: string): boolean {
    return this.fields[field] === 'co';
  }
  choice<Value extends string>(field: string, values: readonly Value[]): Value | null {
    return values.find((value) => value === this.fields[field]) ?? null;
  }
  id(field: string): string | null {
    const text = this.fields[field];
    return isId(text) ? text : null;
  }
}

/** The revision that was on the screen. */
export function seenRevision(fields: Fields): number {
  const revision = Number(fields.lan_sua);
  return Number.isSafeInteger(revision) && revision >= 0 ? revision : 0;
}
