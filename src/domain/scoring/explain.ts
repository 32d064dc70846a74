import type { Assessment, IndicatorTrace, Reason } from './assessment.ts';
import { figureOf, indicatorOf, labelOf, lowerFirst, ofPeriod } from './naming.ts';
import { factorOf, type Indicator, type Standard } from './standard.ts';
import { bandText, type Language, unitOf, valueText, wholeText } from './wording.ts';

export type { Language } from './wording.ts';

/** All scales of an indicator together: enough limits to keep a rounded value on its side of each. */
const everyScale = (indicator: Indicator) => [
  ...indicator.scale,
  ...Object.values(indicator.scaleByClass ?? {}).flat(),
];

/** The formula with the figures in it, "203 × 100 ÷ 212 = 95,75%"; null where nothing is computed. */
export function formulaOf(trace: IndicatorTrace, standard: Standard, language: Language): string | null {
  if (trace.value === null) return null;
  const { measure } = trace;
  if (measure.kind === 'yes_no' || measure.kind === 'count') return null;
  const indicator = indicatorOf(standard, trace.indicator);
  const result = `${valueText(trace.value, everyScale(indicator), language)}${measure.kind === 'rate' ? '' : unitOf(measure, language)}`;
  const whole = (value: number) => wholeText(value, language);
  if (measure.kind === 'change') {
    const now = figureOf(trace, 0, 'current');
    const before = figureOf(trace, 0, 'previous');
    return `(${whole(now)} − ${whole(before)}) × 100 ÷ ${whole(before)} = ${result}`;
  }
  return `${whole(figureOf(trace, 0, 'current'))} × ${whole(factorOf(measure))} ÷ ${whole(figureOf(trace, 1, 'current'))} = ${result}`;
}

/** The rate or count of the previous period, as the formula of the comparison. */
function previousValue(trace: IndicatorTrace, indicator: Indicator, language: Language): string | null {
  if (!trace.inputs.some((input) => input.period === 'previous') || trace.measure.kind === 'change')
    return null;
  const value = {
    numerator: figureOf(trace, 0, 'previous') * factorOf(trace.measure),
    denominator: trace.measure.kind === 'count' ? 1 : figureOf(trace, 1, 'previous'),
  };
  return `${valueText(value, everyScale(indicator), language)}${unitOf(trace.measure, language)}`;
}

function measuredPhrase(trace: IndicatorTrace, standard: Standard, language: Language): string {
  const indicator = indicatorOf(standard, trace.indicator);
  const { measure } = trace;
  const label = (input: string) => labelOf(standard, input, language);
  const figure = (place: number) => wholeText(figureOf(trace, place, 'current'), language);
  const value =
    trace.value === null
      ? ''
      : `${valueText(trace.value, everyScale(indicator), language)}${unitOf(measure, language)}`;
  const vi = language === 'vi';
  switch (measure.kind) {
    case 'yes_no': {
      const yes = trace.inputs[0]!.figure.state === 'given' && trace.inputs[0]!.figure.value === true;
      return `${label(measure.input)}: ${vi ? (yes ? 'có' : 'không') : yes ? 'yes' : 'no'}`;
    }
    case 'count':
      return vi ? `${label(measure.input)} là ${figure(0)}` : `${label(measure.input)}: ${figure(0)}`;
    case 'change':
      return vi
        ? `${label(measure.input)} là ${figure(0)}, thay đổi ${value} so với kỳ trước`
        : `${label(measure.input)}: ${figure(0)}, a change of ${value} against the previous period`;
    default: {
      const [part, whole] =
        measure.kind === 'survey'
          ? [measure.satisfied, measure.answered]
          : [measure.numerator, measure.denominator];
      return vi
        ? `${label(part)} là ${figure(0)} trên ${lowerFirst(label(whole))} là ${figure(1)}, bằng ${value}`
        : `${label(part)}: ${figure(0)} of ${figure(1)} (${lowerFirst(label(whole))}), which is ${value}`;
    }
  }
}

function missingPhrase(trace: IndicatorTrace, standard: Standard, language: Language): string {
  const vi = language === 'vi';
  return trace.missing
    .map((figure) => {
      const label = `“${labelOf(standard, figure.input, language)}”`;
      const year = ofPeriod(figure.period, language);
      switch (figure.state) {
        case 'no_data':
          return vi ? `chưa có số liệu ${label}${year}` : `no data yet for ${label}${year}`;
        case 'not_due':
          return vi ? `${label}${year} chưa đến hạn` : `${label}${year} is not yet due`;
        case 'not_applicable':
          return vi
            ? `${label}${year} ghi là không áp dụng nhưng tiêu chuẩn không có quy tắc cho trường hợp này`
            : `${label}${year} is marked not applicable, for which the standard has no rule`;
        case 'given':
          return vi
            ? `${label}${year} bằng 0 nên chưa tính được`
            : `${label}${year} is zero, so nothing can be computed`;
      }
    })
    .join('; ');
}

const provisionalNote = { vi: ' (tạm tính)', en: ' (provisional)' } as const;

