export const fundPath = (unitCode: string): string => `/don-vi/${unitCode}/quy-tre-em`;

/** What came in and went out in a year. */
export function fundOfYearPath(unitCode: string, year: number, page = 1): string {
  return `${fundPath(unitCode)}?nam=${year}${page > 1 ? `&trang=${page}` : ''}`;
}

export const newContributionPath = (unitCode: string): string => `${fundPath(unitCode)}/thu/moi`;
export const contributionPath = (unitCode: string, id: string): string => `${fundPath(unitCode)}/thu/${id}`;
export const receiptPath = (unitCode: string, id: string): string =>
  `${contributionPath(unitCode, id)}/phieu`;
export const newUsePath = (unitCode: string): string => `${fundPath(unitCode)}/chi/moi`;
export const usePath = (unitCode: string, id: string): string => `${fundPath(unitCode)}/chi/${id}`;
