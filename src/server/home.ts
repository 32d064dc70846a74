import { cyclePath } from '../features/assessment/index.ts';
import type { PersonActor } from '../platform/database/index.ts';

/** Roles that have no part in a self-assessment of their own. */
const WITHOUT_CYCLE = new Set(['villageHead', 'collaborator']);

/**
 * Where a person's work begins: the overview for the province, this year's self-assessment for whoever has a part in
 * it, else the accounts that they administer, else their own account.
 */
export function homeOf(actor: PersonActor, year: number): string {
  const { unit, memberships } = actor;
  if (unit.level === 'province') return '/toan-tinh';
  const roles = memberships.map(({ role }) => role);
  if (roles.some((role) => role !== 'administrator' && !WITHOUT_CYCLE.has(role)))
    return cyclePath(unit.code, year);
  return roles.includes('administrator') ? '/nguoi-dung' : '/tai-khoan';
}
