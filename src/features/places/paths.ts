import type { ListedKind } from '../../domain/place/index.ts';

/** The kinds as the addresses name them. */
export const KIND_SLUGS = { village: 'thon', school: 'truong' } as const satisfies Record<ListedKind, string>;

/** The list of a unit: `/don-vi/05983/dia-ban?loai=truong`; without a kind that of villages. */
export const placesPath = (
  unitCode: string,
  kind: ListedKind = 'village',
  more: Readonly<Record<string, string>> = {},
): string => {
  const query = new URLSearchParams({ ...(kind === 'village' ? {} : { loai: KIND_SLUGS[kind] }), ...more });
  return `/don-vi/${unitCode}/dia-ban${query.size === 0 ? '' : `?${query}`}`;
};
export const addPlacesPath = (unitCode: string, kind: ListedKind): string =>
  `/don-vi/${unitCode}/dia-ban/them?loai=${KIND_SLUGS[kind]}`;
export const mergePlacesPath = (unitCode: string, kind: ListedKind, placeId?: string): string =>
  `/don-vi/${unitCode}/dia-ban/gop?loai=${KIND_SLUGS[kind]}${placeId === undefined ? '' : `&noi=${placeId}`}`;
/** At most twenty places for a picker, as JSON: `?q=doan&loai=thon`. */
export const placeSearchPath = (unitCode: string): string => `/don-vi/${unitCode}/dia-ban/tim.json`;

/** The deeds on one place as the addresses name them. */
export const DEED_SLUGS = ['doi-ten', 'tach', 'thoi', 'dung-lai', 'thong-tin'] as const;
export type DeedSlug = (typeof DEED_SLUGS)[number];

/** One place: its data, what became of it, and the deeds. */
export const placePath = (unitCode: string, placeId: string, deed?: DeedSlug): string =>
  `/don-vi/${unitCode}/dia-ban/${placeId}${deed === undefined ? '' : `/${deed}`}`;
