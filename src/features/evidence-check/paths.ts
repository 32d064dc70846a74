/** Addresses of the check of evidence before handing in. */
export const checkPath = (unitCode: string, year: number, filter?: string): string =>
  `/don-vi/${unitCode}/minh-chung/kiem-tra?nam=${year}${filter === undefined ? '' : `&loc=${filter}`}`;
export const checkDocumentPath = (unitCode: string, year: number, format: 'pdf' | 'docx'): string =>
  `/don-vi/${unitCode}/minh-chung/kiem-tra.${format}?nam=${year}`;
