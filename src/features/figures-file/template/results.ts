import {
  compileStandard,
  type Figure,
  type Figures,
  type Standard,
  score,
  type TerritoryClass,
} from '../../../domain/scoring/index.ts';
import { NO, YES } from '../state-words.ts';
import { SHEET_WORDS } from './formulas.ts';
import type { IndicatorRows } from './layout.ts';

/** What a formula gives before the sheet is computed for the first time. */
export type CellResult = number | string;

export interface SheetResults {
  status(input: string): number;
  amount(input: string): number;
  amountBefore(input: string): number;
  measured(rows: IndicatorRows): CellResult;
  indicatorPoints(code: string): CellResult;
  criterionPoints(criterion: number): CellResult;
  readonly total: CellResult;
  readonly threshold: CellResult;
  readonly zeros: number;
  readonly missing: number;
  readonly verdict: string;
}

const statusOf = (figure: Figure | undefined): number =>
  figure?.state === 'given' ? 0 : figure?.state === 'not_applicable' ? 2 : 1;

const amountOf = (figure: Figure | undefined): number | null =>
  figure?.state === 'given' ? Number(figure.value) : null;

function measuredOf(
  { indicator, inputs }: IndicatorRows,
  figures: Figures,
  previous: Figures,
): CellResult | null {
  const { measure } = indicator;
  const [part, whole] = inputs.map(({ input }) => amountOf(figures[input]));
  if (part === null || part === undefined || whole === null) return null;
  switch (measure.kind) {
    case 'yes_no':
      return part === 1 ? YES : NO;
    case 'count':
      return part;
    case 'change': {
      const before = amountOf(previous[measure.input]);
      return before === null || before === 0 ? null : ((part - before) * 100) / before;
    }
    default:
      return whole === undefined || whole === 0
        ? null
        : (part * (measure.kind === 'rate' ? measure.per : 100)) / whole;
  }
}

/** A class that every indicator measures on its common scale, as the sheet does while no class is chosen. */
function classOfCommonScale(standard: Standard): TerritoryClass {
  const indicators = standard.criteria.flatMap((criterion) => criterion.indicators);
  const { thresholds } = standard.recognition;
  const common = thresholds.find((one) => indicators.every(({ scaleByClass }) => !scaleByClass?.[one.class]));
  return (common ?? thresholds[0]!).class;
}

/** The results of every formula as the scoring engine gives them, kept in the cells until the sheet computes itself. */
export function resultsOf(
  standard: Standard,
  input: { figures: Figures; previous: Figures; territoryClass: TerritoryClass | null },
): SheetResults {
  const { figures, previous, territoryClass } = input;
  const assessment = score(compileStandard(standard), {
    figures,
    previous,
    territoryClass: territoryClass ?? classOfCommonScale(standard),
  });
  const indicators = assessment.criteria.flatMap((criterion) => criterion.indicators);
  const pointsOf = (code: string) => indicators.find((one) => one.code === code)!.points ?? '';
  const criterionPoints = (number: number) =>
    assessment.criteria.find((one) => one.number === number)!.points ?? '';
  const missing = indicators.filter(({ points }) => points === null).length;
  const zeros = assessment.criteria.filter(({ points }) => points === 0).length;
  return {
    status: (name) => statusOf(figures[name]),
    amount: (name) => amountOf(figures[name]) ?? 0,
    amountBefore: (name) => amountOf(previous[name]) ?? -1,
    measured: (rows) =>
      measuredOf(rows, figures, previous) ??
      (pointsOf(rows.indicator.code) === '' ? SHEET_WORDS.missing : SHEET_WORDS.noOccurrence),
    indicatorPoints: pointsOf,
    criterionPoints,
    total: assessment.total ?? SHEET_WORDS.incomplete,
    threshold: territoryClass === null ? '' : assessment.threshold,
    zeros,
    missing,
    verdict: verdictText(standard, {
      missing,
      zeros,
      total: assessment.total,
      threshold: territoryClass === null ? null : assessment.threshold,
    }),
  };
}

/** The verdict as `verdictFormula` words it. */
function verdictText(
  standard: Standard,
  {
    missing,
    zeros,
    total,
    threshold,
  }: { missing: number; zeros: number; total: number | null; threshold: number | null },
): string {
  if (missing > 0 || total === null) return `${SHEET_WORDS.incomplete}: còn ${missing} chỉ tiêu`;
  if (threshold === null) return SHEET_WORDS.chooseClass;
  const faults: string[] = [];
  if (standard.recognition.everyCriterionAboveZero && zeros > 0) faults.push(` có ${zeros} tiêu chí 0 điểm`);
  if (total < threshold) faults.push(` thiếu ${threshold - total} điểm`);
  return faults.length === 0 ? SHEET_WORDS.recognisable : `${SHEET_WORDS.notRecognisable}${faults.join(',')}`;
}
