import { z } from 'zod';
import type { TargetOperator } from '../../domain/plan/index.ts';
import { normaliseText, parseDecimal } from '../../domain/text/index.ts';
import type { OrganisationId } from '../../platform/database/index.ts';
import type { MeasuredBy } from './queries.ts';

export const OPERATORS = [
  '>=',
  '=',
  '<=',
  '<',
  'maintain',
  'reduce',
  'increase',
] as const satisfies readonly TargetOperator[];

/** What can be wrong in a field; the words are in `messages.ts`. */
export type TargetFault =
  | 'textMissing'
  | 'textLong'
  | 'operatorUnknown'
  | 'numberFault'
  | 'numberNegative'
  | 'criteriaFault'
  | 'unitLong'
  | 'valueMissing'
  | 'wholeSmaller'
  | 'periodUnknown'
  | 'reasonMissing'
  | 'noteLong';

export type TargetFaults = Readonly<Record<string, TargetFault>>;

export type Reading<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly faults: TargetFaults };

export interface TargetFields {
  readonly text: string;
  readonly operator: TargetOperator;
  readonly value: number | null;
  readonly of: number | null;
  readonly unit: string | null;
  readonly baseline: number | null;
  readonly ownerId: OrganisationId | null;
  readonly criteria: readonly number[];
  readonly measuredBy: MeasuredBy;
  readonly measure: string | null;
}

export interface ValueFields {
  readonly period: string;
  readonly value: number;
  readonly whole: number | null;
  readonly note: string | null;
}

const LARGEST = 1e11;
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

const text = z.string().default('').transform(normaliseText);
const optional = (longest: number, fault: TargetFault) =>
  text.pipe(z.string().max(longest, fault)).transform((typed) => typed || null);

/** A number that is not negative, with a comma or a point; an empty box is none. */
const decimal = text.transform((typed, context): number | null => {
  if (typed === '') return null;
  const read = parseDecimal(typed);
  const value = read.ok ? Number(read.value.text) : Number.NaN;
  const fault: TargetFault | null =
    !read.ok || value > LARGEST ? 'numberFault' : value < 0 ? 'numberNegative' : null;
  if (fault === null) return value;
  context.addIssue({ code: 'custom', message: fault });
  return z.NEVER;
});

/** "3, 4" and "3 và 4" alike. */
const criteria = text.transform((typed, context): number[] => {
  const numbers = typed === '' ? [] : typed.split(/\s*(?:,|;|và|\s)\s*/u).map(Number);
  if (numbers.every((number) => Number.isInteger(number) && number >= 1 && number <= 99))
    return [...new Set(numbers)].sort((one, other) => one - other);
  context.addIssue({ code: 'custom', message: 'criteriaFault' satisfies TargetFault });
  return z.NEVER;
});

const targetForm = z
  .object({
    noi_dung: text.pipe(
      z
        .string()
        .min(1, 'textMissing' satisfies TargetFault)
        .max(2000, 'textLong' satisfies TargetFault),
    ),
    muc: z.enum(OPERATORS, 'operatorUnknown' satisfies TargetFault),
    gia_tri: decimal,
    tren_tong: decimal,
    don_vi_tinh: optional(40, 'unitLong'),
    nam_truoc: decimal,
    to_chuc: text,
    tieu_chi: criteria,
    do_bang: text,
  })
  .transform((form): TargetFields => {
    const [measuredBy, measure] = form.do_bang.split(':', 2);
    const measured = (measuredBy === 'indicator' || measuredBy === 'input') && measure;
    return {
      text: form.noi_dung,
      operator: form.muc,
      value: form.gia_tri,
      of: form.tren_tong,
      unit: form.don_vi_tinh,
      baseline: form.nam_truoc,
      ownerId: uuid.test(form.to_chuc) ? (form.to_chuc as OrganisationId) : null,
      criteria: form.tieu_chi,
      measuredBy: measured ? measuredBy : 'own',
      measure: measured ? measure : null,
    };
  });

const valueForm = z
  .object({
    ky: text.pipe(
      z.string().regex(/^\d{4}(-(H[12]|Q[1-4]|0[1-9]|1[0-2]))?$/, 'periodUnknown' satisfies TargetFault),
    ),
    so_lieu: decimal,
    tong_so: decimal,
    ghi_chu: optional(500, 'noteLong'),
  })
  .superRefine(({ so_lieu, tong_so }, context) => {
    const fault = (field: string, message: TargetFault) =>
      context.addIssue({ code: 'custom', path: [field], message });
    if (so_lieu === null) fault('so_lieu', 'valueMissing');
    else if (tong_so !== null && tong_so < so_lieu) fault('tong_so', 'wholeSmaller');
  })
  .transform(
    ({ ky, so_lieu, tong_so, ghi_chu }): ValueFields => ({
      period: ky,
      value: so_lieu ?? 0,
      whole: tong_so,
      note: ghi_chu,
    }),
  );

const closeForm = z
  .object({
    ly_do: text.pipe(
      z
        .string()
        .min(1, 'reasonMissing' satisfies TargetFault)
        .max(500, 'noteLong' satisfies TargetFault),
    ),
  })
  .transform(({ ly_do }) => ly_do);

function read<Value>(form: z.ZodType<Value>, fields: Readonly<Record<string, string>>): Reading<Value> {
  const reading = form.safeParse(fields);
  if (reading.success) return { ok: true, value: reading.data };
  const faults: Record<string, TargetFault> = {};
  for (const { path, message } of reading.error.issues) faults[String(path[0])] ??= message as TargetFault;
  return { ok: false, faults };
}

type Fields = Readonly<Record<string, string>>;
export const readTarget = (fields: Fields): Reading<TargetFields> => read(targetForm, fields);
export const readValue = (fields: Fields): Reading<ValueFields> => read(valueForm, fields);
export const readReason = (fields: Fields): Reading<string> => read(closeForm, fields);

/** `/don-vi/:unit/chi-tieu…`: unit and, where the route has one, the target. */
export const unitCodeSchema = z.string().regex(/^\d{5}$/);
export const idSchema = z.string().regex(uuid);
