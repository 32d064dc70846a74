import {
  type Assessment,
  type CriterionScore,
  explainReason,
  type Standard,
} from '../domain/scoring/index.ts';
import { formatNumber, type Language } from '../domain/text/index.ts';
import type { FiguresFile } from '../features/figures-file/index.ts';
import { messages } from './messages.ts';
import { type Colour, padEnd, padStart, painter, widthOf, wrap } from './terminal.ts';

const NAME_WIDTH = 56;
const LINE_WIDTH = 80;
const RULE = '─'.repeat(LINE_WIDTH);

const COLOUR_OF_VERDICT: Readonly<Record<Assessment['verdict'], Colour>> = {
  recognisable: 'green',
  not_recognisable: 'red',
  incomplete: 'yellow',
};

/** Points, or the range that they can still take: 40, 15–40. */
function pointsText(
  score: { readonly points: number | null; readonly least: number; readonly most: number },
  language: Language,
): string {
  const whole = (value: number) => formatNumber(value, language);
  if (score.points !== null) return whole(score.points);
  return score.least === score.most ? whole(score.least) : `${whole(score.least)}–${whole(score.most)}`;
}

/** A text under a mark: further lines stand below the first. */
function listed(mark: string, text: string): string {
  return wrap(text, LINE_WIDTH - widthOf(mark))
    .map((line, index) => (index === 0 ? mark : ' '.repeat(widthOf(mark))) + line)
    .join('\n');
}

/** The result for people: the criteria, the total against the threshold, the verdict with every reason. */
export function assessmentText(
  assessment: Assessment,
  standard: Standard,
  file: Pick<FiguresFile, 'unit' | 'year'>,
  { language, colours }: { readonly language: Language; readonly colours: boolean },
): string {
  const say = messages[language];
  const paint = painter(colours);
  const whole = (value: number) => formatNumber(value, language);

  const row = (number: string, name: string, points: string, maximum: string) =>
    `${padStart(number, 3)}  ${padEnd(name, NAME_WIDTH)} ${padStart(points, 8)} ${padStart(maximum, 8)}`.trimEnd();
  const rowsOf = (score: CriterionScore): string => {
    const criterion = standard.criteria.find(({ number }) => number === score.number)!;
    const [first = '', ...rest] = wrap(language === 'vi' ? criterion.name : criterion.nameEn, NAME_WIDTH);
    const note = score.disqualifyingZero
      ? `  ${paint('red', say.zero)}`
      : score.points === null
        ? `  ${paint('yellow', say.missing)}`
        : '';
    return [
      row(String(score.number), first, pointsText(score, language), whole(score.maximum)) + note,
      ...rest.map((line) => `     ${line}`),
    ].join('\n');
  };

  const year = file.year === null ? '' : say.ofYear(file.year);
  const threshold = standard.recognition.thresholds.find((one) => one.class === assessment.territoryClass)!;
  const statement = language === 'vi' ? threshold.statement : threshold.statementEn;
  const total = pointsText({ ...assessment, points: assessment.total }, language);
  const reasons = assessment.reasons.map((reason) =>
    listed('  - ', explainReason(reason, standard, assessment, language)),
  );
  return [
    paint('bold', say.heading(standard.legalBasis.number, year)),
    ...(file.unit === null ? [] : [say.unit(file.unit)]),
    '',
    paint('dim', row(say.number, say.criterion, say.points, say.maximum)),
    RULE,
    ...assessment.criteria.map(rowsOf),
    RULE,
    paint('bold', row('', say.totalLine, total, whole(assessment.maximum))),
    row('', say.thresholdLine, whole(assessment.threshold), ''),
    ...wrap(statement, NAME_WIDTH).map((line) => `     ${paint('dim', line)}`),
    '',
    paint(COLOUR_OF_VERDICT[assessment.verdict], say.verdicts[assessment.verdict]),
    ...reasons,
    ...(assessment.provisional.length === 0
      ? []
      : ['', ...wrap(say.provisional(whole(assessment.provisional.length)), LINE_WIDTH)]),
  ].join('\n');
}
