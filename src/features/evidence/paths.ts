/** Addresses of the library of evidence. */
export const libraryPath = (unitCode: string): string => `/don-vi/${unitCode}/minh-chung`;

/** The list, narrowed; what is undefined or empty is left out. */
export function listPath(
  unitCode: string,
  query: Readonly<Record<string, string | number | undefined>>,
): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query))
    if (value !== undefined && value !== '') search.set(name, String(value));
  const text = search.toString();
  return text === '' ? libraryPath(unitCode) : `${libraryPath(unitCode)}?${text}`;
}

/** What a new evidence is for, where that is known when its file is brought. */
export interface Purpose {
  readonly year?: number | undefined;
  readonly indicator?: string | undefined;
  readonly taskId?: string | undefined;
}
export const purposeQuery = ({ year, indicator, taskId }: Purpose): Record<string, string | number> => ({
  ...(year === undefined ? {} : { nam: year }),
  ...(indicator === undefined ? {} : { chi_tieu: indicator }),
  ...(taskId === undefined ? {} : { nhiem_vu: taskId }),
});

/** An indicator of a year for which evidence is chosen. */
export interface Choosing {
  readonly year: number;
  readonly indicator: string;
}
/** The list, to choose from for an indicator; `nam` narrows it to what is used in a year, so the year of the choice is `cho_nam`. */
export const choosePath = (unitCode: string, { year, indicator }: Choosing): string =>
  listPath(unitCode, { chi_tieu: indicator, cho_nam: year });

/** Where files are brought; those that wait to be described stand there too. */
export const bringPath = (unitCode: string, purpose: Purpose = {}): string =>
  withQuery(`${libraryPath(unitCode)}/them`, purpose);
/** Where an interrupted upload goes on (tus). */
export const uploadsPath = (unitCode: string): string => `${libraryPath(unitCode)}/tai-len`;
/** The form that makes an evidence of an upload. */
export const describeUploadPath = (unitCode: string, uploadId: string, purpose: Purpose = {}): string =>
  withQuery(`${libraryPath(unitCode)}/them/${uploadId}`, purpose);
/** Where the evidence of a year is checked before handing in; of this year unless the address says another. */
export const evidenceCheckPath = (unitCode: string): string => `${libraryPath(unitCode)}/kiem-tra`;
/** The same, where it speaks of one indicator of a year. */
export const checkedIndicatorPath = (unitCode: string, { year, indicator }: Choosing): string =>
  `${evidenceCheckPath(unitCode)}?nam=${year}#chi-tieu-${indicator}`;
/** Files of activities and tasks that are not in the library yet. */
export const takeOverPath = (unitCode: string): string => `${libraryPath(unitCode)}/tu-ho-so`;

export const evidencePath = (unitCode: string, id: string): string => `${libraryPath(unitCode)}/${id}`;
/** The same, opened to be used for an indicator. */
export const chosenPath = (unitCode: string, id: string, purpose: Purpose): string =>
  withQuery(evidencePath(unitCode, id), purpose);
/** Where it is used; the answer comes back to {@link chosenPath}. */
export const usePath = (unitCode: string, id: string, purpose: Purpose = {}): string =>
  withQuery(`${evidencePath(unitCode, id)}/gan`, purpose);
export const describePath = (unitCode: string, id: string): string => `${evidencePath(unitCode, id)}/sua`;
/** The file of one revision, as its reader may have it. */
export const filePath = (unitCode: string, id: string, revision: number): string =>
  `${evidencePath(unitCode, id)}/tep/${revision}`;
/** Where children in the picture are blacked out. */
export const redactPath = (unitCode: string, id: string): string => `${evidencePath(unitCode, id)}/che`;
/** The same, on the original although there is a copy. */
export const redactAnewPath = (unitCode: string, id: string): string => `${redactPath(unitCode, id)}?tu=goc`;
/** A page of a PDF as a picture, to mark areas on. @param ground the copy on which they are, by its file, or the original */
export const pageToRedactPath = (
  unitCode: string,
  id: string,
  page: number,
  ground: { readonly copyId: string | null } = { copyId: null },
): string =>
  `${redactPath(unitCode, id)}/trang/${page}?${ground.copyId === null ? 'tu=goc' : `tep=${ground.copyId}`}`;
/** Consents, and whether it is published. */
export const childrenPath = (unitCode: string, id: string): string => `${evidencePath(unitCode, id)}/tre-em`;
/** The signed paper of a consent. */
export const consentPaperPath = (unitCode: string, id: string, consentId: string): string =>
  `${childrenPath(unitCode, id)}/${consentId}/giay`;
/** The text of a document, to be read in place. */
export const textPath = (unitCode: string, id: string, revision: number): string =>
  `${evidencePath(unitCode, id)}/noi-dung/${revision}`;

function withQuery(path: string, purpose: Purpose): string {
  const search = new URLSearchParams(
    Object.entries(purposeQuery(purpose)).map(([name, value]): [string, string] => [name, String(value)]),
  ).toString();
  return search === '' ? path : `${path}?${search}`;
}
