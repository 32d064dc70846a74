import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { afterDeed, MOST_STEPS, nothingDone, stepBack, stepForth, type Undo } from './undo.ts';

const done = (...deeds: number[]): Undo<number> =>
  deeds.reduce((undo, deed) => afterDeed(undo, deed), nothingDone<number>());

describe('undo', () => {
  it('goes back step by step and forth again; nothing is lost on the way', () => {
    fc.assert(
      fc.property(fc.array(fc.integer(), { maxLength: 20 }), (deeds) => {
        let undo = done(...deeds);
        const back: number[] = [];
        for (let step = stepBack(undo); step !== null; step = stepBack(undo)) {
          back.push(step.deed);
          undo = step.undo;
        }
        expect(back).toEqual([...deeds].reverse());
        for (let step = stepForth(undo); step !== null; step = stepForth(undo)) undo = step.undo;
        expect(undo).toEqual(done(...deeds));
      }),
    );
  });

  it('a new deed ends what could be done again', () => {
    expect(stepForth(afterDeed(stepBack(done(1, 2))!.undo, 3))).toBeNull();
  });

  it('keeps so many steps and no more', () => {
    expect(done(...Array(MOST_STEPS + 5).keys()).done).toHaveLength(MOST_STEPS);
  });
});
