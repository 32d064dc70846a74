import { z } from 'zod';
import type { PlanContent } from '../../domain/plan/index.ts';
import { formatDate, normaliseText, parseVietnameseDate } from '../../domain/text/index.ts';
import type { OrganisationId } from '../../platform/database/index.ts';
import type { PlanFrame } from './commands/edit-content.ts';
import type { WorkChoices } from './queries.ts';

type Form = Readonly<Record<string, string>>;

/** `/don-vi/:unit/ke-hoach…` */
export const unitCode = z.string().regex(/^\d{5}$/);
export const uuid = z.uuid();
/** Ids inside of a plan. */
export const innerId = z.string().regex(/^[\w-]{1,64}$/);

/** A year that a plan can be for; null where the text is none. */
export function yearOf(text: string | undefined): number | null {
  const year = /^\d{4}$/.test(text?.trim() ?? '') ? Number(text) : Number.NaN;
  return year >= 2010 && year <= 2100 ? year : null;
}

/** Page of a list, from 1. */
export const pageOf = (text: string | undefined): number =>
  Math.max(1, Math.min(1_000, Number.parseInt(text ?? '1', 10) || 1));

/** The heading of a section that is added. */
export const newSection = z
  .string()
  .transform((text) => normaliseText(text).replace(/\s+/gu, ' '))
  .pipe(z.string().min(1).max(1_000));

export const standingSchema = z.enum(['own', 'superior']);

/** The number of a document as it is given when signed: "138", "02a". */
const NUMBER = /^\d{1,6}[a-zđ]?$/iu;

const LONGEST_LINE = 1_000;
const LONGEST_TEXT = 5_000;
const MOST_LINES = 100;

const oneLine = (text: string | undefined, longest = LONGEST_LINE): string =>
  normaliseText(text ?? '')
    .replace(/\s+/gu, ' ')
    .slice(0, longest);

const linesOf = (text: string | undefined): string[] =>
  normaliseText(text ?? '')
    .split('\n')
    .map((line) => oneLine(line, LONGEST_TEXT))
    .filter((line) => line !== '')
    .slice(0, MOST_LINES);

/** Boxes of head, bases, recipients and signature, as typed. */
export const FRAME_FIELDS = [
  'loai',
  'co_quan',
  'so',
  'ngay',
  'ky_hieu',
  'dia_danh',
  'nam',
  'trich_yeu',
  'can_cu',
  'loi_dan',
  'loi_ket',
  'noi_nhan',
  'quyen_han',
  'chuc_vu',
  'ho_ten',
] as const;
export type FrameField = (typeof FRAME_FIELDS)[number];
export type TypedFrame = Readonly<Record<FrameField, string>>;

export const typedFrame = (form: Form): TypedFrame =>
  Object.fromEntries(FRAME_FIELDS.map((field) => [field, form[field] ?? ''])) as Record<FrameField, string>;

/** What the boxes show of a plan as it is stored. */
export function boxesOfFrame(
  content: PlanContent,
  printed: { readonly number: string | null; readonly issuedOn: string | null },
): TypedFrame {
  return {
    loai: content.documentType,
    co_quan: content.issuingBody.join('\n'),
    so: printed.number ?? '',
    ngay: printed.issuedOn === null ? '' : formatDate(printed.issuedOn),
    ky_hieu: content.symbol,
    dia_danh: content.place,
    nam: String(content.year),
    trich_yeu: content.title,
    can_cu: content.legalBases.map(({ text }) => text).join('\n'),
    loi_dan: content.opening,
    loi_ket: content.closing,
    noi_nhan: content.recipients.join('\n'),
    quyen_han: content.signature.capacity.join('\n'),
    chuc_vu: content.signature.title,
    ho_ten: content.signature.name ?? '',
  };
}

export type FrameFault = 'yearFault' | 'titleMissing' | 'typeMissing' | 'dateFault' | 'numberFault';

export type FrameReading =
  | {
      readonly ok: true;
      readonly frame: PlanFrame;
      /** Null where it stays. */
      readonly year: number | null;
      readonly printed: { readonly number: string | null; readonly issuedOn: string | null };
    }
  | {
      readonly ok: false;
      readonly faults: readonly { readonly field: FrameField; readonly code: FrameFault }[];
    };

