/** Addresses of the pages of a cycle. */
export const cyclesPath = (unitCode: string): string => `/don-vi/${unitCode}/tu-danh-gia`;
export const cyclePath = (unitCode: string, year: number): string => `${cyclesPath(unitCode)}/${year}`;
export const criterionPath = (unitCode: string, year: number, number: number): string =>
  `${cyclePath(unitCode, year)}/tieu-chi/${number}`;
export const figureHistoryPath = (unitCode: string, year: number, number: number, input: string): string =>
  `${criterionPath(unitCode, year, number)}/lich-su/${input}`;
export const assignmentPath = (unitCode: string, year: number): string =>
  `${cyclePath(unitCode, year)}/phan-cong`;
export const reportPath = (unitCode: string, year: number): string => `${cyclePath(unitCode, year)}/bao-cao`;
export const reportSettingPath = (unitCode: string, year: number): string =>
  `${reportPath(unitCode, year)}/the-thuc`;
