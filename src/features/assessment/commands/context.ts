import type { CriterionDeed } from '../../../domain/cycle/index.ts';
import type { Clock } from '../../../platform/clock.ts';
import type { Database, PersonActor, Scope } from '../../../platform/database/index.ts';
import { inWrongState, notAllowed, notFound } from '../../../platform/http/index.ts';
import type { StandardCatalogue } from '../../standards/index.ts';
import type { CollectedFigures } from '../collected.ts';
import { deedsOf, mayPlan, maySeeCriterion, visibleCriteria } from '../policy.ts';
import { type Cycle, type CycleCriterion, findCycle, lockCycle, type YesNoInputs } from '../queries.ts';

/** What every deed of the assessment needs. */
export interface AssessmentContext {
  readonly database: Database;
  readonly clock: Clock;
  readonly standards: StandardCatalogue;
  readonly yesNoInputs: YesNoInputs;
  /** What was collected for inputs; absent where nothing is collected. */
  readonly collected?: CollectedFigures;
}

/** Which criterion of which cycle a deed is about. */
export interface CriterionPlace {
  readonly unitCode: string;
  readonly year: number;
  readonly number: number;
}

/** The cycle, held for this transaction; a cycle that the actor may not know of is not found. */
export async function cycleToChange(
  scope: Scope,
  context: AssessmentContext,
  place: { readonly unitCode: string; readonly year: number },
): Promise<Cycle> {
  lockCycle(scope, place.unitCode, place.year);
  const found = await findCycle(scope, place.unitCode, place.year, context.yesNoInputs);
  if (found?.cycle == null) throw notFound();
  return found.cycle;
}

/**
 * The policy of what the planning officer does with a whole cycle: not found for who sees nothing of it.
 * @throws RequestError 403 or 404
 */
export function assertMayPlan(actor: PersonActor, cycle: Cycle, code: string): void {
  if (mayPlan(actor, cycle.unit.id)) return;
  throw visibleCriteria(actor, cycle).length > 0 ? notAllowed(code) : notFound();
}

const refusals: Readonly<Record<CriterionDeed, { code: string; wrongState: string }>> = {
  save: {
    code: 'assessment.criterion-locked',
    wrongState:
      'Tiêu chí đã nộp hoặc đã được chấp nhận nên số liệu đã khóa. Lãnh đạo trả lại thì mới sửa được.',
  },
  hand_in: {
    code: 'assessment.already-handed-in',
    wrongState: 'Tiêu chí đã được nộp hoặc đã được chấp nhận.',
  },
  accept: { code: 'assessment.not-handed-in', wrongState: 'Chỉ chấp nhận được tiêu chí đã nộp.' },
  return: {
    code: 'assessment.not-handed-in',
    wrongState: 'Chỉ trả lại được tiêu chí đã nộp hoặc đã được chấp nhận.',
  },
  assign: {
    code: 'assessment.criterion-accepted',
    wrongState: 'Tiêu chí đã được chấp nhận nên không đổi đơn vị phụ trách được nữa.',
  },
};

/**
 * The policy of every deed on a criterion: not found for who may not see it, not allowed for who may not do it at all,
 * in the wrong state for who might do it at another time.
 */
export function criterionFor(
  actor: PersonActor,
  cycle: Cycle,
  number: number,
  deed: CriterionDeed,
): CycleCriterion {
  const criterion = cycle.criteria.find((candidate) => candidate.number === number);
  if (criterion === undefined || !maySeeCriterion(actor, cycle, criterion)) throw notFound();
  if (deedsOf(actor, cycle, criterion).has(deed)) return criterion;
  const { code, wrongState } = refusals[deed];
  const inSomeState = (['in_work', 'handed_in', 'accepted'] as const).some((state) =>
    deedsOf(actor, cycle, { ...criterion, state }).has(deed),
  );
  throw inSomeState
    ? inWrongState(code, wrongState)
    : notAllowed(`assessment.may-not-${deed.replace('_', '-')}`);
}