/** A plan is stored as one of its year: its form has no box for that, and the year stays. */
export function readFrame(form: Form): FrameReading {
  const faults: { field: FrameField; code: FrameFault }[] = [];
  const title = oneLine(form.trich_yeu, LONGEST_TEXT);
  const documentType = oneLine(form.loai).toLocaleUpperCase('vi');
  const year = form.nam === undefined ? null : yearOf(form.nam);
  const date = oneLine(form.ngay);
  const issuedOn = date === '' ? null : parseVietnameseDate(date);
  const number = oneLine(form.so);
  if (documentType === '') faults.push({ field: 'loai', code: 'typeMissing' });
  if (number !== '' && !NUMBER.test(number)) faults.push({ field: 'so', code: 'numberFault' });
  if (date !== '' && issuedOn === null) faults.push({ field: 'ngay', code: 'dateFault' });
  if (form.nam !== undefined && year === null) faults.push({ field: 'nam', code: 'yearFault' });
  if (title === '') faults.push({ field: 'trich_yeu', code: 'titleMissing' });
  if (faults.length > 0) return { ok: false, faults };
  return {
    ok: true,
    year,
    frame: {
      documentType,
      symbol: oneLine(form.ky_hieu),
      issuingBody: linesOf(form.co_quan),
      place: oneLine(form.dia_danh),
      title,
      legalBases: linesOf(form.can_cu),
      opening: oneLine(form.loi_dan, LONGEST_TEXT),
      closing: oneLine(form.loi_ket, LONGEST_TEXT),
      recipients: linesOf(form.noi_nhan),
      signature: {
        capacity: linesOf(form.quyen_han),
        title: oneLine(form.chuc_vu),
        name: oneLine(form.ho_ten) || null,
      },
    },
    printed: { number: number === '' ? null : number, issuedOn },
  };
}

/** What is wrong with number or date of a signed plan, at which box. */
export interface IssueFault {
  readonly field: 'so' | 'ngay';
  readonly code: 'numberFault' | 'dateFault' | 'dateAhead' | 'dateFar';
}
export type IssueReading =
  | { readonly ok: true; readonly issued: { readonly number: string; readonly issuedOn: string } }
  | { readonly ok: false; readonly faults: readonly IssueFault[] };

/** Number and date of a signed plan. */
export function readIssued(form: Form, planYear: number, today: string): IssueReading {
  const faults: IssueFault[] = [];
  const number = oneLine(form.so);
  if (!NUMBER.test(number)) faults.push({ field: 'so', code: 'numberFault' });
  const issuedOn = parseVietnameseDate(form.ngay ?? '');
  if (issuedOn === null) faults.push({ field: 'ngay', code: 'dateFault' });
  else if (issuedOn > today) faults.push({ field: 'ngay', code: 'dateAhead' });
  else if (Math.abs(Number(issuedOn.slice(0, 4)) - planYear) > 1)
    faults.push({ field: 'ngay', code: 'dateFar' });
  if (faults.length > 0 || issuedOn === null) return { ok: false, faults };
  return { ok: true, issued: { number, issuedOn } };
}

/** The revision that a form was made of (`lan_sua`); null where it does not say. */
export const readSeenRevision = (form: Form): number | null =>
  /^\d{1,9}$/.test(form.lan_sua ?? '') ? Number(form.lan_sua) : null;

/** Who leads what the plan leaves open (`chu_tri.<id>`), who takes part (`cung_lam.<id>`), measures taken (`nhan.<id>`). */
export function readChoices(form: Form): WorkChoices {
  const ids = (prefix: string): string[] =>
    Object.keys(form).flatMap((name) => {
      const id = name.startsWith(prefix) ? name.slice(prefix.length) : '';
      return innerId.safeParse(id).success ? [id] : [];
    });
  const leads = ids('chu_tri.').flatMap((id): [string, OrganisationId][] => {
    const organisation = uuid.safeParse(form[`chu_tri.${id}`]);
    return organisation.success ? [[id, organisation.data as OrganisationId]] : [];
  });
  return {
    leads: Object.fromEntries(leads),
    together: ids('cung_lam.'),
    taken: ids('nhan.'),
    givesCriteria: form.giao_tieu_chi !== undefined,
  };
}

/** What a plan written anew is about. */
export const subjectOf = (text: string): 'child_friendly' | 'children_work' =>
  text === 'children_work' ? text : 'child_friendly';
