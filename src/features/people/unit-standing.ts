import { hasRole, type PersonActor, type UnitId } from '../../platform/database/index.ts';

/** Whether a person works in a unit: any role there but that of a mere administrator, who sees accounts and no work. */
export function worksIn(actor: PersonActor, unit: UnitId): boolean {
  return actor.unit.id === unit && actor.memberships.some(({ role }) => role !== 'administrator');
}

/** Whether a person appraises a unit from the level above: reads it and changes nothing. */
export function isAppraiserOf(actor: PersonActor, unit: UnitId): boolean {
  return actor.unit.level === 'province' && actor.territory.includes(unit) && hasRole(actor, 'appraiser');
}
