import type { Answer } from './oracle.ts';
import type { RoleOfTheYear } from './oracle-of-the-year.ts';

/**
 * Who may do what with rolled-up figures, written from the sentences and apart from the policies.
 *
 * - Whoever sees a criterion sees what was collected for it: the owners theirs, the planning officer, the leader, who
 *   oversees and the appraiser above all of them.
 * - The owner of the criterion takes a figure over, here the health station; nobody else does.
 * - What each place said is for those who see its sheet: of the villages not for who oversees, nor for the level above.
 */
export const ROLL_UP_ROUTES = {
  figures: 'GET /don-vi/:unit/so-lieu/tong-hop',
  takeOver: 'POST /don-vi/:unit/so-lieu/tong-hop',
  places: 'GET /don-vi/:unit/so-lieu/tong-hop/:input',
} as const;

export type RollUpRoute = keyof typeof ROLL_UP_ROUTES;
export const routesOfRollUp: readonly string[] = Object.values(ROLL_UP_ROUTES);

const wholeCycle: ReadonlySet<RoleOfTheYear> = new Set([
  'planningOfficer',
  'communeLeader',
  'overseer',
  'appraiser',
]);
const otherOwners: ReadonlySet<RoleOfTheYear> = new Set(['policeOfficer', 'schoolOfficer', 'youthOfficer']);

/** What a route answers about under1_total, a figure of criterion 7, in the own ward, its sister, or nowhere. */
export function expectedOfRollUp(
  route: RollUpRoute,
  role: RoleOfTheYear,
  target: 'own' | 'sister' | 'none',
): Answer {
  if (role === 'nobody') return 'toSignIn';
  if (role === 'oneTimePassword') return 'toChangePassword';
  if (target === 'none' || (target === 'sister' && role !== 'appraiser')) return 'notFound';
  switch (route) {
    case 'figures':
      return role === 'healthOfficer' || wholeCycle.has(role) || otherOwners.has(role) ? 'ok' : 'notFound';
    case 'takeOver':
      if (role === 'healthOfficer') return 'ok';
      return wholeCycle.has(role) ? 'forbidden' : 'notFound';
    case 'places':
      return role === 'healthOfficer' || role === 'planningOfficer' || role === 'communeLeader'
        ? 'ok'
        : 'notFound';
  }
}
