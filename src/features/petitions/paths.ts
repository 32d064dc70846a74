import type { PetitionState } from '../../domain/activity/index.ts';

/** How an address names the state of a petition. */
export const STATE_SLUGS: Readonly<Record<PetitionState, string>> = {
  unsent: 'chua-gui',
  waiting: 'dang-cho',
  late: 'qua-han',
  answered: 'da-tra-loi',
};

export interface PetitionFilter {
  readonly year: number;
  readonly state?: PetitionState | null;
  readonly activityId?: string | null;
  readonly page?: number;
}

export const petitionsPath = (unitCode: string): string => `/don-vi/${unitCode}/kien-nghi`;

/** The petitions of a year, as far as the filter narrows them. */
export function petitionsOfYearPath(unitCode: string, filter: PetitionFilter): string {
  const query = new URLSearchParams({ nam: String(filter.year) });
  if (filter.state) query.set('tinh_trang', STATE_SLUGS[filter.state]);
  if (filter.activityId) query.set('hoat_dong', filter.activityId);
  if (filter.page !== undefined && filter.page > 1) query.set('trang', String(filter.page));
  return `${petitionsPath(unitCode)}?${query}`;
}

export const newPetitionPath = (unitCode: string, year: number): string =>
  `${petitionsPath(unitCode)}/moi?nam=${year}`;
export const petitionPath = (unitCode: string, id: string): string => `${petitionsPath(unitCode)}/${id}`;
