const base = (unitCode: string): string => `/don-vi/${unitCode}/so-lieu`;

/** Rounds of a year: `/don-vi/:unit/so-lieu?nam=2026`. */
export const roundsPath = (unitCode: string, year: number): string => `${base(unitCode)}?nam=${year}`;
export const newRoundPath = (
  unitCode: string,
  year: number,
  chosen?: { readonly level: string; readonly period: string },
): string =>
  `${base(unitCode)}/moi?nam=${year}${chosen === undefined ? '' : `&muc=${chosen.level}&ky=${chosen.period}`}`;
export const proposedRoundsPath = (unitCode: string, year: number): string =>
  `${base(unitCode)}/de-xuat?nam=${year}`;
/** Links of villages; what is there belongs to `village-entry`. */
export const villageLinksPath = (unitCode: string): string => `${base(unitCode)}/duong-dan`;
export const roundPath = (unitCode: string, round: string): string => `${base(unitCode)}/${round}`;

/** The sheets of a round, as far as the list is narrowed. */
export function sheetsPath(
  unitCode: string,
  round: string,
  list: { readonly loc?: string | undefined; readonly tim?: string; readonly trang?: number },
): string {
  const said = Object.entries(list).filter(
    ([name, value]) => value !== undefined && value !== '' && !(name === 'trang' && value === 1),
  );
  const query = new URLSearchParams(said.map(([name, value]) => [name, String(value)]));
  return said.length === 0 ? roundPath(unitCode, round) : `${roundPath(unitCode, round)}?${query}`;
}

export const editRoundPath = (unitCode: string, round: string): string => `${roundPath(unitCode, round)}/sua`;
export const placesOfRoundPath = (unitCode: string, round: string, page = 1, search = ''): string => {
  const query = new URLSearchParams([
    ...(search === '' ? [] : [['tim', search]]),
    ...(page === 1 ? [] : [['trang', String(page)]]),
  ]);
  return `${roundPath(unitCode, round)}/noi${query.size === 0 ? '' : `?${query}`}`;
};
export const conflictsPath = (unitCode: string, round: string): string =>
  `${roundPath(unitCode, round)}/xung-dot`;
export const conflictPath = (unitCode: string, round: string, operation: string): string =>
  `${conflictsPath(unitCode, round)}/${operation}`;
export const gridPath = (unitCode: string, round: string): string => `${roundPath(unitCode, round)}/bang`;
export const sheetPath = (unitCode: string, round: string, sheet: string): string =>
  `${roundPath(unitCode, round)}/phieu/${sheet}`;
export const cellHistoryPath = (
  unitCode: string,
  round: string,
  sheet: string,
  item: string,
  page = 1,
): string =>
  `${sheetPath(unitCode, round, sheet)}/lich-su?so_lieu=${encodeURIComponent(item)}${page === 1 ? '' : `&trang=${page}`}`;
/** What the collected figures come to for the self-assessment of a year. */
export const rollUpPath = (unitCode: string, year: number): string =>
  `${base(unitCode)}/tong-hop?nam=${year}`;
/** What each place said of one input in a year. */
export const rolledPlacesPath = (unitCode: string, year: number, input: string): string =>
  `${base(unitCode)}/tong-hop/${input}?nam=${year}`;
