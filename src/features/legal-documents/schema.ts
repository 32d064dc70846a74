import { z } from 'zod';
import { findCitations } from '../../domain/legal/index.ts';
import { normaliseText, parseVietnameseDate } from '../../domain/text/index.ts';

/** Types of document that a plan cites, as NĐ 30/2020 and the codified law name them. */
export const DOCUMENT_TYPES = [
  'Luật',
  'Nghị quyết',
  'Nghị định',
  'Quyết định',
  'Chỉ thị',
  'Thông tư',
  'Kế hoạch',
  'Hướng dẫn',
  'Công văn',
  'Thông báo',
  'Chương trình',
  'Kết luận',
] as const;

export type DocumentFault =
  | 'typeMissing'
  | 'numberMissing'
  | 'numberForm'
  | 'dateFault'
  | 'issuerMissing'
  | 'titleMissing'
  | 'tooLong'
  | 'forceDate'
  | 'forceReversed'
  | 'replacementForm'
  | 'duplicate';

/** Faults by the name of the field, in the order of the form. */
export type DocumentFaults = Readonly<Record<string, DocumentFault>>;

/** A document of the unit, as typed and understood. */
export interface DocumentFields {
  readonly type: string;
  readonly number: string;
  readonly issuedOn: string;
  readonly issuer: string;
  readonly title: string;
  readonly inForceFrom: string | null;
  readonly inForceUntil: string | null;
  readonly replacedBy: string | null;
}

export type DocumentReading =
  | { readonly ok: true; readonly value: DocumentFields }
  | { readonly ok: false; readonly faults: DocumentFaults };

const LONGEST = { line: 200, title: 1000 } as const;
const text = z
  .string()
  .default('')
  .transform((typed) => normaliseText(typed).replace(/\s+/gu, ' '));

const typed = {
  loai: text,
  so: text,
  ngay: text,
  co_quan: text,
  trich_yeu: text,
  hieu_luc_tu: text,
  hieu_luc_den: text,
  thay_the: text,
};
type FieldName = keyof typeof typed;

/** Everything is looked at in one step, so that all faults are told at once. */
const form = z.object(typed).transform((fields, context): DocumentFields => {
  const refuse = (field: FieldName, code: DocumentFault) =>
    context.addIssue({ code: 'custom', path: [field], message: code });
  const lineOf = (field: FieldName, missing: DocumentFault | null, longest: number = LONGEST.line) => {
    if (fields[field] === '' && missing !== null) refuse(field, missing);
    if (fields[field].length > longest) refuse(field, 'tooLong');
    return fields[field];
  };
  const dayOf = (field: FieldName, code: DocumentFault, needed: boolean): string | null => {
    const day = parseVietnameseDate(fields[field]);
    if (day === null && (needed || fields[field] !== '')) refuse(field, code);
    return day;
  };
  if (!DOCUMENT_TYPES.some((type) => type === fields.loai)) refuse('loai', 'typeMissing');
  const number = numberIn(lineOf('so', 'numberMissing'));
  if (number === null) refuse('so', 'numberForm');
  const issuedOn = dayOf('ngay', 'dateFault', true);
  const issuer = lineOf('co_quan', 'issuerMissing');
  const title = lineOf('trich_yeu', 'titleMissing', LONGEST.title);
  const inForceFrom = dayOf('hieu_luc_tu', 'forceDate', false);
  const inForceUntil = dayOf('hieu_luc_den', 'forceDate', false);
  if (inForceFrom !== null && inForceUntil !== null && inForceFrom > inForceUntil) {
    refuse('hieu_luc_den', 'forceReversed');
  }
  const replacedBy = lineOf('thay_the', null);
  if (replacedBy !== '' && findCitations(replacedBy)[0]?.number == null)
    refuse('thay_the', 'replacementForm');
  return {
    type: fields.loai,
    number: number ?? '',
    issuedOn: issuedOn ?? '',
    issuer,
    title,
    inForceFrom,
    inForceUntil,
    replacedBy: replacedBy === '' ? null : replacedBy,
  };
});

/** The number alone: neither words before nor after it; null where it is none. */
function numberIn(typed: string): string | null {
  const [citation, ...others] = findCitations(typed);
  const whole = citation?.from === 0 && citation.to === typed.length && others.length === 0;
  return whole && citation.type === null ? citation.number : null;
}

/** Of the pages that add and correct a document; of each field the first fault counts. */
export function readDocument(fields: Readonly<Record<string, string>>): DocumentReading {
  const reading = form.safeParse(fields);
  if (reading.success) return { ok: true, value: reading.data };
  const faults: Record<string, DocumentFault> = {};
  for (const { path, message } of reading.error.issues) faults[String(path[0])] ??= message as DocumentFault;
  return { ok: false, faults };
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Whether a part of an address can be the id of a document. */
export const isId = (part: string): boolean => uuid.test(part);
