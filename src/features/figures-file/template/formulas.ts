import type { Band, Indicator, Measure, Standard } from '../../../domain/scoring/index.ts';
import { NO, STATE_WORDS, YES } from '../state-words.ts';
import { COLUMN, type IndicatorRows, type Layout, ROW } from './layout.ts';

/**
 * The rules of the standard as formulas of the sheet. Limits are compared by multiplying across, in whole numbers, so
 * that 97,996% is not 98% here either. A result that lacks a figure is an empty text.
 */
const at = (column: keyof typeof COLUMN, row: number): string => `$${COLUMN[column]}$${row}`;

/** 0 given, 1 missing, 2 not applicable: of the figure typed in a row. */
export function statusFormula(row: number, kind: 'count' | 'yes_no'): string {
  const value = at('value', row);
  const state = at('state', row);
  const isGiven =
    kind === 'yes_no'
      ? `IF(OR(${value}="${YES}",${value}="${NO}"),0,1)`
      : `IF(ISNUMBER(${value}),IF(AND(${value}>=0,${value}=INT(${value})),0,1),1)`;
  const { not_applicable, no_data, not_due } = STATE_WORDS;
  return `IF(${state}="${not_applicable}",2,IF(OR(${state}="${no_data}",${state}="${not_due}"),1,${isGiven}))`;
}

export function amountFormula(row: number, kind: 'count' | 'yes_no'): string {
  const value = at('value', row);
  return `IF(${at('status', row)}=0,${kind === 'yes_no' ? `IF(${value}="${YES}",1,0)` : value},0)`;
}

export function amountBeforeFormula(row: number): string {
  const before = at('previous', row);
  return `IF(ISNUMBER(${before}),IF(AND(${before}>=0,${before}=INT(${before})),${before},-1),-1)`;
}

/** A decimal of the standard as a fraction of whole numbers: 97.5 is 975/10. */
function fraction(value: number): { numerator: string; denominator: number } {
  const [whole = '', decimals = ''] = String(value).split('.');
  return { numerator: String(Number(whole + decimals)), denominator: 10 ** decimals.length };
}

const factorOf = (measure: Measure): number =>
  measure.kind === 'rate' ? measure.per : measure.kind === 'yes_no' || measure.kind === 'count' ? 1 : 100;

interface Quotient {
  readonly numerator: string;
  readonly denominator: string;
  readonly factor: number;
}

/** The measured value as a quotient of cells. */
function quotientOf({ indicator, inputs }: IndicatorRows): Quotient {
  const [part, whole] = inputs;
  const factor = factorOf(indicator.measure);
  if (indicator.measure.kind === 'change') {
    const before = at('amountBefore', part!.typedAt);
    return { numerator: `(${at('amount', part!.typedAt)}-${before})`, denominator: before, factor };
  }
  return {
    numerator: at('amount', part!.typedAt),
    denominator: whole === undefined ? '1' : at('amount', whole.typedAt),
    factor,
  };
}

function comparison(quotient: Quotient, operator: string, limit: number): string {
  const { numerator, denominator } = fraction(limit);
  return `${quotient.numerator}*${quotient.factor * denominator}${operator}${numerator}*${quotient.denominator}`;
}

function conditionFormula(band: Band, quotient: Quotient): string {
  if ('equals' in band) return comparison(quotient, '=', Number(band.equals));
  const tests: string[] = [];
  if ('atLeast' in band) tests.push(comparison(quotient, '>=', band.atLeast));
  if ('moreThan' in band) tests.push(comparison(quotient, '>', band.moreThan));
  if ('atMost' in band && band.atMost !== undefined) tests.push(comparison(quotient, '<=', band.atMost));
  if ('lessThan' in band && band.lessThan !== undefined) tests.push(comparison(quotient, '<', band.lessThan));
  return tests.length === 1 ? tests[0]! : `AND(${tests.join(',')})`;
}

/** The bands in order: the first that holds gives the points. */
function scaleFormula(bands: readonly Band[], rows: IndicatorRows, quotient: Quotient): string {
  const [band, ...rest] = bands;
  if (band === undefined) return '""';
  if ('otherwise' in band) return String(band.points);
  const next = scaleFormula(rest, rows, quotient);
  if (!('change' in band)) return `IF(${conditionFormula(band, quotient)},${band.points},${next})`;
  const [part, whole] = rows.inputs;
  const now = at('amount', part!.typedAt);
  const before = at('amountBefore', part!.typedAt);
  if (whole === undefined) return `IF(${before}<0,"",IF(${now}<${before},${band.points},${next}))`;
  const wholeNow = at('amount', whole.typedAt);
  const wholeBefore = at('amountBefore', whole.typedAt);
  const decreased = `${now}*${wholeBefore}<${before}*${wholeNow}`;
  return `IF(OR(${before}<0,${wholeBefore}<=0),"",IF(${decreased},${band.points},${next}))`;
}

/** What a denominator of zero or a figure that is not applicable gives: points, or nothing. */
function emptyPoints(indicator: Indicator): string {
  if (indicator.emptyDenominator === undefined) return '""';
  return indicator.emptyDenominator.gives === 'fullPoints' ? String(indicator.points) : '0';
}

