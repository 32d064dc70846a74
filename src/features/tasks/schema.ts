import { z } from 'zod';
import type { DueBound, Recurrence } from '../../domain/calendar/index.ts';
import { DUE_BOUNDS, RECURRENCES } from '../../domain/task/index.ts';
import { normaliseText, parseVietnameseDate } from '../../domain/text/index.ts';
import type { OrganisationId } from '../../platform/database/index.ts';

/** What can be wrong in a field; the words are in `messages.ts`. */
export type FieldFault =
  | 'textMissing'
  | 'noteMissing'
  | 'reasonMissing'
  | 'leadMissing'
  | 'criteriaForm'
  | 'dateForm'
  | 'dateMissing'
  | 'dateFuture'
  | 'dayTaken'
  | 'partsMissing'
  | 'partTextMissing'
  | 'organisationMissing'
  | 'answerMissing'
  | 'escalatedToMissing'
  | 'findingMissing'
  | 'outcomeMissing'
  | 'followUpBefore';

/** Faults by the id of the field, in the order of the form. */
export type FieldFaults = Readonly<Record<string, FieldFault>>;
export type FormReading<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly faults: FieldFaults };
export type Fields = Readonly<Record<string, string>>;

const LONGEST_TEXT = 4000;
const LONGEST_REASON = 1000;
export const LONGEST = { text: LONGEST_TEXT, reason: LONGEST_REASON } as const;

/** Reads the fields of a form; of each field the first fault counts. */
function readForm<Value>(form: z.ZodType<Value>, fields: Fields): FormReading<Value> {
  const reading = form.safeParse(fields);
  if (reading.success) return { ok: true, value: reading.data };
  const faults: Record<string, FieldFault> = {};
  for (const { path, message } of reading.error.issues) faults[String(path[0])] ??= message as FieldFault;
  return { ok: false, faults };
}

const fault = (code: FieldFault): string => code;
/** Lines stay lines: only what is in them is made NFC and tidy. */
const lines = z
  .string()
  .default('')
  .transform((typed) => typed.split(/\r?\n/).map(normaliseText).join('\n').trim());
const text = z.string().default('').transform(normaliseText);
const needed = (code: FieldFault, longest = LONGEST_REASON) =>
  lines.transform((typed) => typed.slice(0, longest)).pipe(z.string().min(1, fault(code)));
const organisation = (code: FieldFault) =>
  text.pipe(z.uuid(fault(code))).transform((id) => id as OrganisationId);
/** A day, or null where nothing was typed. */
const dayOrNothing = text.transform((typed, context) => {
  if (typed === '') return null;
  const date = parseVietnameseDate(typed);
  if (date === null) context.addIssue({ code: 'custom', message: fault('dateForm') });
  return date;
});
const day = dayOrNothing.transform((date, context) => {
  if (date === null) context.addIssue({ code: 'custom', message: fault('dateMissing') });
  return date ?? '';
});

export const unitCode = z.string().regex(/^\d{5}$/);
export const id = z.uuid();
export const yearNumber = z.coerce.number().int().min(2010).max(2100);

/** What the address of the list says; what cannot be read counts as not said. */
export const listQuery = z.object({
  nam: yearNumber.optional().catch(undefined),
  to_chuc: z
    .union([z.literal('toi'), z.uuid()])
    .optional()
    .catch(undefined),
  vai: z.enum(['chu_tri', 'phoi_hop']).optional().catch(undefined),
  trang_thai: z
    .enum([
      'dang_lam',
      'qua_han',
      'tra_lai',
      'cho_duyet',
      'sap_den_han',
      'con_han',
      'khong_han',
      'hoan_thanh',
      'da_dong',
    ])
    .optional()
    .catch(undefined),
  tieu_chi: z.coerce.number().int().min(1).max(99).optional().catch(undefined),
  tim: z
    .string()
    .transform((typed) => normaliseText(typed).slice(0, 100))
    .catch(''),
  trang: z.coerce.number().int().min(1).max(10_000).catch(1),
});
export type ListQuery = z.infer<typeof listQuery>;

/** The state that a word of the address stands for. */
export const stateOfWord = {
  dang_lam: 'open',
  qua_han: 'late',
  tra_lai: 'returned',
  cho_duyet: 'reported',
  sap_den_han: 'due_soon',
  con_han: 'later',
  khong_han: 'undated',
  hoan_thanh: 'done',
  da_dong: 'closed',
} as const satisfies Record<NonNullable<ListQuery['trang_thai']>, string>;

