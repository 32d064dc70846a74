import {
  type AssessmentInput,
  compileStandard,
  given,
  rescore,
  type Standard,
  score,
  scorePoints,
  sentenceOf,
} from '../src/domain/scoring/index.ts';
import qd06 from '../standards/qd-06-2019.json' with { type: 'json' };
import { scoreByHand } from './hand-written-scorer.ts';
import { type Report, timeByTurns } from './support/report.ts';
import { madeUpUnits, UNITS_OF_THE_COUNTRY } from './support/units.ts';

const standard = qd06 as unknown as Standard;

/** Results go here, so that no scoring can be left out as useless. */
let kept = 0;

/** Figures as a file of JSON gives them: every unit with the same layout, the best that a scorer by hand can meet. */
const asReadFromFiles = (units: readonly AssessmentInput[]): AssessmentInput[] =>
  units.map((unit) => JSON.parse(JSON.stringify(unit)) as AssessmentInput);

function changeOneFigure(unit: AssessmentInput, index: number): AssessmentInput {
  return { ...unit, figures: { ...unit.figures, children_checked: given(index % 1_000) } };
}

/** The scoring engine on one core: in full, in sentences, points only, again after one figure, and beside a scorer by hand. */
export function run(report: Report): void {
  const scorer = compileStandard(standard);
  const units = asReadFromFiles(madeUpUnits(standard, UNITS_OF_THE_COUNTRY));
  const forEachUnit = (work: (unit: AssessmentInput, index: number) => number) => () => {
    for (let index = 0; index < units.length; index++) kept += work(units[index]!, index);
  };
  const points = timeByTurns(
    {
      byHand: forEachUnit((unit) => scoreByHand(unit.figures, unit.previous).total ?? 0),
      byEngine: forEachUnit((unit) => scorePoints(scorer, unit).total ?? 0),
    },
    { rounds: 101, warmUp: 20 },
  );
  const { full } = timeByTurns(
    { full: forEachUnit((unit) => score(scorer, unit).most) },
    { rounds: 31, warmUp: 10 },
  );
  const { sentences } = timeByTurns(
    {
      sentences: forEachUnit((unit) => {
        let length = 0;
        for (const { indicators } of score(scorer, unit).criteria)
          for (const { trace, points } of indicators)
            length += sentenceOf(trace, standard, points, 'vi').length;
        return length;
      }),
    },
    { rounds: 5, warmUp: 2 },
  );
  const known = units.map((unit) => score(scorer, unit));
  const changed = units.map(changeOneFigure);
  const changedInputs = new Set(['children_checked']);
  const { again } = timeByTurns(
    {
      again: forEachUnit(
        (_unit, index) => rescore(scorer, known[index]!, changedInputs, changed[index]!).most,
      ),
    },
    { rounds: 31, warmUp: 10 },
  );
  const perSecond = (nanoseconds: number) => (units.length * 1e9) / nanoseconds;
  const each = (nanoseconds: number) => nanoseconds / units.length / 1e3;
  report({
    name: 'full scorings with trace',
    value: perSecond(full),
    unit: '/s',
    aim: { atLeast: 20_000 },
  });
  report({
    name: 'full scorings with trace and Vietnamese sentences',
    value: perSecond(sentences),
    unit: '/s',
  });
  report({ name: 'points only', value: perSecond(points.byEngine), unit: '/s' });
  report({ name: 'points only, one unit', value: each(points.byEngine), unit: 'µs' });
  report({ name: 'written by hand, one unit', value: each(points.byHand), unit: 'µs' });
  report({
    name: 'points only against written by hand',
    value: points.byEngine / points.byHand,
    unit: '×',
    aim: { atMost: 4 },
  });
  report({ name: 'all 3,321 units in full', value: full / 1e6, unit: 'ms' });
  report({ name: 'all 3,321 units again after one figure', value: again / 1e6, unit: 'ms' });
  if (kept < 0) throw new Error('totals are never negative');
}
