import { z } from 'zod';
import {
  type Called,
  LISTED_KINDS,
  type ListedKind,
  type PlaceFault,
  typesOf,
} from '../../domain/place/index.ts';
import { isCalendarDate, normaliseText, parseVietnameseDate } from '../../domain/text/index.ts';
import type { OrganisationId } from '../../platform/database/index.ts';
import type { NewPlaces } from './commands/add-places.ts';
import type { DatedRequest, PlaceRequest } from './commands/change-places.ts';
import { KIND_SLUGS } from './paths.ts';

export type FieldFault =
  | PlaceFault
  | 'namesMissing'
  | 'nameMissing'
  | 'nameLong'
  | 'namesMany'
  | 'codeFault'
  | 'typeMissing'
  | 'dayFault'
  | 'basisLong'
  | 'organisationMissing'
  | 'intoMissing';
export type Faults = Readonly<Record<string, FieldFault>>;
export type Fields = Readonly<Record<string, string>>;
export type Reading<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly faults: Faults };

const LONGEST_NAME = 100;
const MOST_NAMES = 200;
const fault = (code: FieldFault): string => code;
const text = z.string().default('').transform(normaliseText);
const name = text.pipe(z.string().min(1, fault('nameMissing')).max(LONGEST_NAME, fault('nameLong')));
const day = text.transform((typed, context): string => {
  const read = parseVietnameseDate(typed);
  if (read === null || read < '1945-09-02') {
    context.addIssue({ code: 'custom', message: fault('dayFault') });
    return z.NEVER;
  }
  return read;
});
const basis = text.pipe(z.string().max(300, fault('basisLong'))).transform((typed) => typed || null);
const code = text
  .pipe(z.string().regex(/^[\p{L}\d._-]{0,30}$/u, fault('codeFault')))
  .transform((typed) => typed || null);
const typeOf = (kind: ListedKind) => z.enum(typesOf(kind) as [string, ...string[]], fault('typeMissing'));

const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
export const idSchema = z.string().regex(ID);

/** The kind that an address names; villages where it names none. */
export const kindOfSlug = (slug: string | undefined): ListedKind =>
  LISTED_KINDS.find((kind) => KIND_SLUGS[kind] === slug) ?? 'village';

/** A day of an address: as a person writes it, or as the program does. */
export function dayOfAddress(typed: string | undefined, otherwise: string): string {
  const text = typed ?? '';
  return parseVietnameseDate(text) ?? (isCalendarDate(text) ? text : otherwise);
}

/** One name a line, without the word for its type, which many write in front of it. */
export const linesOf = (typed: string): string[] => [
  ...new Set(
    typed
      .split(/\r?\n/)
      .map((line) => normaliseText(line).replace(/ +/g, ' '))
      .filter((line) => line !== ''),
  ),
];
const withoutType = (type: string, line: string): string =>
  line.toLocaleLowerCase('vi').startsWith(`${type.toLocaleLowerCase('vi')} `)
    ? line.slice(type.length + 1)
    : line;

const placesForm = (kind: ListedKind) =>
  z
    .object({
      loai_hinh: typeOf(kind),
      ten: z.string().default(''),
      tu_ngay: day,
      don_vi: z.union([idSchema, z.literal('')]).default(''),
    })
    .transform(({ loai_hinh: type, ten, tu_ngay: validFrom, don_vi }, context): NewPlaces => {
      const refuse = (message: FieldFault) => context.addIssue({ code: 'custom', path: ['ten'], message });
      const places = linesOf(ten).map((line) => {
        const [called = '', typedCode = ''] = kind === 'school' ? line.split(/ ?; ?/) : [line];
        const read = code.safeParse(typedCode);
        if (!read.success) refuse('codeFault');
        return { name: withoutType(type, called), nationalCode: read.data ?? null };
      });
      if (places.length === 0) refuse('namesMissing');
      if (places.some((place) => place.name === '')) refuse('nameMissing');
      if (places.some((place) => place.name.length > LONGEST_NAME)) refuse('nameLong');
      if (places.length > MOST_NAMES) refuse('namesMany');
      const organisationId = don_vi === '' ? null : (don_vi as OrganisationId);
      return { kind, type, validFrom, organisationId, places };
    });

