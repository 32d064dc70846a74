import type { IndicatorTrace } from './assessment.ts';
import type { Figure } from './figures.ts';
import { definitionOf, type Indicator, type Standard } from './standard.ts';
import type { Language } from './wording.ts';

/** The indicator of a code. @throws RangeError for a code that the standard does not have. */
export function indicatorOf(standard: Standard, code: string): Indicator {
  for (const criterion of standard.criteria)
    for (const indicator of criterion.indicators) if (indicator.code === code) return indicator;
  throw new RangeError(`${standard.id}: no indicator ${code}`);
}

/** What a person calls an input; its name where the standard does not know it. */
export const labelOf = (standard: Standard, input: string, language: Language): string => {
  const definition = definitionOf(standard, input);
  return definition === undefined ? input : language === 'vi' ? definition.label : definition.labelEn;
};

const numberOf = (figure: Figure): number => (figure.state === 'given' ? Number(figure.value) : 0);

/** The figure at a place of the measure, 0 for the part; zero while it is not given. */
export const figureOf = (trace: IndicatorTrace, place: number, period: 'current' | 'previous'): number =>
  numberOf(trace.inputs.filter((input) => input.period === period)[place]!.figure);

export const lowerFirst = (text: string): string => text.charAt(0).toLocaleLowerCase('vi') + text.slice(1);

/** Says of a figure that it is the previous year's. */
export const ofPeriod = (period: 'current' | 'previous', language: Language): string =>
  period === 'current' ? '' : language === 'vi' ? ' của năm trước' : ' of the previous year';
