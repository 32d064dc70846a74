import { hasRole, type PersonActor, type UnitId } from '../../platform/database/index.ts';

/** The planning officer and the officer of economy and finance keep the fund; who may see the log reads it. */
export function keepsFund(actor: PersonActor, unit: UnitId): boolean {
  return actor.unit.id === unit && hasRole(actor, 'planningOfficer', 'economyOfficer');
}