const dated = { ngay: day, can_cu: basis };
const renaming = (kind: ListedKind) => z.object({ ...dated, loai_hinh: typeOf(kind), ten: name });
const splitting = (kind: ListedKind) =>
  z.object({ ...dated, loai_hinh: typeOf(kind), ten: z.string().default('') }).transform((form, context) => {
    const into = linesOf(form.ten).map((line) => ({
      type: form.loai_hinh,
      name: withoutType(form.loai_hinh, line),
    }));
    const refuse = (message: FieldFault) => context.addIssue({ code: 'custom', path: ['ten'], message });
    if (into.length < 2) refuse('tooFew');
    if (into.some((one) => one.name.length > LONGEST_NAME)) refuse('nameLong');
    if (into.length > 20) refuse('namesMany');
    return { ...form, into };
  });

function read<Value>(form: z.ZodType<Value>, fields: Fields): Reading<Value> {
  const reading = form.safeParse(fields);
  if (reading.success) return { ok: true, value: reading.data };
  const faults: Record<string, FieldFault> = {};
  for (const { path, message } of reading.error.issues) faults[String(path[0])] ??= message as FieldFault;
  return { ok: false, faults };
}

function datedRequest<Form extends { ngay: string; can_cu: string | null }>(
  reading: Reading<Form>,
  requestOf: (form: Form) => PlaceRequest,
): Reading<DatedRequest> {
  if (!reading.ok) return reading;
  const { value } = reading;
  return { ok: true, value: { request: requestOf(value), day: value.ngay, basis: value.can_cu } };
}

export const readPlaces = (fields: Fields, kind: ListedKind): Reading<NewPlaces> =>
  read(placesForm(kind), fields);

export const readRenaming = (fields: Fields, kind: ListedKind, place: string): Reading<DatedRequest> =>
  datedRequest(read(renaming(kind), fields), ({ loai_hinh, ten }) => ({
    kind: 'renamed',
    place,
    to: { type: loai_hinh, name: ten },
  }));

export const readSplitting = (fields: Fields, kind: ListedKind, place: string): Reading<DatedRequest> =>
  datedRequest(read(splitting(kind), fields), ({ into }) => ({ kind: 'split', place, into }));

export const readEnding = (
  fields: Fields,
  kind: 'ended' | 'taken_up_again',
  place: string,
): Reading<DatedRequest> => datedRequest(read(z.object(dated), fields), () => ({ kind, place }));

const mergingForm = (kind: ListedKind) =>
  z
    .object({ ...dated, thanh: text })
    .catchall(z.unknown())
    .transform((form, context) => {
      const places = Object.keys(form)
        .filter((field) => field.startsWith('noi.'))
        .map((field) => field.slice('noi.'.length))
        .filter((id) => idSchema.safeParse(id).success);
      if (places.length < 2) context.addIssue({ code: 'custom', path: ['noi'], message: fault('tooFew') });
      const becomes = (): Called => {
        const reading = read(z.object({ loai_hinh: typeOf(kind), ten: name }), form as Fields);
        if (reading.ok) return { type: reading.value.loai_hinh, name: reading.value.ten };
        for (const [field, message] of Object.entries(reading.faults))
          context.addIssue({ code: 'custom', path: [field], message });
        return { type: '', name: '' };
      };
      if (form.thanh === 'moi') return { ...form, places, into: { becomes: becomes() } };
      if (!places.includes(form.thanh))
        context.addIssue({ code: 'custom', path: ['thanh'], message: fault('intoMissing') });
      return { ...form, places, into: { stays: form.thanh } };
    });

/** The form of a merging: a box `noi.<id>` for each place, and in `thanh` the one that stays, or "moi". */
export const readMerging = (fields: Fields, kind: ListedKind): Reading<DatedRequest> =>
  datedRequest(read(mergingForm(kind), fields), ({ places, into }) => ({ kind: 'merged', places, into }));

const schoolForm = z.object({
  ma: code,
  don_vi: z.string(fault('organisationMissing')).regex(ID, fault('organisationMissing')),
});

export function readSchool(
  fields: Fields,
): Reading<{ readonly nationalCode: string | null; readonly organisationId: OrganisationId }> {
  const reading = read(schoolForm, fields);
  if (!reading.ok) return reading;
  const { ma, don_vi } = reading.value;
  return { ok: true, value: { nationalCode: ma, organisationId: don_vi as OrganisationId } };
}
