import { hasRole, type PersonActor, type UnitId } from '../../platform/database/index.ts';
import { isAppraiserOf, worksIn } from '../people/index.ts';

/** Everybody who works in the unit, and the appraiser above it, may know which plans it has. */
export function maySeePlans(actor: PersonActor, unit: UnitId): boolean {
  return worksIn(actor, unit) || isAppraiserOf(actor, unit);
}

/** The planning officer reads papers in, writes and changes plans, and puts them to work. */
export function mayPlan(actor: PersonActor, unit: UnitId): boolean {
  return actor.unit.id === unit && hasRole(actor, 'planningOfficer');
}

/** The planning officer and the leader see drafts, and enter number and date when a plan has been signed. */
export function mayIssue(actor: PersonActor, unit: UnitId): boolean {
  return mayPlan(actor, unit) || (actor.unit.id === unit && hasRole(actor, 'communeLeader'));
}

/** What decides who sees a plan. */
export interface PlanInSight {
  readonly state: 'draft' | 'issued' | 'replaced';
  readonly putToWorkAt: Date | null;
}

/** A draft that is not at work yet is seen by those who write and sign it; everything else by all who see plans. */
export function maySeePlan(actor: PersonActor, unit: UnitId, plan: PlanInSight): boolean {
  if (!maySeePlans(actor, unit)) return false;
  return plan.state !== 'draft' || plan.putToWorkAt !== null || mayIssue(actor, unit);
}
