import { z } from 'zod';
import { normaliseText, readVietnameseDate } from '../../domain/text/index.ts';
import { MOST_SENT } from '../collection/index.ts';

export const unitCodeSchema = z.string().regex(/^\d{5}$/);
export const idSchema = z.string().regex(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
export const pageSchema = z.coerce.number().int().min(1).max(1_000).catch(1);

export type LinkFault =
  | 'villagesMissing'
  | 'villagesMany'
  | 'givenToMissing'
  | 'givenToLong'
  | 'dateFault'
  | 'dateNotInCalendar'
  | 'datePast'
  | 'dateFar';
export type LinkFaults = Readonly<Record<string, LinkFault>>;
type Fields = Readonly<Record<string, string>>;

const CHOSEN = /^thon\.(.+)$/;

/** The villages that are ticked, each box under its own name. */
export function readVillages(
  fields: Fields,
  most: number,
): { readonly villages: string[]; readonly fault: LinkFault | null } {
  const villages = Object.keys(fields).flatMap((name) => {
    const id = CHOSEN.exec(name)?.[1];
    return id !== undefined && idSchema.safeParse(id).success ? [id] : [];
  });
  const fault = villages.length === 0 ? 'villagesMissing' : villages.length > most ? 'villagesMany' : null;
  return { villages, fault };
}

const LONGEST_NAME = 100;
/** A link is good for no longer than this. */
const MOST_DAYS = 400;
const MILLISECONDS_OF_A_DAY = 86_400_000;

/**
 * The last day on which links are good.
 * @returns the moment at which that day ends in Vietnam
 */
export function readLastDay(
  text: string,
  now: Date,
): { readonly expiresAt: Date } | { readonly fault: LinkFault } {
  const reading = readVietnameseDate(normaliseText(text));
  if (!reading.ok) return { fault: reading.fault === 'not_in_calendar' ? 'dateNotInCalendar' : 'dateFault' };
  const day = reading.date;
  const expiresAt = new Date(Date.parse(`${day}T00:00:00+07:00`) + MILLISECONDS_OF_A_DAY);
  if (expiresAt <= now) return { fault: 'datePast' };
  if (expiresAt.getTime() - now.getTime() > MOST_DAYS * MILLISECONDS_OF_A_DAY) return { fault: 'dateFar' };
  return { expiresAt };
}

export function readGivenTo(text = ''): { readonly givenTo: string } | { readonly fault: LinkFault } {
  const givenTo = normaliseText(text);
  if (givenTo === '') return { fault: 'givenToMissing' };
  return givenTo.length > LONGEST_NAME ? { fault: 'givenToLong' } : { givenTo };
}

/** What a device sends: its own place, operations, which `readOperations` reads, and conflicts decided there, by their ids. */
export const sendingSchema = z.strictObject({
  place: idSchema,
  operations: z.array(z.unknown()),
  settled: z.array(idSchema).max(MOST_SENT),
});
