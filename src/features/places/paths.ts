import type { ListedKind } from '../../domain/place/index.ts';

/** The kinds as the addresses name them. */
export const KIND_SLUGS = { village: 'thon', school: 'truong' } as const satisfies Record<ListedKind, string>;

/** The list of a unit: `/don-vi/05983/dia-ban?loai=truong`; without a kind that of villages. */
export const placesPath = (unitCode: string, kind: ListedKind = 'village'): string =>
  `/don-vi/${unitCode}/dia-ban${kind === 'village' ? '' : `?loai=${KIND_SLUGS[kind]}`}`;
/** One place: its data, what became of it, and the deeds. */
export const placePath = (unitCode: string, placeId: string): string =>
  `/don-vi/${unitCode}/dia-ban/${placeId}`;
/** At most twenty places for a picker, as JSON: `?q=doan&loai=thon`. */
export const placeSearchPath = (unitCode: string): string => `/don-vi/${unitCode}/dia-ban/tim.json`;
