import {
  type Assessment,
  bandText,
  type CriterionScore,
  type Figure,
  formulaOf,
  type IndicatorScore,
  type Standard,
} from '../domain/scoring/index.ts';
import { wholeText } from '../domain/scoring/wording.ts';
import { bold, italic, plain, type Run, type Table, type TableCell, type TableRow } from './block-model.ts';

/** After points in which a value took part that was not seen in the instrument. */
export const PROVISIONAL_MARK = '(*)';

/** A number of points as documents write it. */
export const wholePoints = (points: number): string => wholeText(points, 'vi');

/** Points where they are certain, otherwise the least and the most that they can still become. */
export function pointsText(score: { readonly least: number; readonly most: number }): string {
  const { least, most } = score;
  return least === most ? wholePoints(least) : `${wholePoints(least)}–${wholePoints(most)}`;
}

/** A given figure as documents write it; any other state in words. */
export function figureText(figure: Figure): string {
  switch (figure.state) {
    case 'given':
      if (typeof figure.value === 'boolean') return figure.value ? 'Có' : 'Không';
      return wholeText(figure.value, 'vi');
    case 'no_data':
      return 'Chưa có số liệu';
    case 'not_due':
      return 'Chưa đến hạn';
    case 'not_applicable':
      return `Không áp dụng: ${figure.reason}`;
  }
}

/** The table of the criteria with their indicators, the figures behind each and the points. */
export function criteriaTable(
  standard: Standard,
  assessment: Assessment,
  ownerNames: Readonly<Record<number, string>>,
): Table {
  const cell = (...runs: Run[]): TableCell => ({ runs });
  return {
    kind: 'table',
    summary: `Điểm tự chấm của ${standard.criteria.length} tiêu chí và các chỉ tiêu, số liệu và cách tính`,
    columns: [
      { width: 8, align: 'center' },
      { width: 38, align: 'left' },
      { width: 30, align: 'left' },
      { width: 11, align: 'center' },
      { width: 13, align: 'center' },
    ],
    head: [
      ['STT', 'Tiêu chí, chỉ tiêu', 'Số liệu và cách tính', 'Điểm tối đa', 'Điểm tự chấm'].map((title) =>
        cell(bold(title)),
      ),
    ],
    rows: [
      ...assessment.criteria.flatMap((score) => criterionRows(standard, score, ownerNames[score.number])),
      {
        emphasis: 'total',
        cells: [
          { runs: [bold('Tổng cộng')], span: 3 },
          cell(
            bold(
              marked(wholePoints(assessment.maximum), standard.maximum.provenance.status === 'provisional'),
            ),
          ),
          cell(bold(marked(pointsText(assessment), assessment.provisional.length > 0))),
        ],
      },
    ],
  };
}

function criterionRows(
  standard: Standard,
  score: CriterionScore,
  owner: string | undefined,
): readonly TableRow[] {
  const criterion = standard.criteria.find((candidate) => candidate.number === score.number)!;
  const provisional = score.indicators.some((indicator) => indicator.trace.provisional.length > 0);
  const maximumProvisional = criterion.maxPointsProvenance.status === 'provisional';
  return [
    {
      emphasis: 'group',
      cells: [
        { runs: [bold(String(criterion.number))] },
        { runs: [bold(criterion.name)] },
        { runs: owner === undefined ? [] : [italic(owner)] },
        { runs: [bold(marked(wholePoints(score.maximum), maximumProvisional))] },
        { runs: [bold(marked(pointsText(score), provisional))] },
      ],
    },
    ...score.indicators.map((indicator) => indicatorRow(standard, criterion.number, indicator)),
  ];
}

function indicatorRow(standard: Standard, criterion: number, score: IndicatorScore): TableRow {
  const indicator = standard.criteria
    .find((candidate) => candidate.number === criterion)!
    .indicators.find((candidate) => candidate.code === score.code)!;
  return {
    emphasis: 'none',
    cells: [
      { runs: [plain(score.code)] },
      { runs: [plain(indicator.statement)] },
      computation(standard, score),
      {
        runs: [
          plain(marked(wholePoints(score.maximum), indicator.pointsProvenance.status === 'provisional')),
        ],
      },
      { runs: [plain(marked(pointsText(score), score.trace.provisional.length > 0))] },
    ],
  };
}

/** The figures of an indicator with the formula, and in a second line the band that they fall into. */
function computation(standard: Standard, { trace }: IndicatorScore): TableCell {
  if (trace.outcome === 'missing') {
    return {
      runs: [
        italic(trace.missing.every(({ state }) => state === 'not_due') ? 'Chưa đến hạn' : 'Chưa đủ số liệu'),
      ],
    };
  }
  if (trace.outcome === 'not_applicable') return { runs: [plain('Không áp dụng')] };
  if (trace.outcome === 'empty_denominator') return { runs: [plain('Không phát sinh trong kỳ')] };
  const first = trace.inputs[0]!.figure;
  const runs = [plain(resultKept(formulaOf(trace, standard, 'vi') ?? figureText(first)))];
  if (trace.band === null || trace.measure.kind === 'yes_no') return { runs };
  const band = bandText(trace.band.condition, trace.band.before, trace.measure, 'vi');
  const before = trace.inputs.find(({ period }) => period === 'previous');
  const compared = before === undefined ? '' : ` (năm trước: ${figureText(before.figure)})`;
  return { runs, second: [italic(`Mức ${band}${compared}`)] };
}

/** A line never ends between the equals sign and the result. */
function resultKept(formula: string): string {
  return formula.replace('= ', '=\u00a0');
}

function marked(points: string, provisional: boolean): string {
  return provisional ? `${points}${PROVISIONAL_MARK}` : points;
}
