import qd06 from '../../../../standards/qd-06-2019.json' with { type: 'json' };
import {
  type Band,
  type BandCondition,
  type Criterion,
  type Indicator,
  type InputDefinition,
  inputsOfMeasure,
  type Measure,
  type Provenance,
  type Standard,
  type Threshold,
} from '../index.ts';

/** The standard of Quyết định 06/QĐ-TTg as the program carries it. */
export const QD_06 = qd06 as unknown as Standard;

export const official: Provenance = { status: 'official' };
export const provisional: Provenance = { status: 'provisional', note: 'chờ đối chiếu' };

/** A band; seen in the instrument unless said otherwise. */
export function band(condition: BandCondition, points: number, provenance: Provenance = official): Band {
  return { ...condition, points, provenance };
}

export const otherwise = (points: number): Band => band({ otherwise: true }, points);

/** "98 or more 50, 95 or more 40, all else nothing": the usual ladder of a share. */
export function ladder(...steps: readonly (readonly [atLeast: number, points: number])[]): Band[] {
  return [...steps.map(([atLeast, points]) => band({ atLeast }, points)), otherwise(0)];
}

const usualScale = (measure: Measure): Band[] =>
  measure.kind === 'yes_no' ? [band({ equals: true }, 50), otherwise(0)] : ladder([90, 50], [50, 20]);

/** An indicator; its points are the best of its scale. */
export function indicator(
  code: string,
  measure: Measure,
  changes: Partial<Omit<Indicator, 'code' | 'measure'>> = {},
): Indicator {
  const scale = changes.scale ?? usualScale(measure);
  return {
    code,
    statement: `Chỉ tiêu ${code}`,
    statementEn: `Indicator ${code}`,
    points: Math.max(...scale.map(({ points }) => points)),
    pointsProvenance: official,
    measure,
    measureProvenance: official,
    scale,
    lowerIsBetter: false,
    evidence: [],
    disqualifyingRisk: false,
    ...changes,
  };
}

/** A criterion; its points are the sum of its indicators. */
export function criterion(number: number, ...indicators: readonly Indicator[]): Criterion {
  return {
    number,
    letter: String.fromCharCode(96 + number),
    name: `Tiêu chí thử số ${number}`,
    nameEn: `Test criterion ${number}`,
    article: `Điều 2 khoản ${number}`,
    maxPoints: indicators.reduce((sum, { points }) => sum + points, 0),
    maxPointsProvenance: official,
    defaultOwner: 'culture_society',
    defaultDue: '10-31',
    indicators,
  };
}

export const threshold = (name: string, points: number): Threshold => ({
  class: name,
  statement: `Nhóm ${name}`,
  statementEn: `Group ${name}`,
  points,
});

/** A count or yes/no input whose words are made from its name. */
export const inputNamed = (name: string, kind: InputDefinition['kind']): InputDefinition => ({
  kind,
  label: `Số ${name}`,
  labelEn: `Number of ${name}`,
  definition: `Định nghĩa ${name}`,
  source: `Sổ ${name}`,
  provenance: official,
});

/** A standard of the given criteria: its inputs, sums and one class `other` follow from them. */
export function standardOf(
  criteria: readonly Criterion[],
  changes: Partial<Omit<Standard, 'criteria'>> = {},
): Standard {
  const measures = criteria.flatMap((one) => one.indicators.map(({ measure }) => measure));
  const inputs: Record<string, InputDefinition> = {};
  for (const measure of measures)
    for (const name of inputsOfMeasure(measure))
      inputs[name] = inputNamed(name, measure.kind === 'yes_no' ? 'yes_no' : 'count');
  const points = criteria.reduce((sum, { maxPoints }) => sum + maxPoints, 0);
  return {
    id: 'thu-nghiem',
    version: 1,
    title: 'Tiêu chuẩn thử nghiệm',
    titleEn: 'Test standard',
    legalBasis: { number: '99/QĐ-TEST', issued: '2026-01-01', issuer: 'Cơ quan thử nghiệm' },
    inForce: { from: '2026-01-01', until: null },
    maximum: { points, provenance: official },
    recognition: {
      everyCriterionAboveZero: true,
      thresholds: [threshold('other', Math.floor(points / 2))],
      provenance: official,
      openQuestions: [],
    },
    timing: { rule: 'hằng năm', provenance: official },
    inputs,
    criteria,
    ...changes,
  };
}

/** A standard of one indicator. */
export function standardWith(one: Indicator, changes: Partial<Omit<Standard, 'criteria'>> = {}): Standard {
  return standardOf([criterion(1, one)], changes);
}
