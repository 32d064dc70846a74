import fc from 'fast-check';
import { expect, it } from 'vitest';
import { scoreByHand } from '../../bench/hand-written-scorer.ts';
import { madeUpUnits } from '../../bench/support/units.ts';
import { compileStandard, faultsOfFigures, scorePoints } from '../../src/domain/scoring/index.ts';
import { arbitraryCase } from '../../src/domain/scoring/testing/arbitraries.ts';
import { QD_06 } from '../../src/domain/scoring/testing/standards.ts';

const scorer = compileStandard(QD_06);

it('the scorer written by hand gives what the engine gives, for any figures', () => {
  fc.assert(
    fc.property(arbitraryCase(fc.constant(QD_06)), ({ full, input }) => {
      for (const one of [full, input])
        expect(scoreByHand(one.figures, one.previous)).toEqual(scorePoints(scorer, one));
    }),
    { numRuns: 500 },
  );
});

it('the units of the bench have no fault, reach every verdict, and are scored alike by both', () => {
  const units = madeUpUnits(QD_06, 500);
  const totals = new Set<string>();
  for (const unit of units) {
    expect(faultsOfFigures(QD_06, unit.figures, unit.previous)).toEqual([]);
    const points = scorePoints(scorer, unit);
    expect(scoreByHand(unit.figures, unit.previous)).toEqual(points);
    totals.add(
      points.total === null ? 'incomplete' : points.everyCriterionAboveZero ? 'no zero' : 'with a zero',
    );
  }
  expect([...totals].sort()).toEqual(['incomplete', 'no zero', 'with a zero']);
});
