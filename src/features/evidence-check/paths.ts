import { evidenceCheckPath } from '../evidence/index.ts';

/** Addresses of the check of evidence before handing in. */
export const checkPath = (unitCode: string, year: number, filter?: string): string =>
  `${evidenceCheckPath(unitCode)}?nam=${year}${filter === undefined ? '' : `&loc=${filter}`}`;
export const checkDocumentPath = (unitCode: string, year: number, format: 'pdf' | 'docx'): string =>
  `${evidenceCheckPath(unitCode)}.${format}?nam=${year}`;
