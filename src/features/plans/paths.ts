/** Addresses of the plans of a unit, of what was read and is not yet confirmed, and of their parts. */
export const plansPath = (unitCode: string, year?: number): string =>
  `/don-vi/${unitCode}/ke-hoach${year === undefined ? '' : `?nam=${year}`}`;
export const readPlanPath = (unitCode: string): string => `${plansPath(unitCode)}/doc`;
export const writePlanPath = (unitCode: string): string => `${plansPath(unitCode)}/moi`;
export const readingPath = (unitCode: string, id: string): string => `${readPlanPath(unitCode)}/${id}`;
export const planPath = (unitCode: string, id: string): string => `${plansPath(unitCode)}/${id}`;

/** A plan, or a reading that is to become one: both are edited in the same way. */
export interface DraftKey {
  readonly kind: 'reading' | 'plan';
  readonly id: string;
}
export const draftPath = (unitCode: string, { kind, id }: DraftKey): string =>
  kind === 'reading' ? readingPath(unitCode, id) : planPath(unitCode, id);
export const sectionPath = (unitCode: string, draft: DraftKey, section: string): string =>
  `${draftPath(unitCode, draft)}/muc/${section}`;
export const framePath = (unitCode: string, draft: DraftKey): string =>
  `${draftPath(unitCode, draft)}/dau-cuoi`;