/**
 * One plain sentence about a score, made from its trace:
 * "Số trẻ em … là 203 trên tổng số … là 212, bằng 95,75%: từ 95% đến dưới 98%, được 40 trên 50 điểm (tạm tính)."
 */
export function sentenceOf(
  trace: IndicatorTrace,
  standard: Standard,
  points: number | null,
  language: Language,
): string {
  const indicator = indicatorOf(standard, trace.indicator);
  const vi = language === 'vi';
  const whole = (value: number) => wholeText(value, language);
  if (trace.outcome === 'missing' || points === null) {
    const missing = missingPhrase(trace, standard, language);
    return vi ? `Chưa tính điểm: ${missing}.` : `Not scored yet: ${missing}.`;
  }
  const result = vi
    ? `${points === 0 ? 'không được điểm' : `được ${whole(points)} trên ${whole(indicator.points)} điểm`}`
    : `${whole(points)} of ${whole(indicator.points)} points`;
  const provisional = trace.provisional.length > 0 ? provisionalNote[language] : '';
  if (trace.outcome === 'empty_denominator') {
    // The whole comes last; for a change it is the figure of the previous year.
    const { input, period } = trace.inputs[trace.inputs.length - 1]!;
    const label = `${labelOf(standard, input, language)}${ofPeriod(period, language)}`;
    return vi
      ? `${label} bằng 0: ${result} theo quy tắc khi không phát sinh${provisional}.`
      : `${label} is zero: ${result} by the rule for no occurrence${provisional}.`;
  }
  if (trace.outcome === 'not_applicable') {
    const input = trace.inputs.find(({ figure }) => figure.state === 'not_applicable')!;
    const reason = input.figure.state === 'not_applicable' ? input.figure.reason : '';
    const label = `“${labelOf(standard, input.input, language)}”${ofPeriod(input.period, language)}`;
    return vi
      ? `${label} không áp dụng (${reason}): ${result} theo quy tắc khi không phát sinh${provisional}.`
      : `${label} is not applicable (${reason}): ${result} by the rule for no occurrence${provisional}.`;
  }
  const band = bandText(trace.band!.condition, trace.band!.before, trace.measure, language);
  const before = previousValue(trace, indicator, language);
  const compared = before === null ? '' : vi ? ` (kỳ trước ${before})` : ` (previous period ${before})`;
  const measured = measuredPhrase(trace, standard, language);
  if (trace.measure.kind === 'yes_no') return `${measured}, ${result}${provisional}.`;
  // "Events: 4: 4 or more" would be hard to read.
  const joint = trace.measure.kind === 'count' && !vi ? ', which is ' : ': ';
  return `${measured}${joint}${band}${compared}, ${result}${provisional}.`;
}

/** One reason against recognition in a plain sentence, with the figures behind it. */
export function explainReason(
  reason: Reason,
  standard: Standard,
  assessment: Assessment,
  language: Language,
): string {
  const vi = language === 'vi';
  const whole = (value: number) => wholeText(value, language);
  switch (reason.code) {
    case 'disqualifying_zero': {
      const criterion = standard.criteria.find(({ number }) => number === reason.criterion)!;
      return vi
        ? `Tiêu chí ${reason.criterion} (${criterion.name}) 0 điểm. Một tiêu chí 0 điểm thì không được công nhận, dù tổng điểm bao nhiêu.`
        : `Criterion ${reason.criterion} (${criterion.nameEn}) scores 0. With one criterion at zero there is no recognition, whatever the total.`;
    }
    case 'below_threshold': {
      const reached = whole(assessment.most);
      const threshold = whole(assessment.threshold);
      if (assessment.total === null)
        return vi
          ? `Tổng điểm cao nhất còn có thể đạt là ${reached}, thiếu ${whole(reason.missing)} điểm so với ngưỡng ${threshold}.`
          : `The total can reach ${reached} at most, ${whole(reason.missing)} points short of the threshold of ${threshold}.`;
      return vi
        ? `Tổng ${reached} điểm, thiếu ${whole(reason.missing)} điểm so với ngưỡng ${threshold}.`
        : `The total of ${reached} is ${whole(reason.missing)} points short of the threshold of ${threshold}.`;
    }
    case 'figure_missing': {
      const label = labelOf(standard, reason.input, language);
      const indicators = reason.indicators.join(', ');
      const year = ofPeriod(reason.period, language);
      const state = {
        no_data: vi ? 'chưa có số liệu' : 'no data yet',
        not_due: vi ? 'chưa đến hạn' : 'not yet due',
        not_applicable: vi
          ? 'không áp dụng, tiêu chuẩn không có quy tắc'
          : 'not applicable, no rule in the standard',
        given: vi ? 'bằng 0, chưa tính được' : 'zero, nothing can be computed',
      }[reason.state];
      return vi
        ? `Thiếu “${label}”${year} (${state}), dùng cho chỉ tiêu ${indicators}.`
        : `Missing “${label}”${year} (${state}), used by indicator ${indicators}.`;
    }
  }
}
