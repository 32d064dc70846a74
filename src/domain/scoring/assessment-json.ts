import type { Assessment } from './assessment.ts';
import { explainReason, formulaOf, sentenceOf } from './explain.ts';
import type { Standard } from './standard.ts';

/**
 * An assessment as programs read it: `mang-non assess --json` and the page's API give the same.
 * Each reason and each score carries its sentence; `least` and `most` say what an incomplete total can still become.
 */
export function assessmentJson(assessment: Assessment, standard: Standard) {
  const { total, least, most } = assessment;
  return {
    standard: assessment.standard.id,
    standardVersion: assessment.standard.version,
    class: assessment.territoryClass,
    verdict: assessment.verdict,
    total,
    ...(total === null ? { least, most } : {}),
    maximum: assessment.maximum,
    threshold: assessment.threshold,
    provisional: assessment.provisional.length > 0,
    ...(assessment.provisional.length > 0
      ? { note: 'tạm tính: thang điểm chưa đối chiếu với phụ lục', provisionalValues: assessment.provisional }
      : {}),
    reasons: assessment.reasons.map((reason) => ({
      ...reason,
      text: explainReason(reason, standard, assessment, 'vi'),
      textEn: explainReason(reason, standard, assessment, 'en'),
    })),
    criteria: assessment.criteria.map((criterion) => ({
      number: criterion.number,
      points: criterion.points,
      ...(criterion.points === null ? { least: criterion.least, most: criterion.most } : {}),
      maximum: criterion.maximum,
      disqualifyingZero: criterion.disqualifyingZero,
      indicators: criterion.indicators.map((indicator) => ({
        code: indicator.code,
        points: indicator.points,
        ...(indicator.points === null ? { least: indicator.least, most: indicator.most } : {}),
        maximum: indicator.maximum,
        trace: {
          ...indicator.trace,
          formula: formulaOf(indicator.trace, standard, 'vi'),
          sentence: sentenceOf(indicator.trace, standard, indicator.points, 'vi'),
          sentenceEn: sentenceOf(indicator.trace, standard, indicator.points, 'en'),
        },
      })),
    })),
  };
}
