import { z } from 'zod';
import { normaliseText } from '../../domain/text/index.ts';
import { type BoxFault, FieldReader, type Fields } from '../activities/index.ts';
import type { Confidentiality } from './policy.ts';

/** What is said of an evidence. Days are YYYY-MM-DD. */
export interface EvidenceContent {
  readonly title: string;
  readonly documentType: string | null;
  readonly number: string | null;
  readonly symbol: string | null;
  readonly issuedOn: string | null;
  readonly issuer: string | null;
  readonly extract: string | null;
  readonly provesFrom: string | null;
  readonly provesUntil: string | null;
  readonly speaksOf: string | null;
  readonly confidentiality: Confidentiality;
  readonly expiresOn: string | null;
  readonly showsChildren: boolean;
}

/** What an evidence is used for: an indicator of a year, or a task. */
export type EvidenceUse =
  | { readonly year: number; readonly criterion: number; readonly indicator: string }
  | { readonly taskId: string };

export type EvidenceFault =
  | BoxFault
  | 'titleMissing'
  | 'periodBackwards'
  | 'yearWrong'
  | 'indicatorsMissing'
  | 'duplicate';
export type EvidenceFaults = Readonly<Record<string, EvidenceFault>>;

export type Reading<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly faults: EvidenceFaults };

export const CONFIDENTIALITY = {
  cong_khai: 'public',
  noi_bo: 'internal',
  han_che: 'restricted',
} as const satisfies Record<string, Confidentiality>;
type ConfidentialityWord = keyof typeof CONFIDENTIALITY;
const confidentialityWords = Object.keys(CONFIDENTIALITY) as ConfidentialityWord[];

export const wordOfConfidentiality = (value: Confidentiality): ConfidentialityWord =>
  confidentialityWords.find((word) => CONFIDENTIALITY[word] === value)!;

const LONGEST_TITLE = 300;
const LONGEST_PART = 60;
/** A decision of long ago may hold to this day. */
const FIRST_YEAR_OF_PAPERS = 1945;

/** Reads what is said of an evidence. */
export function readContent(fields: Fields): Reading<EvidenceContent> {
  const form = new FieldReader<EvidenceFault>(fields);
  const title = form.text('ten', LONGEST_TITLE) ?? form.blame('ten', 'titleMissing');
  const content = {
    title: title ?? '',
    documentType: form.text('loai', LONGEST_PART),
    number: form.text('so', LONGEST_PART),
    symbol: form.text('ky_hieu', LONGEST_PART),
    issuedOn: form.date('ngay_ban_hanh', FIRST_YEAR_OF_PAPERS),
    issuer: form.text('co_quan'),
    extract: form.longText('trich_yeu'),
    provesFrom: form.date('tu_ngay', FIRST_YEAR_OF_PAPERS),
    provesUntil: form.date('den_ngay', FIRST_YEAR_OF_PAPERS),
    speaksOf: form.date('ngay_so_lieu', FIRST_YEAR_OF_PAPERS),
    confidentiality: CONFIDENTIALITY[form.choice('muc_do', confidentialityWords) ?? 'noi_bo'],
    expiresOn: form.date('het_han', FIRST_YEAR_OF_PAPERS),
    showsChildren: form.ticked('co_tre_em'),
  };
  const { provesFrom, provesUntil } = content;
  if (provesFrom !== null && provesUntil !== null && provesUntil < provesFrom)
    form.blame('den_ngay', 'periodBackwards');
  return Object.keys(form.faults).length > 0
    ? { ok: false, faults: form.faults }
    : { ok: true, value: content };
}

/** An indicator of a standard, as a form has a box for it. */
export interface IndicatorBox {
  readonly criterion: number;
  readonly code: string;
}

/** A year that evidence is used for, as typed. */
export const YEAR = /^20[1-9]\d$/;

/** The indicators ticked (`chi_tieu.5.1`) and the task chosen, of the year of the form; none at all is no fault. */
export function readUses(fields: Fields, indicators: readonly IndicatorBox[]): Reading<EvidenceUse[]> {
  const chosen = indicators.filter(({ code }) => fields[`chi_tieu.${code}`] !== undefined);
  const task = uuid.safeParse(fields.nhiem_vu);
  const year = normaliseText(fields.nam ?? '');
  if (chosen.length === 0 && !task.success) return { ok: true, value: [] };
  if (chosen.length > 0 && !YEAR.test(year)) return { ok: false, faults: { nam: 'yearWrong' } };
  return {
    ok: true,
    value: [
      ...chosen.map(({ criterion, code }) => ({ year: Number(year), criterion, indicator: code })),
      ...(task.success ? [{ taskId: task.data }] : []),
    ],
  };
}

const uuid = z.uuid();

const positive = (most: number) =>
  z.preprocess(
    (value) => (/^\d{1,6}$/.test(String(value)) ? Number(value) : undefined),
    z.number().int().min(1).max(most).optional().catch(undefined),
  );
const word = z.string().transform(normaliseText).pipe(z.string().max(200)).optional().catch(undefined);
const ticked = z.literal('co').optional().catch(undefined);

/** What the list is asked for; what cannot be is left out. */
export const listQuery = z.object({
  tim: word,
  tieu_chi: positive(99),
  nam: positive(2100),
  loai: word,
  chua_gan: ticked,
  het_han: ticked,
  co_tre_em: ticked,
  da_rut: ticked,
  /** The indicator, and its year, for which evidence is chosen. */
  chi_tieu: z
    .string()
    .regex(/^\d{1,2}\.\d{1,2}$/)
    .optional()
    .catch(undefined),
  cho_nam: z.string().regex(YEAR).transform(Number).optional().catch(undefined),
  trang: positive(999_999).transform((page) => page ?? 1),
});
export type ListQuery = z.output<typeof listQuery>;