const statuses = ({ inputs }: IndicatorRows, status: number): string[] =>
  inputs.map(({ typedAt }) => `${at('status', typedAt)}=${status}`);

/** Whether the value can be computed: every figure given, and something to divide by. */
function computable(rows: IndicatorRows): string {
  const { denominator } = quotientOf(rows);
  return `AND(${[...statuses(rows, 0), ...(denominator === '1' ? [] : [`${denominator}>0`])].join(',')})`;
}

/** The points of an indicator; an empty text while a figure is missing. */
export function pointsFormula(rows: IndicatorRows): string {
  const { indicator } = rows;
  const quotient = quotientOf(rows);
  const empty = emptyPoints(indicator);
  let scale = scaleFormula(indicator.scale, rows, quotient);
  for (const [territoryClass, bands] of Object.entries(indicator.scaleByClass ?? {}))
    scale = `IF(${at('status', ROW.class)}="${territoryClass}",${scaleFormula(bands, rows, quotient)},${scale})`;
  if (quotient.denominator !== '1') scale = `IF(${quotient.denominator}=0,${empty},${scale})`;
  if (indicator.measure.kind === 'change') scale = `IF(${quotient.denominator}<0,"",${scale})`;
  return `IF(AND(${statuses(rows, 0).join(',')}),${scale},IF(OR(${statuses(rows, 2).join(',')}),${empty},""))`;
}

/** Words of the sheet that stand in place of a value. */
export const SHEET_WORDS = {
  missing: 'Thiếu số liệu',
  noOccurrence: 'Không phát sinh',
  incomplete: 'Chưa đủ số liệu',
  chooseClass: 'Chưa chọn loại địa bàn',
  recognisable: 'Đủ điều kiện đề nghị công nhận',
  notRecognisable: 'Chưa đủ điều kiện:',
} as const;

/** The measured value for the eye; points never depend on it. */
export function measuredFormula(rows: IndicatorRows): string {
  const quotient = quotientOf(rows);
  const value =
    rows.indicator.measure.kind === 'yes_no'
      ? `IF(${quotient.numerator}=1,"${YES}","${NO}")`
      : quotient.denominator === '1'
        ? quotient.numerator
        : `${quotient.numerator}*${quotient.factor}/${quotient.denominator}`;
  const otherwise = `IF(${at('points', rows.row)}="","${SHEET_WORDS.missing}","${SHEET_WORDS.noOccurrence}")`;
  return `IF(${computable(rows)},${value},${otherwise})`;
}

/** The sum of some cells once every one of them holds a number; before that, `until`. */
function completeSum(cells: readonly string[], until: string): string {
  return `IF(COUNT(${cells.join(',')})=${cells.length},SUM(${cells.join(',')}),"${until}")`;
}

export function subtotalFormula(indicators: readonly IndicatorRows[]): string {
  return completeSum(
    indicators.map(({ row }) => at('points', row)),
    '',
  );
}

/** 1 for a criterion that scores nothing, in the helper column of its band. */
export function zeroFormula(row: number): string {
  return `IF(ISNUMBER(${at('points', row)}),IF(${at('points', row)}=0,1,0),0)`;
}

/** Where the results stand, at the head of the sheet, beside the particulars. */
export const RESULT = {
  total: at('measured', ROW.standard),
  threshold: at('measured', ROW.version),
  zeros: at('measured', ROW.unit),
  missing: at('measured', ROW.year),
} as const;

export function totalFormula(layout: Layout): string {
  return completeSum(
    layout.criteria.map(({ row }) => at('points', row)),
    SHEET_WORDS.incomplete,
  );
}

export function zerosFormula(layout: Layout): string {
  return `SUM(${layout.criteria.map(({ row }) => at('status', row)).join(',')})`;
}

export function missingFormula(layout: Layout): string {
  return `${layout.indicators.length}-COUNT(${layout.indicators.map(({ row }) => at('points', row)).join(',')})`;
}

/** Looks the chosen class up in the hidden sheet of lists; `column` B holds the points, C the code. */
export function classLookup(lists: string, classes: number, column: 'B' | 'C'): string {
  const range = (letter: string) => `'${lists}'!$${letter}$1:$${letter}$${classes}`;
  return `IFERROR(INDEX(${range(column)},MATCH(${at('value', ROW.class)},${range('A')},0)),"")`;
}

export function verdictFormula(standard: Standard): string {
  const { total, threshold, zeros, missing } = RESULT;
  const zeroRules = standard.recognition.everyCriterionAboveZero ? `${zeros}>0` : 'FALSE';
  const w = SHEET_WORDS;
  const zeroText = `IF(${zeroRules}," có "&${zeros}&" tiêu chí 0 điểm","")`;
  const joint = `IF(AND(${zeroRules},${total}<${threshold}),",","")`;
  const belowText = `IF(${total}<${threshold}," thiếu "&(${threshold}-${total})&" điểm","")`;
  return [
    `IF(${missing}>0,"${w.incomplete}: còn "&${missing}&" chỉ tiêu"`,
    `IF(${threshold}="","${w.chooseClass}"`,
    `IF(OR(${zeroRules},${total}<${threshold}),"${w.notRecognisable}"&${zeroText}&${joint}&${belowText}`,
    `"${w.recognisable}")))`,
  ].join(',');
}
