import * as z from 'zod/mini';
import type { Standard } from '../../domain/scoring/index.ts';

/**
 * The shape of a standard's file. Only the shape: what the values must satisfy together is the domain's
 * `checkStandard`. zod/mini, because the command line loads this at every start.
 */
const text = z.string().check(z.minLength(1));
const date = z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/));
const points = z.int().check(z.nonnegative());

const provenance = z.strictObject({
  status: z.enum(['official', 'secondary', 'provisional']),
  note: z.exactOptional(text),
});

const legalDocument = z.strictObject({
  number: text,
  issued: date,
  issuer: text,
  note: z.exactOptional(text),
});

const collection = z.strictObject({
  ageBand: z.nullable(
    z.strictObject({ fromMonths: z.int().check(z.nonnegative()), belowMonths: z.int().check(z.positive()) }),
  ),
  unit: text,
  unitEn: text,
  asked: z.enum(['count', 'yes_no']),
  question: z.exactOptional(z.strictObject({ vi: text, en: text })),
  parts: z.array(
    z.enum([
      'female',
      'under_6',
      'from_6_to_10',
      'from_11_to_15',
      'ethnic_minority',
      'disabled',
      'poor_household',
    ]),
  ),
  period: z.enum(['year', 'half_year', 'quarter', 'month', 'school_year']),
  level: z.enum(['village', 'school', 'organisation', 'commune']),
  rollUp: z.strictObject({
    places: z.enum(['sum', 'any', 'all', 'count']),
    periods: z.enum(['sum', 'latest', 'any', 'all']),
  }),
  cumulative: z.exactOptional(z.literal(true)),
  provenance,
});

const input = z.strictObject({
  kind: z.enum(['count', 'yes_no']),
  label: text,
  labelEn: text,
  definition: text,
  source: text,
  provenance,
  collection: z.exactOptional(collection),
});

const measure = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('yes_no'), input: text }),
  z.strictObject({ kind: z.literal('count'), input: text }),
  z.strictObject({ kind: z.literal('ratio'), numerator: text, denominator: text }),
  z.strictObject({
    kind: z.literal('rate'),
    numerator: text,
    denominator: text,
    per: z.int().check(z.positive()),
  }),
  z.strictObject({
    kind: z.literal('survey'),
    respondents: z.enum(['children', 'residents']),
    satisfied: text,
    answered: text,
  }),
  z.strictObject({ kind: z.literal('change'), input: text }),
]);

const gain = { points, provenance };
const band = z.union([
  z.strictObject({ equals: z.union([z.boolean(), z.number()]), ...gain }),
  z.strictObject({ atLeast: z.number(), lessThan: z.exactOptional(z.number()), ...gain }),
  z.strictObject({ moreThan: z.number(), atMost: z.exactOptional(z.number()), ...gain }),
  z.strictObject({ atMost: z.number(), ...gain }),
  z.strictObject({ lessThan: z.number(), ...gain }),
  z.strictObject({ change: z.literal('decreasedFromPreviousPeriod'), ...gain }),
  z.strictObject({ otherwise: z.literal(true), ...gain }),
]);
const scale = z.array(band).check(z.minLength(1));

const indicator = z.strictObject({
  code: text,
  statement: text,
  statementEn: text,
  points,
  pointsProvenance: provenance,
  measure,
  measureProvenance: provenance,
  scale,
  scaleByClass: z.exactOptional(z.record(text, scale)),
  emptyDenominator: z.exactOptional(
    z.strictObject({ gives: z.enum(['fullPoints', 'noPoints']), provenance }),
  ),
  lowerIsBetter: z.boolean(),
  evidence: z.array(text),
  disqualifyingRisk: z.boolean(),
});

const criterion = z.strictObject({
  number: z.int().check(z.positive()),
  letter: text,
  name: text,
  nameEn: text,
  article: text,
  maxPoints: points,
  maxPointsProvenance: provenance,
  defaultOwner: text,
  defaultDue: z.string().check(z.regex(/^\d{2}-\d{2}$/)),
  indicators: z.array(indicator).check(z.minLength(1)),
});

export const standardSchema = z.strictObject({
  id: z.string().check(z.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)),
  version: z.int().check(z.positive()),
  title: text,
  titleEn: text,
  legalBasis: legalDocument,
  guidance: z.exactOptional(legalDocument),
  inForce: z.strictObject({ from: date, until: z.nullable(date) }),
  maximum: z.strictObject({ points, provenance }),
  recognition: z.strictObject({
    everyCriterionAboveZero: z.boolean(),
    thresholds: z
      .array(z.strictObject({ class: text, statement: text, statementEn: text, points }))
      .check(z.minLength(1)),
    provenance,
    openQuestions: z.array(text),
  }),
  timing: z.strictObject({ rule: text, provenance }),
  inputs: z.record(z.string().check(z.regex(/^[a-z][a-z0-9_]*$/)), input),
  criteria: z.array(criterion).check(z.minLength(1)),
}) satisfies z.ZodMiniType<Standard>;

/** What is wrong with one value of the file, in words. */
function describe(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined ? 'thiếu giá trị' : `phải thuộc kiểu ${issue.expected}`;
    case 'unrecognized_keys':
      return `có tên lạ: ${issue.keys.join(', ')}`;
    case 'invalid_value':
      return `phải là một trong: ${issue.values.map(String).join(', ')}`;
    case 'invalid_union':
      return 'không theo dạng nào đã biết';
    case 'too_small':
      return issue.origin === 'string' || issue.origin === 'array'
        ? 'không được để trống'
        : `phải từ ${issue.minimum} trở lên`;
    case 'invalid_key':
      return 'tên gồm chữ thường không dấu, số và gạch dưới';
    case 'invalid_format':
      return 'không đúng dạng';
    default:
      return 'không hợp lệ';
  }
}

export interface ShapeFault {
  /** Path of the value, for example `criteria.3.indicators.0.scale.1.points`. */
  readonly path: string;
  readonly code: string;
  readonly message: string;
}

/** Reads a parsed file as a standard: the standard, or every fault of its shape. */
export function readStandardShape(
  value: unknown,
): { readonly standard: Standard } | { readonly faults: readonly ShapeFault[] } {
  const result = standardSchema.safeParse(value, { reportInput: true });
  if (result.success) return { standard: result.data };
  return {
    faults: result.error.issues.map((issue) => ({
      path: issue.path.map(String).join('.'),
      code: issue.code,
      message: describe(issue),
    })),
  };
}
