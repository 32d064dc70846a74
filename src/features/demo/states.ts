import type { CriterionState } from '../../domain/cycle/index.ts';
import type { DemoStage } from './plan.ts';
import type { Random } from './random.ts';

/** The state of one criterion of the sample, and how much of its figures is there. */
export interface DemoCriterion {
  readonly state: CriterionState;
  readonly returnedReason: string | null;
  /** Share of the figures that have been entered, from 0 to 1. */
  readonly entered: number;
}

const complete = (state: 'handed_in' | 'accepted'): DemoCriterion => ({
  state,
  returnedReason: null,
  entered: 1,
});
const notStarted: DemoCriterion = { state: 'not_started', returnedReason: null, entered: 0 };
const inWork = (entered: number): DemoCriterion => ({ state: 'in_work', returnedReason: null, entered });

const RETURNED_REASON =
  'Số trẻ em được khám đang ghi theo lượt khám. Đề nghị đếm theo số trẻ em rồi nộp lại.';

/** The main ward, half-way: something of everything. */
const HALF_WAY: Readonly<Record<number, DemoCriterion>> = {
  1: complete('accepted'),
  2: complete('accepted'),
  3: complete('handed_in'),
  4: complete('handed_in'),
  5: inWork(1),
  6: inWork(0.5),
  7: complete('accepted'),
  8: complete('handed_in'),
  9: { state: 'returned', returnedReason: RETURNED_REASON, entered: 1 },
  10: inWork(0.5),
  11: complete('handed_in'),
  12: notStarted,
  13: notStarted,
};

/** The states of a unit's criteria at its stage; `not_opened` has none. */
export function statesOf(
  stage: DemoStage,
  numbers: readonly number[],
  random: Random,
): ReadonlyMap<number, DemoCriterion> {
  return new Map(numbers.map((number) => [number, stateOf(stage, number, random)]));
}

function stateOf(stage: DemoStage, number: number, random: Random): DemoCriterion {
  switch (stage) {
    case 'accepted':
      return complete('accepted');
    case 'handed_in':
      return complete(random.chance(0.4) ? 'accepted' : 'handed_in');
    case 'half_way':
      return HALF_WAY[number] ?? notStarted;
    default: {
      const luck = random.share();
      // The survey comes last in the year, so that nobody has its figures yet.
      if (number === 13 || luck < 0.3) return notStarted;
      if (luck < 0.6) return inWork(random.chance(0.4) ? 1 : 0.5);
      return complete(luck < 0.85 ? 'handed_in' : 'accepted');
    }
  }
}
