/** Addresses of the commitments of villages. */
export const commitmentsPath = (unitCode: string, year?: number): string =>
  `/don-vi/${unitCode}/cam-ket${year === undefined ? '' : `?nam=${year}`}`;
export const commitmentPath = (unitCode: string, placeId: string, year: number): string =>
  `/don-vi/${unitCode}/cam-ket/${placeId}?nam=${year}`;
export const commitmentFilePath = (unitCode: string, placeId: string, year: number): string =>
  `/don-vi/${unitCode}/cam-ket/${placeId}/tep?nam=${year}`;
