/** What of an archive is chosen: its years, and the criteria; none means all. */
export interface ArchiveChoice {
  readonly first: number;
  readonly last: number;
  readonly criteria: readonly number[];
}

const root = (unitCode: string): string => `/don-vi/${unitCode}/minh-chung/ho-so-nam`;

function query({ first, last, criteria }: ArchiveChoice): string {
  const search = new URLSearchParams();
  if (first !== last) search.set('tu', String(first));
  for (const number of criteria) search.append('tieu_chi', String(number));
  return search.size === 0 ? '' : `?${search}`;
}

/** Addresses of the file of the year for the re-inspection team. */
export const archivePagePath = (unitCode: string, choice: ArchiveChoice): string =>
  `${root(unitCode)}/${choice.last}${query(choice)}`;
export const archiveZipPath = (unitCode: string, choice: ArchiveChoice): string =>
  `${root(unitCode)}/${choice.last}.zip${query(choice)}`;
