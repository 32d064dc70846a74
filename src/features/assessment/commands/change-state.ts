import { type CriterionDeed, stateAfter } from '../../../domain/cycle/index.ts';
import { inputsOfCriterion } from '../../../domain/scoring/index.ts';
import { newId, type PersonActor, prepared, withScope } from '../../../platform/database/index.ts';
import { recordAudit } from '../../audit/index.ts';
import type { Cycle } from '../queries.ts';
import { standardOf } from '../scored-cycle.ts';
import { type AssessmentContext, type CriterionPlace, criterionFor, cycleToChange } from './context.ts';

const writeState = prepared(
  'write_criterion_state',
  `with event as (
     insert into criterion_event (unit_id, id, cycle_id, number, kind, reason, person_id, happened_at)
     values ($1, $4, $2, $3, $5, $6, $7, $8)
   ), revised as (
     update cycle set revision = revision + 1 where unit_id = $1 and id = $2
   )
   update cycle_criterion set state = $9, returned_reason = $10, state_changed_at = $8, revision = revision + 1
    where unit_id = $1 and cycle_id = $2 and number = $3`,
);

const events = { hand_in: 'handed_in', accept: 'accepted', return: 'returned' } as const;
const deedNames = {
  hand_in: 'handInCriterion',
  accept: 'acceptCriterion',
  return: 'returnCriterion',
} as const;

async function changeState(
  context: AssessmentContext,
  actor: PersonActor,
  place: CriterionPlace,
  deed: Extract<CriterionDeed, keyof typeof events>,
  reason: string | null,
  mayGoOn: (cycle: Cycle) => readonly string[],
): Promise<readonly string[]> {
  return withScope(context.database, actor, async (scope) => {
    const cycle = await cycleToChange(scope, context, place);
    const criterion = criterionFor(actor, cycle, place.number, deed);
    const obstacles = mayGoOn(cycle);
    if (obstacles.length > 0) return obstacles;
    const at = context.clock.now();
    scope.send(writeState, [
      cycle.unit.id,
      cycle.id,
      place.number,
      newId(),
      events[deed],
      reason,
      actor.personId,
      at,
      stateAfter(criterion.state, deed),
      deed === 'return' ? reason : null,
    ]);
    recordAudit(scope, cycle.unit.id, at, {
      deed: deedNames[deed],
      object: { kind: 'criterion', id: `${cycle.id}/${place.number}` },
      fields: ['state'],
    });
    return [];
  });
}

/**
 * Hands a criterion in to the leader: from now on its figures are locked.
 * @returns the inputs that are still without a figure; then nothing was handed in. Empty when it was.
 */
export function handInCriterion(
  context: AssessmentContext,
  actor: PersonActor,
  place: CriterionPlace,
): Promise<readonly string[]> {
  return changeState(context, actor, place, 'hand_in', null, (cycle) => {
    const { standard } = standardOf(context.standards, cycle.standardId, cycle.standardVersion);
    const criterion = standard.criteria.find(({ number }) => number === place.number)!;
    return inputsOfCriterion(criterion).filter((input) => {
      const state = cycle.figures[input]?.state ?? 'no_data';
      return state === 'no_data' || state === 'not_due';
    });
  });
}

/** The leader accepts a criterion that was handed in. */
export async function acceptCriterion(
  context: AssessmentContext,
  actor: PersonActor,
  place: CriterionPlace,
): Promise<void> {
  await changeState(context, actor, place, 'accept', null, () => []);
}

/** The leader returns a criterion for completion, with the reason that its owner reads. */
export async function returnCriterion(
  context: AssessmentContext,
  actor: PersonActor,
  place: CriterionPlace,
  reason: string,
): Promise<void> {
  await changeState(context, actor, place, 'return', reason, () => []);
}
