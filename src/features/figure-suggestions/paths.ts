import { logPath } from '../activities/index.ts';

/** The figures of a year that the log speaks for. */
export const suggestionsPath = (unitCode: string, year: number): string =>
  `${logPath(unitCode)}/de-xuat?nam=${year}`;
