import type { Answer } from './oracle.ts';
import type { RoleOfTheYear } from './oracle-of-the-year.ts';

/**
 * Who may do what with the workbooks of the collection, written from the sentences and apart from the policies.
 *
 * - Whoever sees figures being collected takes the form along: the officers, the leader, the council.
 * - The officers bring workbooks in; the leader only looks on. What somebody brought in is theirs alone.
 * - For everybody else there is nothing.
 */
export const WORKBOOK_ROUTES = {
  form: [
    'GET /don-vi/:unit/so-lieu/mau-excel',
    'POST /don-vi/:unit/so-lieu/mau-excel',
    'GET /don-vi/:unit/so-lieu/:round/mau.xlsx',
  ],
  imports: ['GET /don-vi/:unit/so-lieu/nhap-excel', 'POST /don-vi/:unit/so-lieu/nhap-excel'],
  ownImport: [
    'GET /don-vi/:unit/so-lieu/nhap-excel/:id',
    'GET /don-vi/:unit/so-lieu/nhap-excel/:id/loi',
    'POST /don-vi/:unit/so-lieu/nhap-excel/:id/ghep',
    'POST /don-vi/:unit/so-lieu/nhap-excel/:id/luu',
    'POST /don-vi/:unit/so-lieu/nhap-excel/:id/tiep-tuc',
    'POST /don-vi/:unit/so-lieu/nhap-excel/:id/bo',
  ],
} as const;

export type KindOfRoute = keyof typeof WORKBOOK_ROUTES;
export const routesOfWorkbooks: readonly string[] = Object.values(WORKBOOK_ROUTES).flat();

const officers: ReadonlySet<RoleOfTheYear> = new Set([
  'planningOfficer',
  'healthOfficer',
  'policeOfficer',
  'schoolOfficer',
  'youthOfficer',
  'economyOfficer',
]);

/** What a route answers about the own unit; of another unit there is nothing. The import is the planning officer's. */
export function expectedOfWorkbooks(
  kind: KindOfRoute,
  role: RoleOfTheYear,
  target: 'own' | 'sister' | 'none',
): Answer {
  if (role === 'nobody') return 'toSignIn';
  if (role === 'oneTimePassword') return 'toChangePassword';
  if (target !== 'own') return 'notFound';
  if (kind === 'ownImport') return role === 'planningOfficer' ? 'ok' : 'notFound';
  if (officers.has(role)) return 'ok';
  if (role !== 'communeLeader') return 'notFound';
  return kind === 'form' ? 'ok' : 'forbidden';
}
