import fc from 'fast-check';
import { faultsOfScale } from '../check-scale.ts';
import {
  type AssessmentInput,
  type Band,
  type BandCondition,
  type Figure,
  type Figures,
  given,
  type Indicator,
  type Measure,
  NO_DATA,
  NOT_DUE,
  notApplicable,
  partsOfWholes,
  type Standard,
} from '../index.ts';
import { band, criterion, indicator, official, provisional, standardOf, threshold } from './standards.ts';

/** Parts, wholes and answers in small numbers, so that indicators share inputs. */
const PARTS = ['part_a', 'part_b', 'part_c'] as const;
const WHOLES = ['whole_a', 'whole_b'] as const;
const ANSWERS = ['answer_a', 'answer_b'] as const;
const CLASSES = ['other', 'island'] as const;

/** Records like those that come from a file, with the usual prototype. */
const record = <Shape>(fields: { [Key in keyof Shape]: fc.Arbitrary<Shape[Key]> }): fc.Arbitrary<Shape> =>
  fc.record(fields, { noNullPrototype: true });

const part = fc.constantFrom(...PARTS);
const whole = fc.constantFrom(...WHOLES);

const arbitraryMeasure: fc.Arbitrary<Measure> = fc.oneof(
  record({ kind: fc.constant('yes_no' as const), input: fc.constantFrom(...ANSWERS) }),
  record({ kind: fc.constant('count' as const), input: fc.oneof(part, whole) }),
  record({ kind: fc.constant('change' as const), input: fc.oneof(part, whole) }),
  record({ kind: fc.constant('ratio' as const), numerator: part, denominator: whole }),
  record({
    kind: fc.constant('rate' as const),
    numerator: part,
    denominator: whole,
    per: fc.constantFrom(100, 1_000, 100_000),
  }),
  record({
    kind: fc.constant('survey' as const),
    respondents: fc.constantFrom('children' as const, 'residents' as const),
    satisfied: part,
    answered: whole,
  }),
);

/** Limits within the values that a measure takes, rising; counts in whole numbers, the others with two decimals. */
function arbitraryLimits(measure: Measure): fc.Arbitrary<readonly number[]> {
  const hundredths = (least: number, most: number) =>
    fc.integer({ min: least * 100 + 1, max: most * 100 - 1 }).map((value) => value / 100);
  const limit =
    measure.kind === 'count'
      ? fc.integer({ min: 1, max: 40 })
      : measure.kind === 'change'
        ? hundredths(-100, 60)
        : hundredths(0, 100);
  // Limits of counts stand apart, or a band between two of them would hold no whole number.
  const distance = measure.kind === 'count' ? 2 : 0;
  return fc
    .uniqueArray(limit, { minLength: 1, maxLength: 4 })
    .map((limits) => limits.sort((a, b) => a - b))
    .filter((limits) => limits.every((one, index) => index === 0 || one - limits[index - 1]! >= distance));
}

/** One of the ways to write the same regions: from the top, from the bottom, or each with both of its limits. */
function conditionsFor(
  limits: readonly number[],
  form: 'falling' | 'rising' | 'two-sided',
  closedBelow: boolean,
): BandCondition[] {
  const from = (low: number): BandCondition => (closedBelow ? { atLeast: low } : { moreThan: low });
  const upTo = (high: number): BandCondition => (closedBelow ? { lessThan: high } : { atMost: high });
  const rest: BandCondition = { otherwise: true };
  if (form === 'rising') return [...limits.map(upTo), rest];
  if (form === 'falling') return [rest, ...limits.map(from)];
  const between = limits
    .slice(1)
    .map((high, index) =>
      closedBelow ? { atLeast: limits[index]!, lessThan: high } : { moreThan: limits[index]!, atMost: high },
    );
  return [upTo(limits[0]!), ...between, from(limits.at(-1)!)];
}

interface ScaleChoice {
  readonly limits: readonly number[];
  readonly form: 'falling' | 'rising' | 'two-sided';
  readonly closedBelow: boolean;
  readonly shares: readonly number[];
  readonly fall: { readonly place: number; readonly share: number } | null;
  readonly zeroFirst: boolean;
  readonly provisional: boolean;
}

const arbitraryScaleChoice = (measure: Measure): fc.Arbitrary<ScaleChoice> =>
  record({
    limits: arbitraryLimits(measure),
    form: fc.constantFrom('falling', 'rising', 'two-sided'),
    closedBelow: fc.boolean(),
    shares: fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 5, maxLength: 5 }),
    fall: fc.option(record({ place: fc.nat(4), share: fc.integer({ min: 0, max: 100 }) }), { nil: null }),
    zeroFirst: fc.boolean(),
    provisional: fc.boolean(),
  });

/** A scale without a fault whose best band gives `points`. */
function scaleFrom(choice: ScaleChoice, measure: Measure, points: number, lowerIsBetter: boolean): Band[] {
  const provenance = choice.provisional ? provisional : official;
  const toBand = (condition: BandCondition, share: number) =>
    band(condition, Math.round((share * points) / 100), provenance);
  if (measure.kind === 'yes_no') {
    const [no = 0] = choice.shares;
    const yesBand = band({ equals: true }, lowerIsBetter ? 0 : points, provenance);
    return [yesBand, toBand({ otherwise: true }, lowerIsBetter ? 100 : Math.min(no, 99))];
  }
  const conditions = conditionsFor(choice.limits, choice.form, choice.closedBelow);
  const shares = choice.shares.slice(0, conditions.length - 1).sort((a, b) => a - b);
  const rising = [...shares, 100];
  if (lowerIsBetter) rising.reverse();
  const inOrder = conditions.map((condition, index) => toBand(condition, rising[index]!));
  let scale = choice.form === 'falling' ? inOrder.reverse() : inOrder;
  const fitting = {
    ...indicator('x', measure, { scale: [band({ otherwise: true }, points)] }),
    lowerIsBetter,
  };
  const tryOut = (changed: Band[]) => {
    if (faultsOfScale(changed, fitting, '').length === 0) scale = changed;
  };
  if (choice.zeroFirst) tryOut([band({ equals: 0 }, lowerIsBetter ? points : 0, provenance), ...scale]);
  if (choice.fall !== null) {
    const fall = toBand({ change: 'decreasedFromPreviousPeriod' }, choice.fall.share);
    tryOut([...scale.slice(0, choice.fall.place), fall, ...scale.slice(choice.fall.place)]);
  }
  return scale;
}