/** The revision that the person saw; 0 of one who sent none. */
export function seenRevision(fields: Fields): number {
  return Number(/^\d{1,9}$/.exec(fields.lan_sua ?? '')?.[0] ?? 0);
}

/** The ids that a form ticked: fields `<name>.<id>`. */
function ticked<Id extends string>(fields: Fields, name: string): Id[] {
  return Object.keys(fields).flatMap((field) => {
    const ticked = field.startsWith(`${name}.`) ? field.slice(name.length + 1) : '';
    return id.safeParse(ticked).success ? [ticked as Id] : [];
  });
}

/** "3, 5 và 10" → [3, 5, 10]; null where it is none of this. */
function criteriaOf(typed: string): number[] | null {
  const parts = typed.split(/[\s,;]+|và/).filter((part) => part !== '');
  const numbers = parts.map(Number);
  const right = numbers.every((number) => Number.isInteger(number) && number >= 1 && number <= 99);
  return right ? [...new Set(numbers)].sort((a, b) => a - b) : null;
}

const form = z.enum(['order', 'request']).catch('order');
const bound = z.enum(DUE_BOUNDS).nullable().catch(null);

const newTask = z
  .object({
    noi_dung: needed('textMissing', LONGEST_TEXT),
    hinh_thuc: form,
    chu_tri: organisation('leadMissing'),
    tieu_chi: text.transform((typed, context) => {
      const criteria = criteriaOf(typed);
      if (criteria === null) context.addIssue({ code: 'custom', message: fault('criteriaForm') });
      return criteria ?? [];
    }),
    dinh_ky: z.enum(RECURRENCES).catch('once'),
    han: dayOrNothing,
    loai_han: z.enum(DUE_BOUNDS).catch('before'),
  })
  .transform((fields) => ({
    text: fields.noi_dung,
    form: fields.hinh_thuc,
    leadId: fields.chu_tri,
    criteria: fields.tieu_chi,
    recurrence: fields.dinh_ky as Recurrence,
    due: fields.han === null ? null : { date: fields.han, bound: fields.loai_han as DueBound },
  }));

/** The form of a new task. */
export function readNewTask(fields: Fields) {
  const reading = readForm(newTask, fields);
  if (!reading.ok) return reading;
  const partnerIds = ticked<OrganisationId>(fields, 'phoi_hop');
  return {
    ok: true as const,
    value: { ...reading.value, partnerIds, targetIds: ticked(fields, 'chi_tieu') },
  };
}

const reassignment = z
  .object({ chu_tri: organisation('leadMissing'), hinh_thuc: form, ly_do: needed('reasonMissing') })
  .transform((fields) => ({ leadId: fields.chu_tri, form: fields.hinh_thuc, reason: fields.ly_do }));

/** Who is to do it from now on, and why. */
export function readReassignment(fields: Fields) {
  const reading = readForm(reassignment, fields);
  if (!reading.ok) return reading;
  return {
    ok: true as const,
    value: { ...reading.value, partnerIds: ticked<OrganisationId>(fields, 'phoi_hop') },
  };
}

const reason = z.object({ ly_do: needed('reasonMissing') }).transform((fields) => fields.ly_do);
export const readReason = (fields: Fields) => readForm(reason, fields);

const note = z
  .object({ noi_dung: needed('noteMissing', LONGEST_TEXT) })
  .transform((fields) => fields.noi_dung);
export const readNote = (fields: Fields) => readForm(note, fields);

/** A day on which something happened, and what was done. */
export function readEvent(fields: Fields, today: string): FormReading<{ day: string; text: string }> {
  const form = z
    .object({
      ngay: day.refine((date) => date <= today, fault('dateFuture')),
      noi_dung: needed('noteMissing', LONGEST_TEXT),
    })
    .transform((read) => ({ day: read.ngay, text: read.noi_dung }));
  return readForm(form, fields);
}

