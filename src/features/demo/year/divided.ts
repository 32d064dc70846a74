import type { PartOfCount } from '../../../domain/scoring/index.ts';
import { randomFor } from '../random.ts';

/** How many of a whole a part of it is in the sample. */
const SHARES: Readonly<Record<PartOfCount, number>> = {
  female: 0.48,
  under_6: 0.36,
  from_6_to_10: 0.34,
  from_11_to_15: 0.3,
  ethnic_minority: 0.72,
  disabled: 0.02,
  poor_household: 0.09,
};

/** The number of a part that is asked beside its whole: girls of all children. */
export const partOf = (whole: number, part: PartOfCount): number => Math.floor(whole * SHARES[part]);

/** How large so many places are beside one another; the same for the same subject. */
export function sizesOf(subject: string, places: number): readonly number[] {
  const random = randomFor('sizes', subject);
  return Array.from({ length: places }, () => random.between(70, 130));
}

/**
 * Divides a number among places by their sizes, so that they come to it again. A part of a whole, divided by what the whole
 * is at each place, is nowhere above it.
 */
export function divided(total: number, sizes: readonly number[]): readonly number[] {
  const all = sizes.reduce((sum, size) => sum + size, 0);
  let before = 0;
  return sizes.map((_, index) => {
    const until = sizes.slice(0, index + 1).reduce((sum, size) => sum + size, 0);
    const here = all === 0 ? 0 : Math.round((total * until) / all);
    const share = here - before;
    before = here;
    return share;
  });
}
