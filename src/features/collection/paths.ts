/** Rounds of a year: `/don-vi/:unit/so-lieu?nam=2026`. */
export const roundsPath = (unitCode: string, year: number): string =>
  `/don-vi/${unitCode}/so-lieu?nam=${year}`;
export const newRoundPath = (unitCode: string, year: number): string =>
  `/don-vi/${unitCode}/so-lieu/moi?nam=${year}`;
export const roundPath = (unitCode: string, round: string): string => `/don-vi/${unitCode}/so-lieu/${round}`;
export const gridPath = (unitCode: string, round: string): string =>
  `/don-vi/${unitCode}/so-lieu/${round}/bang`;
export const sheetPath = (unitCode: string, round: string, sheet: string): string =>
  `/don-vi/${unitCode}/so-lieu/${round}/phieu/${sheet}`;
/** What the collected figures come to for the self-assessment of a year. */
export const rollUpPath = (unitCode: string, year: number): string =>
  `/don-vi/${unitCode}/so-lieu/tong-hop?nam=${year}`;
