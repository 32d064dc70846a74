import type { Assessment, IndicatorScore } from './assessment.ts';
import { explainReason, formulaOf, sentenceOf } from './explain.ts';
import type { Figure } from './figures.ts';
import type { Indicator, Standard } from './standard.ts';
import type { Language } from './wording.ts';

/** Said wherever a value took part that nobody has compared with the annex of the decision yet. */
export const PROVISIONAL = {
  vi: 'tạm tính: thang điểm chưa đối chiếu với phụ lục',
  en: 'provisional: the scale has not been checked against the annex',
} as const;

function figureJson(figure: Figure) {
  switch (figure.state) {
    case 'given':
      return { state: figure.state, value: figure.value };
    case 'not_applicable':
      return { state: figure.state, reason: figure.reason };
    default:
      return { state: figure.state };
  }
}

function indicatorJson(score: IndicatorScore, indicator: Indicator, standard: Standard, language: Language) {
  const { trace, points, maximum } = score;
  const { band, inputs, missing } = trace;
  return {
    code: score.code,
    statement: language === 'vi' ? indicator.statement : indicator.statementEn,
    points,
    ...(points === null ? { least: score.least, most: score.most } : {}),
    maximum,
    trace: {
      measure: trace.measure,
      inputs: inputs.map(({ input, period, figure }) => ({ input, period, ...figureJson(figure) })),
      value: trace.value,
      formula: formulaOf(trace, standard, language),
      outcome: trace.outcome,
      band: band === null ? null : { index: band.index, ...band.condition },
      missing,
      article: trace.article,
      standard: trace.standard,
      provenance: {
        measure: indicator.measureProvenance,
        points: indicator.pointsProvenance,
        deciding:
          band?.provenance ?? (trace.outcome === 'missing' ? null : indicator.emptyDenominator!.provenance),
      },
      provisional: trace.provisional,
      sentence: {
        vi: sentenceOf(trace, standard, points, 'vi'),
        en: sentenceOf(trace, standard, points, 'en'),
      },
    },
  };
}

/**
 * An assessment for programs, with the grounds of every point: the command line and the page give the same.
 * `least` and `most` say what an incomplete total can still become.
 */
export function assessmentJson(
  assessment: Assessment,
  standard: Standard,
  about: { readonly unit: string | null; readonly year: number | null },
  language: Language,
) {
  const { total, least, most } = assessment;
  return {
    standard: standard.id,
    version: standard.version,
    unit: about.unit,
    year: about.year,
    class: assessment.territoryClass,
    verdict: assessment.verdict,
    total,
    ...(total === null ? { least, most } : {}),
    maximum: assessment.maximum,
    threshold: assessment.threshold,
    provisional: assessment.provisional.length > 0,
    ...(assessment.provisional.length > 0 ? { note: PROVISIONAL[language] } : {}),
    provisionalValues: assessment.provisional,
    reasons: assessment.reasons.map((reason) => ({
      ...reason,
      text: explainReason(reason, standard, assessment, language),
    })),
    criteria: assessment.criteria.map((score) => {
      const criterion = standard.criteria.find(({ number }) => number === score.number)!;
      return {
        number: score.number,
        name: language === 'vi' ? criterion.name : criterion.nameEn,
        points: score.points,
        ...(score.points === null ? { least: score.least, most: score.most } : {}),
        maximum: score.maximum,
        disqualifyingZero: score.disqualifyingZero,
        indicators: score.indicators.map((one, index) =>
          indicatorJson(one, criterion.indicators[index]!, standard, language),
        ),
      };
    }),
  };
}
