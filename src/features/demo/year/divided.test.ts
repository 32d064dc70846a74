import fc from 'fast-check';
import { expect, test } from 'vitest';
import { divided } from './divided.ts';

const sizes = fc.array(fc.integer({ min: 1, max: 200 }), { minLength: 1, maxLength: 20 });
const sum = (numbers: readonly number[]) => numbers.reduce((total, one) => total + one, 0);

test('what is divided among places comes to the whole again, and a part of it is nowhere more than it', () => {
  fc.assert(
    fc.property(sizes, fc.nat(5000), fc.nat(5000), (places, one, other) => {
      const [part, whole] = [Math.min(one, other), Math.max(one, other)];
      const wholes = divided(whole, places);
      const parts = divided(part, wholes);
      expect([sum(wholes), sum(parts)]).toEqual([whole, whole === 0 ? 0 : part]);
      for (const [index, ofPlace] of parts.entries()) expect(ofPlace).toBeLessThanOrEqual(wholes[index]!);
    }),
  );
});
