import { randomFor } from './random.ts';

export const PROVINCE_CODE = '20';
/** Phường Lương Văn Tri: the ward whose cycle stands half-way and whose officers all have accounts. */
export const MAIN_WARD = '05983';
/** Phường Tam Thanh: the neighbour, for seeing that units are kept apart. */
export const SISTER_WARD = '05986';

/** How a unit does: it decides which bands its figures fall into. */
export type Quality = 'strong' | 'fair' | 'poor';

/** How far the running year has come in a unit. */
export type DemoStage = 'not_opened' | 'entering' | 'half_way' | 'handed_in' | 'accepted';

/** What one unit is to show. */
export interface UnitPlan {
  readonly stage: DemoStage;
  readonly quality: Quality;
  /** The criterion that comes to zero in the running year; 3 and 5 are those that fail most units in practice. */
  readonly zero: 3 | 5 | null;
  readonly lastYear: { readonly quality: Quality; readonly zero: 2 | 7 | null };
}

type Running = Pick<UnitPlan, 'stage' | 'quality' | 'zero'>;

/** How many units, the two named wards apart, are at which point; what is left over is entering figures. */
const SHARES: readonly (readonly [number, Running])[] = [
  [6, { stage: 'not_opened', quality: 'fair', zero: null }],
  [9, { stage: 'handed_in', quality: 'strong', zero: null }],
  [3, { stage: 'handed_in', quality: 'fair', zero: null }],
  [2, { stage: 'handed_in', quality: 'poor', zero: null }],
  [1, { stage: 'handed_in', quality: 'fair', zero: 3 }],
  [11, { stage: 'accepted', quality: 'strong', zero: null }],
  [3, { stage: 'accepted', quality: 'strong', zero: 3 }],
  [2, { stage: 'accepted', quality: 'strong', zero: 5 }],
  [3, { stage: 'accepted', quality: 'poor', zero: null }],
];

/** What each unit is to show, by its code; the same for the same codes. */
export function planDemo(codes: readonly string[]): ReadonlyMap<string, UnitPlan> {
  const random = randomFor('plan');
  const others = random.shuffled(codes.filter((code) => code !== MAIN_WARD && code !== SISTER_WARD));
  const plans = new Map<string, UnitPlan>([
    [MAIN_WARD, { stage: 'half_way', quality: 'strong', zero: null, lastYear: recognised }],
    [SISTER_WARD, { stage: 'handed_in', quality: 'strong', zero: 5, lastYear: recognised }],
  ]);
  const running = SHARES.flatMap(([units, one]) => Array.from({ length: units }, () => one));
  for (const [place, code] of others.entries()) {
    const one: Running = running[place] ?? {
      stage: 'entering',
      quality: random.pick(['strong', 'fair', 'fair', 'poor'] as const),
      zero: random.chance(0.12) ? 3 : null,
    };
    plans.set(code, { ...one, lastYear: random.pick(LAST_YEARS) });
  }
  return plans;
}

const recognised: UnitPlan['lastYear'] = { quality: 'strong', zero: null };
/** Seven of ten were recognised last year, two failed by their total, one by a zero. */
const LAST_YEARS: readonly UnitPlan['lastYear'][] = [
  ...Array.from({ length: 7 }, () => recognised),
  { quality: 'poor', zero: null },
  { quality: 'poor', zero: null },
  { quality: 'strong', zero: 7 },
];
