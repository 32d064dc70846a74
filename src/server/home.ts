import { cyclePath } from '../features/assessment/index.ts';
import type { PersonActor } from '../platform/database/index.ts';

/** Roles that have no part in a self-assessment of their own. */
const WITHOUT_CYCLE = new Set(['villageHead', 'collaborator']);

/**
 * Where a person's work begins: the overview for the province, this year's self-assessment for whoever has a part in
 * it, the own tasks for heads of villages and collaborators, else the accounts that they administer.
 */
export function homeOf(actor: PersonActor, year: number): string {
  const { unit, memberships } = actor;
  if (unit.level === 'province') return '/toan-tinh';
  const roles = memberships.map(({ role }) => role);
  if (roles.some((role) => role !== 'administrator' && !WITHOUT_CYCLE.has(role)))
    return cyclePath(unit.code, year);
  if (roles.some((role) => WITHOUT_CYCLE.has(role))) return '/viec-cua-toi';
  return roles.includes('administrator') ? '/nguoi-dung' : '/tai-khoan';
}
