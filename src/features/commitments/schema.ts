import { z } from 'zod';
import { normaliseText, parseVietnameseDate } from '../../domain/text/index.ts';

export type CommitmentFault =
  | 'dateFault'
  | 'dateOutside'
  | 'signerMissing'
  | 'signerLong'
  | 'criteriaMissing'
  | 'fileEmpty';

export type CommitmentFaults = Readonly<Record<string, CommitmentFault>>;
export type Reading<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly faults: CommitmentFaults };

export interface CommitmentFields {
  readonly signedOn: string;
  readonly signedBy: string;
  readonly criteria: readonly number[];
}

const fault = (code: CommitmentFault): string => code;
const text = z.string().default('').transform(normaliseText);

const commitmentForm = (year: number, criteria: readonly number[]) =>
  z
    .object({
      ngay_ky: text,
      nguoi_ky: text.pipe(z.string().min(1, fault('signerMissing')).max(100, fault('signerLong'))),
    })
    .catchall(z.unknown())
    .transform((form, context): CommitmentFields => {
      const signedOn = parseVietnameseDate(form.ngay_ky);
      const chosen = criteria.filter((number) => form[`tieu_chi.${number}`] !== undefined);
      const refuse = (field: string, message: CommitmentFault) =>
        context.addIssue({ code: 'custom', path: [field], message });
      if (signedOn === null) refuse('ngay_ky', 'dateFault');
      // A village may sign before its year begins, never after it.
      else if (signedOn > `${year}-12-31` || signedOn < `${year - 1}-01-01`) refuse('ngay_ky', 'dateOutside');
      if (chosen.length === 0) refuse(`tieu_chi.${criteria[0]}`, 'criteriaMissing');
      return { signedOn: signedOn ?? '', signedBy: form.nguoi_ky, criteria: chosen };
    });

function read<Value>(form: z.ZodType<Value>, fields: Readonly<Record<string, string>>): Reading<Value> {
  const reading = form.safeParse(fields);
  if (reading.success) return { ok: true, value: reading.data };
  const faults: Record<string, CommitmentFault> = {};
  for (const { path, message } of reading.error.issues)
    faults[String(path[0])] ??= message as CommitmentFault;
  return { ok: false, faults };
}

type Fields = Readonly<Record<string, string>>;
/** @param criteria numbers of the criteria of the standard, of which the form has a box each */
export const readCommitment = (
  fields: Fields,
  year: number,
  criteria: readonly number[],
): Reading<CommitmentFields> => read(commitmentForm(year, criteria), fields);

export const unitCodeSchema = z.string().regex(/^\d{5}$/);
export const idSchema = z.string().regex(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
