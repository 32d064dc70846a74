import { z } from 'zod';
import { periodsToCollect, ROUND_LEVELS, type RoundLevel } from '../../domain/collection/index.ts';
import { normaliseText, readVietnameseDate } from '../../domain/text/index.ts';
import type { ChosenProposal, RoundContent } from './commands/make-rounds.ts';
import { SHEET_FILTERS, type SheetFilter } from './queries/round.ts';

/** What can be wrong in a field; the words are in `messages.ts`. */
export type RoundFault =
  | 'titleMissing'
  | 'titleLong'
  | 'dateForm'
  | 'dateNotInCalendar'
  | 'dateYear'
  | 'dueBeforeCutOff'
  | 'itemsMissing'
  | 'taskUnknown'
  | 'reasonMissing'
  | 'reasonLong';

/** Faults by the id of the field, in the order of the form. */
export type RoundFaults = Readonly<Record<string, RoundFault>>;
export type Fields = Readonly<Record<string, string>>;
export type Reading<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly faults: RoundFaults };

const LONGEST_TITLE = 200;
const LONGEST_REASON = 1000;
const YEARS = { first: 2019, last: 2100 } as const;

const fault = (code: RoundFault): string => code;
const text = z.string().default('').transform(normaliseText);
const title = text.pipe(z.string().min(1, fault('titleMissing')).max(LONGEST_TITLE, fault('titleLong')));
const day = text.transform((typed, context) => {
  const blame = (code: RoundFault) => {
    context.addIssue({ code: 'custom', message: fault(code) });
    return z.NEVER;
  };
  const reading = readVietnameseDate(typed);
  if (!reading.ok) return blame(reading.fault === 'not_in_calendar' ? 'dateNotInCalendar' : 'dateForm');
  const year = Number(reading.date.slice(0, 4));
  return year >= YEARS.first && year <= YEARS.last ? reading.date : blame('dateYear');
});

const roundForm = z
  .object({
    tieu_de: title,
    ngay_chot: day,
    han_nop: day,
    nhiem_vu: text.pipe(z.union([z.uuid(), z.literal('')])).catch(''),
  })
  .superRefine(({ ngay_chot, han_nop }, context) => {
    if (han_nop < ngay_chot)
      context.addIssue({ code: 'custom', path: ['han_nop'], message: fault('dueBeforeCutOff') });
  });

/** The first fault of each field. */
function faultsOf(error: z.ZodError): RoundFaults {
  const faults: Record<string, RoundFault> = {};
  for (const { path, message } of error.issues) faults[String(path[0])] ??= message as RoundFault;
  return faults;
}

/** The ids that fields with a prefix name: those of `so_lieu.children_total`, ticked. */
export const tickedOf = (fields: Fields, prefix: string): string[] =>
  Object.keys(fields).flatMap((name) =>
    name.startsWith(`${prefix}.`) ? [name.slice(prefix.length + 1)] : [],
  );

/** Reads what the form of a round says of it. */
export function readRound(fields: Fields): Reading<RoundContent> {
  const items = tickedOf(fields, 'so_lieu');
  const reading = roundForm.safeParse(fields);
  const faults = {
    ...(reading.success ? {} : faultsOf(reading.error)),
    ...(items.length === 0 ? { so_lieu: 'itemsMissing' as const } : {}),
  };
  if (!reading.success || items.length === 0) return { ok: false, faults };
  const { tieu_de, ngay_chot, han_nop, nhiem_vu } = reading.data;
  return {
    ok: true,
    value: {
      title: tieu_de,
      cutOff: ngay_chot,
      dueDate: han_nop,
      items,
      taskId: nhiem_vu === '' ? null : nhiem_vu,
    },
  };
}

/** Level and period of an address or a form; null until both are chosen and possible. */
export function levelAndPeriodOf(
  { muc, ky }: Fields,
  year: number,
): { level: RoundLevel; period: string } | null {
  const level = ROUND_LEVELS.find((one) => one === muc);
  return level !== undefined && periodsToCollect(year).includes(ky ?? '') ? { level, period: ky! } : null;
}

/** The key of a proposed round in the names of its fields. */
export const proposalKey = ({ level, period }: { level: RoundLevel; period: string }): string =>
  `${level}.${period}`;

/** Reads the ticked lines of the proposals of a year, each with its title and dates. */
export function readProposals(fields: Fields, year: number): Reading<ChosenProposal[]> {
  const chosen: ChosenProposal[] = [];
  const faults: Record<string, RoundFault> = {};
  for (const level of ROUND_LEVELS)
    for (const period of periodsToCollect(year)) {
      const key = proposalKey({ level, period });
      if (fields[`tao.${key}`] === undefined) continue;
      const reading = roundForm.safeParse({
        tieu_de: fields[`tieu_de.${key}`],
        ngay_chot: fields[`ngay_chot.${key}`],
        han_nop: fields[`han_nop.${key}`],
      });
      if (reading.success) {
        const { tieu_de, ngay_chot, han_nop } = reading.data;
        chosen.push({ level, period, title: tieu_de, cutOff: ngay_chot, dueDate: han_nop });
      } else
        for (const [field, code] of Object.entries(faultsOf(reading.error))) faults[`${field}.${key}`] = code;
    }
  return Object.keys(faults).length > 0 ? { ok: false, faults } : { ok: true, value: chosen };
}

/** Why a sheet is returned. */
export function readReason(fields: Fields): Reading<string> {
  const reading = z
    .object({
      ly_do: text.pipe(z.string().min(1, fault('reasonMissing')).max(LONGEST_REASON, fault('reasonLong'))),
    })
    .safeParse(fields);
  return reading.success
    ? { ok: true, value: reading.data.ly_do }
    : { ok: false, faults: faultsOf(reading.error) };
}

/** The revision that a form was made upon; −1 where it says none, which is never stored. */
export const seenRevisionOf = (fields: Fields, name = 'lan_sua'): number =>
  Number(/^\d{1,9}$/.exec(fields[name] ?? '')?.[0] ?? -1);

export const isId = (value: string): boolean => z.uuid().safeParse(value).success;

/** How addresses name what a list of sheets is narrowed to. */
export const FILTER_WORDS: Readonly<Record<SheetFilter, string>> = {
  open: 'chua-nop',
  submitted: 'da-nop',
  returned: 'tra-lai',
  accepted: 'da-chap-nhan',
  incomplete: 'thieu-so-lieu',
  late: 'tre-han',
};

export const filterOf = (word: string | undefined): SheetFilter | null =>
  SHEET_FILTERS.find((filter) => FILTER_WORDS[filter] === word) ?? null;
