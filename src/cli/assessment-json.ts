import {
  type Assessment,
  explainReason,
  type Figure,
  formulaOf,
  type Indicator,
  type IndicatorScore,
  type Standard,
  sentenceOf,
} from '../domain/scoring/index.ts';
import type { Language } from '../domain/text/index.ts';
import type { FiguresFile } from '../features/figures-file/index.ts';

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

/** The result for programs: what the page shows, with the grounds of every point. */
export function assessmentJson(
  assessment: Assessment,
  standard: Standard,
  file: Pick<FiguresFile, 'unit' | 'year'>,
  language: Language,
) {
  const { total, least, most } = assessment;
  return {
    standard: standard.id,
    version: standard.version,
    unit: file.unit,
    year: file.year,
    class: assessment.territoryClass,
    verdict: assessment.verdict,
    total,
    ...(total === null ? { least, most } : {}),
    maximum: assessment.maximum,
    threshold: assessment.threshold,
    provisional: assessment.provisional.length > 0,
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
