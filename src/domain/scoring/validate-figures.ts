import type { Figures } from './figures.ts';
import { definitionOf, inputsOfMeasure, type Standard } from './standard.ts';
import { type Language, wholeText } from './wording.ts';

export type FigureFaultCode =
  | 'unknown_input'
  | 'wrong_kind'
  | 'not_whole'
  | 'negative'
  | 'too_large'
  | 'part_above_whole'
  | 'reason_missing';

export interface FigureFault {
  readonly code: FigureFaultCode;
  readonly input: string;
  readonly period: 'current' | 'previous';
  /** For `part_above_whole`: the input of the whole and both values. */
  readonly whole?: { readonly input: string; readonly value: number; readonly part: number };
}

/** No commune counts more than this; a larger number is a slip of the hand. */
export const LARGEST_FIGURE = 999_999_999;

/** The pairs of inputs of which the first counts a part of the second, each once. */
export function partsOfWholes(standard: Standard): readonly (readonly [part: string, whole: string])[] {
  const pairs = new Map<string, readonly [string, string]>();
  for (const criterion of standard.criteria)
    for (const indicator of criterion.indicators) {
      const [part, whole] = inputsOfMeasure(indicator.measure);
      if (part !== undefined && whole !== undefined) pairs.set(`${part} ${whole}`, [part, whole]);
    }
  return [...pairs.values()];
}

function faultsOfPeriod(standard: Standard, figures: Figures, period: FigureFault['period']): FigureFault[] {
  const faults: FigureFault[] = [];
  for (const [input, figure] of Object.entries(figures)) {
    const definition = definitionOf(standard, input);
    const fault = (code: FigureFaultCode) => faults.push({ code, input, period });
    if (definition === undefined) fault('unknown_input');
    else if (figure.state === 'not_applicable') {
      if (figure.reason.trim() === '') fault('reason_missing');
    } else if (figure.state === 'given') {
      const { value } = figure;
      if ((definition.kind === 'yes_no') !== (typeof value === 'boolean')) fault('wrong_kind');
      else if (typeof value === 'number') {
        if (!Number.isInteger(value)) fault('not_whole');
        else if (value < 0) fault('negative');
        else if (value > LARGEST_FIGURE) fault('too_large');
      }
    }
  }
  for (const [part, whole] of partsOfWholes(standard)) {
    const partFigure = figures[part];
    const wholeFigure = figures[whole];
    if (partFigure?.state !== 'given' || wholeFigure?.state !== 'given') continue;
    const value = Number(wholeFigure.value);
    if (Number(partFigure.value) > value)
      faults.push({
        code: 'part_above_whole',
        input: part,
        period,
        whole: { input: whole, value, part: Number(partFigure.value) },
      });
  }
  return faults;
}

/** Every fault of the figures of both periods; an empty list means that they can be scored. */
export function faultsOfFigures(standard: Standard, figures: Figures, previous: Figures): FigureFault[] {
  return [...faultsOfPeriod(standard, figures, 'current'), ...faultsOfPeriod(standard, previous, 'previous')];
}

/** A fault in words: the thing, what is wrong, what to do. */
export function messageOfFault(fault: FigureFault, standard: Standard, language: Language): string {
  const vi = language === 'vi';
  const labelOf = (input: string) => {
    const definition = definitionOf(standard, input);
    return definition === undefined ? input : vi ? definition.label : definition.labelEn;
  };
  const label = `“${labelOf(fault.input)}”${fault.period === 'previous' ? (vi ? ' của năm trước' : ' of the previous year') : ''}`;
  switch (fault.code) {
    case 'unknown_input':
      return vi
        ? `“${fault.input}” không có trong tiêu chuẩn ${standard.legalBasis.number}. Kiểm tra lại tên số liệu.`
        : `“${fault.input}” is not in the standard ${standard.legalBasis.number}. Check the name.`;
    case 'wrong_kind':
      return standard.inputs[fault.input]!.kind === 'yes_no'
        ? vi
          ? `${label} phải trả lời có hoặc không.`
          : `${label} must be answered yes or no.`
        : vi
          ? `${label} phải là một số.`
          : `${label} must be a number.`;
    case 'not_whole':
      return vi ? `${label} phải là số nguyên, không có phần thập phân.` : `${label} must be a whole number.`;
    case 'negative':
      return vi ? `${label} không được là số âm.` : `${label} must not be negative.`;
    case 'too_large':
      return vi
        ? `${label} không được lớn hơn ${wholeText(LARGEST_FIGURE, language)}.`
        : `${label} must not be above ${wholeText(LARGEST_FIGURE, language)}.`;
    case 'reason_missing':
      return vi
        ? `${label} ghi là không áp dụng thì phải nêu lý do.`
        : `${label} is marked not applicable: give the reason.`;
    case 'part_above_whole': {
      const { input, value } = fault.whole!;
      return vi
        ? `${label} không thể lớn hơn “${labelOf(input)}” (${wholeText(value, language)}). Kiểm tra lại cả hai số.`
        : `${label} cannot be above “${labelOf(input)}” (${wholeText(value, language)}). Check both numbers.`;
    }
  }
}

/** A change below this many is never wild, however large its share. */
const WILD_CHANGE_AT_LEAST = 10;

/**
 * Whether a figure moved so far from last year's that the person who enters it is asked for a note:
 * by more than half of last year's value, and by at least ten. A rule of this program, not of the law.
 */
export function isWildChange(now: number, lastYear: number): boolean {
  const difference = Math.abs(now - lastYear);
  return difference >= WILD_CHANGE_AT_LEAST && difference * 2 > lastYear;
}