const arbitraryIndicator: fc.Arbitrary<Omit<Indicator, 'code'>> = arbitraryMeasure.chain((measure) =>
  record({
    own: arbitraryScaleChoice(measure),
    ofIslands: fc.option(arbitraryScaleChoice(measure), { nil: null }),
    points: fc.integer({ min: 1, max: 100 }),
    lowerIsBetter: fc.boolean(),
    empty: fc.constantFrom(null, 'fullPoints' as const, 'noPoints' as const),
    measureSeen: fc.boolean(),
  }).map(({ own, ofIslands, points, lowerIsBetter, empty, measureSeen }) => {
    const { code: _code, ...rest } = indicator('', measure, {
      scale: scaleFrom(own, measure, points, lowerIsBetter),
      lowerIsBetter,
      measureProvenance: measureSeen ? official : provisional,
      ...(ofIslands && { scaleByClass: { island: scaleFrom(ofIslands, measure, points, lowerIsBetter) } }),
      ...(empty && { emptyDenominator: { gives: empty, provenance: provisional } }),
    });
    return rest;
  }),
);

/** Any standard that `checkStandard` finds nothing wrong with. */
export const arbitraryStandard: fc.Arbitrary<Standard> = record({
  criteria: fc.array(fc.array(arbitraryIndicator, { minLength: 1, maxLength: 3 }), {
    minLength: 1,
    maxLength: 4,
  }),
  shares: fc.tuple(fc.integer({ min: 0, max: 100 }), fc.integer({ min: 0, max: 100 })),
  everyCriterionAboveZero: fc.boolean(),
}).map(({ criteria, shares, everyCriterionAboveZero }) => {
  const standard = standardOf(
    criteria.map((indicators, c) =>
      criterion(c + 1, ...indicators.map((one, i) => ({ ...one, code: `${c + 1}.${i + 1}` }))),
    ),
  );
  const thresholds = CLASSES.map((name, index) =>
    threshold(name, Math.round((standard.maximum.points * shares[index]!) / 100)),
  );
  return { ...standard, recognition: { ...standard.recognition, everyCriterionAboveZero, thresholds } };
});

/** Numbers where things happen: small ones, those of a commune, and the largest allowed. */
const someNumber = fc.oneof(fc.nat(4), fc.nat(40), fc.nat(5_000), fc.constant(999_999_999));

/** Figures that pass the checks: a part never above the wholes that it belongs to. */
function arbitraryFigures(standard: Standard): fc.Arbitrary<Figures> {
  const names = Object.keys(standard.inputs);
  const pairs = partsOfWholes(standard);
  const notApplicableSometimes = fc.integer({ min: 0, max: 11 }).map((value) => value === 0);
  return fc
    .tuple(
      ...names.map(() => record({ number: someNumber, absent: notApplicableSometimes, yes: fc.boolean() })),
    )
    .map((drawn) => {
      const numbers = new Map(names.map((name, index) => [name, drawn[index]!.number]));
      for (const [of, all] of pairs) numbers.set(of, Math.min(numbers.get(of)!, numbers.get(all)!));
      return Object.fromEntries(
        names.map((name, index): [string, Figure] => {
          const { absent, yes } = drawn[index]!;
          if (absent) return [name, notApplicable('không phát sinh')];
          return [name, given(standard.inputs[name]!.kind === 'yes_no' ? yes : numbers.get(name)!)];
        }),
      );
    });
}

/** The same figures with some of them not there yet. */
function withGaps(figures: Figures): fc.Arbitrary<Figures> {
  const names = Object.keys(figures);
  return fc.tuple(...names.map(() => fc.nat(9))).map((drawn) =>
    Object.fromEntries(
      names.flatMap((name, index): [string, Figure][] => {
        if (drawn[index] === 0) return [];
        if (drawn[index] === 1) return [[name, NO_DATA]];
        return [[name, drawn[index] === 2 ? NOT_DUE : figures[name]!]];
      }),
    ),
  );
}

export interface Case {
  readonly standard: Standard;
  /** Every figure is given or not applicable. */
  readonly full: AssessmentInput;
  /** The same unit while some figures are not there yet: `full` is one of its completions. */
  readonly input: AssessmentInput;
}

/** A unit under any standard, or under one of the given ones. */
export function arbitraryCase(standards: fc.Arbitrary<Standard> = arbitraryStandard): fc.Arbitrary<Case> {
  return standards.chain((standard) =>
    record({
      figures: arbitraryFigures(standard),
      previous: arbitraryFigures(standard),
      territoryClass: fc.constantFrom(...standard.recognition.thresholds.map((one) => one.class)),
    }).chain((full) =>
      record({
        standard: fc.constant(standard),
        full: fc.constant(full),
        input: record({
          figures: withGaps(full.figures),
          previous: withGaps(full.previous),
          territoryClass: fc.constant(full.territoryClass),
        }),
      }),
    ),
  );
}
