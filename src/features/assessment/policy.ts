import { type CriterionDeed, deedsFor, type Standing } from '../../domain/cycle/index.ts';
import { OFFICER_ROLES, type Role } from '../../domain/organisation/index.ts';
import { hasRole, type PersonActor, type UnitId } from '../../platform/database/index.ts';
import type { Cycle, CycleCriterion } from './queries.ts';

const entersFigures: ReadonlySet<Role> = new Set(OFFICER_ROLES);

const isOfUnit = (actor: PersonActor, unit: UnitId): boolean => actor.unit.id === unit;

/** The planning officer, the leader, the overseer and the council see the whole cycle; so does the level above. */
export function maySeeWholeCycle(actor: PersonActor, unit: UnitId): boolean {
  if (isOfUnit(actor, unit))
    return hasRole(actor, 'planningOfficer', 'communeLeader', 'overseer', 'councilMember');
  return actor.unit.level === 'province' && actor.territory.includes(unit) && hasRole(actor, 'appraiser');
}

/** What the person is to a criterion of a unit. */
export function standingOf(
  actor: PersonActor,
  unit: UnitId,
  criterion: Pick<CycleCriterion, 'organisationId'>,
): Standing {
  const own = isOfUnit(actor, unit);
  return {
    owner:
      own &&
      actor.memberships.some(
        ({ organisationId, role }) => organisationId === criterion.organisationId && entersFigures.has(role),
      ),
    planner: own && hasRole(actor, 'planningOfficer'),
    leader: own && hasRole(actor, 'communeLeader'),
  };
}

/** A criterion is seen by its owner and by those who see the whole cycle. */
export function maySeeCriterion(actor: PersonActor, cycle: Cycle, criterion: CycleCriterion): boolean {
  return maySeeWholeCycle(actor, cycle.unit.id) || standingOf(actor, cycle.unit.id, criterion).owner;
}

/** The home of a cycle is for everybody who sees at least one of its criteria. */
export function visibleCriteria(actor: PersonActor, cycle: Cycle): readonly CycleCriterion[] {
  return cycle.criteria.filter((criterion) => maySeeCriterion(actor, cycle, criterion));
}

/** What the person may do with a criterion now. */
export function deedsOf(
  actor: PersonActor,
  cycle: Cycle,
  criterion: CycleCriterion,
): ReadonlySet<CriterionDeed> {
  return deedsFor(criterion.state, standingOf(actor, cycle.unit.id, criterion));
}

/** The planning officer of the unit opens its cycles and gives criteria to organisations. */
export function mayPlan(actor: PersonActor, unit: UnitId): boolean {
  return isOfUnit(actor, unit) && hasRole(actor, 'planningOfficer');
}

/** Everybody who works in the unit may see which years there are. */
export function maySeeYears(actor: PersonActor, unit: UnitId): boolean {
  return (
    maySeeWholeCycle(actor, unit) ||
    (isOfUnit(actor, unit) && actor.memberships.some(({ role }) => entersFigures.has(role)))
  );
}
