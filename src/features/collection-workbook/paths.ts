/** Addresses of the workbooks of the collection. */
export const templateOfRoundPath = (unitCode: string, round: string): string =>
  `/don-vi/${unitCode}/so-lieu/${round}/mau.xlsx`;
export const chooseTemplatePath = (unitCode: string, year: number): string =>
  `/don-vi/${unitCode}/so-lieu/mau-excel?nam=${year}`;
/** Takes the choice as a form, because it may be long. */
export const chosenTemplatePath = (unitCode: string): string => `/don-vi/${unitCode}/so-lieu/mau-excel`;
export const importsPath = (unitCode: string, round?: string): string =>
  `/don-vi/${unitCode}/so-lieu/nhap-excel${round === undefined ? '' : `?dot=${round}`}`;
export const importPath = (unitCode: string, id: string): string =>
  `/don-vi/${unitCode}/so-lieu/nhap-excel/${id}`;
export const faultsPath = (unitCode: string, id: string): string => `${importPath(unitCode, id)}/loi`;
export const matchImportPath = (unitCode: string, id: string): string => `${importPath(unitCode, id)}/ghep`;
export const confirmImportPath = (unitCode: string, id: string): string => `${importPath(unitCode, id)}/luu`;
export const resumeImportPath = (unitCode: string, id: string): string =>
  `${importPath(unitCode, id)}/tiep-tuc`;
export const withdrawImportPath = (unitCode: string, id: string): string => `${importPath(unitCode, id)}/bo`;
