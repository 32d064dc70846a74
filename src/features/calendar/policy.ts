import { hasRole, type PersonActor, type UnitId } from '../../platform/database/index.ts';
import { maySeeWholeCycle, standingOf } from '../assessment/index.ts';
import { isAppraiserOf, worksIn } from '../people/index.ts';
import type { CriterionDue } from './queries.ts';

/** Everybody who works in the unit sees its calendar and its days off, and so does the appraiser above. */
export function maySeeCalendar(actor: PersonActor, unit: UnitId): boolean {
  return worksIn(actor, unit) || isAppraiserOf(actor, unit);
}

/** The planning officer changes the days off of the unit. */
export function mayChangeDaysOff(actor: PersonActor, unit: UnitId): boolean {
  return actor.unit.id === unit && hasRole(actor, 'planningOfficer');
}

/** Who works in a commune has due dates, and so may have them on the phone. */
export function mayHaveFeed(actor: PersonActor): boolean {
  return actor.unit.level === 'commune' && worksIn(actor, actor.unit.id);
}

/** Whether the person enters the figures of a criterion. */
export function ownsCriterion(actor: PersonActor, unit: UnitId, criterion: CriterionDue): boolean {
  return standingOf(actor, unit, criterion).owner;
}

/** Due dates of criteria are seen by those who see the criterion. */
export function maySeeCriterionDue(actor: PersonActor, unit: UnitId, criterion: CriterionDue): boolean {
  return maySeeWholeCycle(actor, unit) || ownsCriterion(actor, unit, criterion);
}
