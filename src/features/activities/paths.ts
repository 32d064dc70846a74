import type { ActivityKind } from '../../domain/activity/index.ts';

/** How an address names a kind of activity. */
export const KIND_SLUGS: Readonly<Record<ActivityKind, string>> = {
  communication: 'truyen-thong',
  training: 'tap-huan',
  board_meeting: 'hop-ban',
  forum: 'dien-dan',
  club_session: 'cau-lac-bo',
  council_session: 'hoi-dong-tre-em',
  consultation: 'lay-y-kien',
  event: 'su-kien',
  gift_giving: 'tang-qua',
  oversight: 'giam-sat',
  other: 'khac',
};

export interface LogFilter {
  readonly year: number;
  readonly kind?: ActivityKind | null;
  readonly organisationId?: string | null;
  readonly search?: string;
  readonly page?: number;
}

export const logPath = (unitCode: string): string => `/don-vi/${unitCode}/hoat-dong`;

/** The log of a year, as far as the filter narrows it. */
export function logOfYearPath(unitCode: string, filter: LogFilter): string {
  const query = new URLSearchParams({ nam: String(filter.year) });
  if (filter.kind) query.set('loai', KIND_SLUGS[filter.kind]);
  if (filter.organisationId) query.set('to_chuc', filter.organisationId);
  if (filter.search) query.set('tim', filter.search);
  if (filter.page !== undefined && filter.page > 1) query.set('trang', String(filter.page));
  return `${logPath(unitCode)}?${query}`;
}

export const newActivityPath = (unitCode: string, kind?: ActivityKind): string =>
  `${logPath(unitCode)}/moi${kind === undefined ? '' : `?loai=${KIND_SLUGS[kind]}`}`;
export const activityPath = (unitCode: string, id: string): string => `${logPath(unitCode)}/${id}`;
export const activityFilePath = (unitCode: string, id: string, file: string): string =>
  `${activityPath(unitCode, id)}/tep/${file}`;

/** Pages of features that use this one or may, and which it therefore cannot ask for their addresses. */
export const pagesBeyond = {
  task: (unitCode: string, id: string): string => `/don-vi/${unitCode}/nhiem-vu/${id}`,
  petitions: (unitCode: string, year: number): string => `/don-vi/${unitCode}/kien-nghi?nam=${year}`,
  petitionsOf: (unitCode: string, year: number, activity: string): string =>
    `/don-vi/${unitCode}/kien-nghi?nam=${year}&hoat_dong=${activity}`,
  newPetition: (unitCode: string, activity: string): string =>
    `/don-vi/${unitCode}/kien-nghi/moi?hoat_dong=${activity}`,
  fund: (unitCode: string, year: number): string => `/don-vi/${unitCode}/quy-tre-em?nam=${year}`,
  suggestions: (unitCode: string, year: number): string => `${logPath(unitCode)}/de-xuat?nam=${year}`,
};