/** New due dates: fields `han.<occurrence>`, the bound and the reason. */
export function readDueDates(fields: Fields): FormReading<{
  bound: DueBound | null;
  dueDates: ReadonlyMap<string, string | null>;
  reason: string;
}> {
  const dueDates = new Map<string, string | null>();
  const faults: Record<string, FieldFault> = {};
  for (const [name, typed] of Object.entries(fields)) {
    const occurrence = /^han\.([0-9a-f-]{36})$/.exec(name)?.[1];
    if (occurrence === undefined) continue;
    const date = parseVietnameseDate(typed);
    if (date === null && normaliseText(typed) !== '') faults[name] = 'dateForm';
    dueDates.set(occurrence, date);
  }
  const rest = readForm(z.object({ loai_han: bound, ly_do: needed('reasonMissing') }), fields);
  if (!rest.ok || Object.keys(faults).length > 0)
    return { ok: false, faults: { ...faults, ...(rest.ok ? {} : rest.faults) } };
  return { ok: true, value: { bound: rest.value.loai_han, dueDates, reason: rest.value.ly_do } };
}

/** So many parts a form of splitting offers. */
export const PARTS_OF_A_FORM = 4;

/** The parts of a task: `to_chuc_<n>` and `noi_dung_<n>`; rows left empty are left out. */
export function readParts(
  fields: Fields,
): FormReading<{ parts: { leadId: OrganisationId; text: string }[]; reason: string }> {
  const parts: { leadId: OrganisationId; text: string }[] = [];
  const faults: Record<string, FieldFault> = {};
  for (let number = 1; number <= PARTS_OF_A_FORM; number++) {
    const lead = fields[`to_chuc_${number}`] ?? '';
    const typed = lines.parse(fields[`noi_dung_${number}`]).slice(0, LONGEST_TEXT);
    if (lead === '') continue;
    if (!id.safeParse(lead).success) faults[`to_chuc_${number}`] = 'organisationMissing';
    else if (typed === '') faults[`noi_dung_${number}`] = 'partTextMissing';
    else parts.push({ leadId: lead as OrganisationId, text: typed });
  }
  if (Object.keys(faults).length === 0 && parts.length < 2) faults.to_chuc_1 = 'partsMissing';
  const why = readReason(fields);
  if (!why.ok || Object.keys(faults).length > 0)
    return { ok: false, faults: { ...faults, ...(why.ok ? {} : why.faults) } };
  return { ok: true, value: { parts, reason: why.value } };
}

const difficulty = z
  .object({ to_chuc: organisation('organisationMissing'), noi_dung: needed('noteMissing', LONGEST_TEXT) })
  .transform((fields) => ({ organisationId: fields.to_chuc, text: fields.noi_dung }));
export const readDifficulty = (fields: Fields) => readForm(difficulty, fields);

const settlement = z
  .object({
    cach: z.enum(['tra_loi', 'chuyen']).catch('tra_loi'),
    tra_loi: needed('answerMissing', LONGEST_TEXT),
    noi_nhan: text,
  })
  .transform((fields, context) => {
    if (fields.cach === 'chuyen' && fields.noi_nhan === '')
      context.addIssue({ code: 'custom', path: ['noi_nhan'], message: fault('escalatedToMissing') });
    return {
      answer: fields.tra_loi,
      escalatedTo: fields.cach === 'chuyen' ? fields.noi_nhan.slice(0, 200) : null,
    };
  });
/** An answer to a difficulty, or whom it was taken to. */
export const readSettlement = (fields: Fields) => readForm(settlement, fields);

const check = z
  .object({
    hinh_thuc: z.enum(['urging', 'inspection']).catch('inspection'),
    to_chuc: organisation('organisationMissing'),
    nhiem_vu: z.uuid().nullable().catch(null),
    ngay: day,
    ket_qua: needed('findingMissing', LONGEST_TEXT),
    danh_gia: z.enum(['satisfied', 'to_be_mended', 'not_done'], { error: fault('outcomeMissing') }),
    hen: dayOrNothing,
  })
  .transform((fields, context) => {
    if (fields.hen !== null && fields.hen < fields.ngay)
      context.addIssue({ code: 'custom', path: ['hen'], message: fault('followUpBefore') });
    return {
      kind: fields.hinh_thuc,
      organisationId: fields.to_chuc,
      taskId: fields.nhiem_vu,
      heldOn: fields.ngay,
      finding: fields.ket_qua,
      outcome: fields.danh_gia,
      followUpBy: fields.hen,
    };
  });

/** What was checked; not on a day to come. */
export function readCheck(fields: Fields, today: string) {
  const reading = readForm(check, fields);
  if (reading.ok && reading.value.heldOn > today)
    return { ok: false as const, faults: { ngay: 'dateFuture' } as FieldFaults };
  return reading;
}
