/** Addresses of the pages of targets. */
export const targetsPath = (unitCode: string, year?: number): string =>
  `/don-vi/${unitCode}/chi-tieu${year === undefined ? '' : `?nam=${year}`}`;
export const newTargetPath = (unitCode: string, year: number): string =>
  `/don-vi/${unitCode}/chi-tieu/moi?nam=${year}`;
export const targetPath = (unitCode: string, id: string): string => `/don-vi/${unitCode}/chi-tieu/${id}`;
