import { z } from 'zod';
import type { Figure, InputDefinition, Standard } from '../../domain/scoring/index.ts';
import { normaliseText, parseWholeNumber, type WholeNumberFault } from '../../domain/text/index.ts';
import type { OrganisationId } from '../../platform/database/index.ts';

/** `/don-vi/:unit/tu-danh-gia/:year/tieu-chi/:number`, as far as a route has them. */
export const placeSchema = z.object({
  unit: z.string().regex(/^\d{5}$/),
  year: z.coerce.number().int().min(2019).max(2100),
});
export const criterionPlaceSchema = placeSchema.extend({
  number: z.coerce.number().int().min(1).max(99),
});
export const yearSchema = z.object({
  nam: z
    .string()
    .trim()
    .regex(/^\d{4}$/)
    .transform(Number)
    .pipe(z.number().min(2019).max(2100)),
});
export const returnSchema = z.object({
  ly_do: z.string().transform(normaliseText).pipe(z.string().min(1).max(1000)),
});

/** What came from the boxes of one figure, as typed. */
export interface TypedFigure {
  readonly text: string;
  readonly state: string;
  readonly reason: string;
  readonly note: string;
}

/** One figure of the form, read. `seen` is what the boxes held when the page was made. */
export interface ReadFigure {
  readonly input: string;
  readonly typed: TypedFigure;
  readonly seen: Figure;
  readonly seenNote: string | null;
  readonly seenRevision: number;
  readonly note: string | null;
  readonly figure: Figure | null;
  readonly fault: WholeNumberFault | null;
}

const LONGEST_TEXT = 500;

const textOrNothing = (text: string): string | null => (text === '' ? null : text);

/** A value of a form, or of JSON, as it would be typed; null where nothing came. */
function textOf(value: unknown): string | null {
  if (typeof value === 'boolean') return value ? 'co' : 'khong';
  return typeof value === 'string' || typeof value === 'number' ? String(value) : null;
}

/** A figure as one short text for the hidden box that remembers what was on the screen. */
export function figureToken(figure: Figure): string {
  switch (figure.state) {
    case 'given':
      return `given:${Number(figure.value)}`;
    case 'not_applicable':
      return `not_applicable:${figure.reason}`;
    default:
      return figure.state;
  }
}

function figureOfToken(token: string, kind: InputDefinition['kind']): Figure {
  const [state, ...rest] = token.split(':');
  const value = rest.join(':');
  if (state === 'given' && /^\d{1,15}$/.test(value))
    return { state, value: kind === 'yes_no' ? value === '1' : Number(value) };
  if (state === 'not_applicable') return { state, reason: value };
  return { state: state === 'not_due' ? 'not_due' : 'no_data' };
}

function readFigure(
  typed: TypedFigure,
  kind: InputDefinition['kind'],
): { figure: Figure | null; fault: WholeNumberFault | null } {
  const without = (): { figure: Figure; fault: null } => {
    switch (typed.state) {
      case 'not_applicable':
        return { figure: { state: 'not_applicable', reason: typed.reason }, fault: null };
      case 'not_due':
        return { figure: { state: 'not_due' }, fault: null };
      default:
        return { figure: { state: 'no_data' }, fault: null };
    }
  };
  if (kind === 'yes_no') {
    if (typed.text === 'co' || typed.text === 'khong')
      return { figure: { state: 'given', value: typed.text === 'co' }, fault: null };
    return without();
  }
  if (typed.text === '') return without();
  const number = parseWholeNumber(typed.text);
  return number.ok
    ? { figure: { state: 'given', value: number.value }, fault: null }
    : { figure: null, fault: number.fault };
}

/** What the boxes of one figure say, read: `<name>`, `<name>.tinh_trang`, `<name>.ly_do`, `<name>.ghi_chu` and the hidden ones. */
export type ReadBoxes = Omit<ReadFigure, 'input'>;

/** Reads the boxes of one figure from a form; null where none of them came. */
export function readBoxes(
  form: Readonly<Record<string, unknown>>,
  name: string,
  kind: InputDefinition['kind'],
): ReadBoxes | null {
  if (textOf(form[name]) === null && textOf(form[`${name}.da_thay`]) === null) return null;
  const text = (box: string): string => normaliseText(textOf(form[box]) ?? '').slice(0, LONGEST_TEXT);
  const typed = {
    text: text(name),
    state: text(`${name}.tinh_trang`),
    reason: text(`${name}.ly_do`),
    note: text(`${name}.ghi_chu`),
  };
  const revision = Number(text(`${name}.lan_sua`));
  return {
    typed,
    seen: figureOfToken(text(`${name}.da_thay`), kind),
    seenRevision: Number.isSafeInteger(revision) && revision >= 0 ? revision : 0,
    note: textOrNothing(typed.note),
    seenNote: textOrNothing(text(`${name}.ghi_chu_da_thay`)),
    ...readFigure(typed, kind),
  };
}

/**
 * Reads the figures of one criterion from a form: of each input the boxes `<input>`, `<input>.tinh_trang`,
 * `<input>.ly_do`, `<input>.ghi_chu`, and the hidden `<input>.da_thay`, `<input>.ghi_chu_da_thay` and `<input>.lan_sua`.
 * An input of which no box came is left out: it stays as it is.
 */
export function readFigures(
  form: Readonly<Record<string, unknown>>,
  standard: Standard,
  inputs: readonly string[],
): ReadFigure[] {
  return inputs.flatMap((input) => {
    const boxes = readBoxes(form, input, standard.inputs[input]!.kind);
    return boxes === null ? [] : [{ input, ...boxes }];
  });
}

/** The owners and due dates of the assignment form, as typed. */
export interface TypedAssignment {
  readonly number: number;
  readonly organisationId: OrganisationId;
  readonly due: string;
}

const uuid = z.uuid();

/** Reads `don_vi.<number>` and `han.<number>` of each criterion that the form holds. */
export function readAssignments(form: Readonly<Record<string, unknown>>): TypedAssignment[] {
  return Object.keys(form).flatMap((name) => {
    const number = /^han\.(\d{1,2})$/.exec(name)?.[1];
    if (number === undefined) return [];
    const organisation = uuid.safeParse(form[`don_vi.${number}`]);
    const due = form[name];
    return organisation.success && typeof due === 'string'
      ? [
          {
            number: Number(number),
            organisationId: organisation.data as OrganisationId,
            due: normaliseText(due),
          },
        ]
      : [];
  });
}

const lines = z.string().transform((text) =>
  text
    .split(/\r?\n/)
    .map(normaliseText)
    .filter((line) => line !== '')
    .map((line) => line.slice(0, LONGEST_TEXT))
    .slice(0, 30),
);

/** The form of the report's place, addressees, signature and recipients; one item a line. */
export const documentSettingSchema = z.object({
  dia_danh: z.string().transform(normaliseText).pipe(z.string().min(1).max(120)),
  kinh_gui: lines,
  chuc_vu: lines.pipe(z.array(z.string()).min(1)),
  nguoi_ky: z
    .string()
    .transform(normaliseText)
    .pipe(z.string().max(120))
    .transform((name) => (name === '' ? null : name)),
  noi_nhan: lines.pipe(z.array(z.string()).min(1)),
});
