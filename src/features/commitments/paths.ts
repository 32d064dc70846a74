/** Addresses of the commitments of villages. */
export const commitmentsPath = (unitCode: string, year?: number): string =>
  `/don-vi/${unitCode}/cam-ket${year === undefined ? '' : `?nam=${year}`}`;
export const commitmentPath = (unitCode: string, neighbourhoodId: string, year: number): string =>
  `/don-vi/${unitCode}/cam-ket/${neighbourhoodId}?nam=${year}`;
export const commitmentFilePath = (unitCode: string, neighbourhoodId: string, year: number): string =>
  `/don-vi/${unitCode}/cam-ket/${neighbourhoodId}/tep?nam=${year}`;
