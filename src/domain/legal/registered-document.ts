import { searchKey } from '../text/index.ts';
import { issuerKey } from './issuer.ts';

/** How sure a value is: read in the document itself, told by others, or still to be compared. */
export type DocumentStanding = 'official' | 'secondary' | 'provisional';

/** A legal document that plans cite. Its key is number, date and issuer together: numbers repeat from year to year. */
export interface RegisteredDocument {
  /** "Quyết định"; a law has "Luật". */
  readonly type: string;
  /** "06/QĐ-TTg". */
  readonly number: string;
  /** `YYYY-MM-DD`; null while nobody has compared it. */
  readonly issuedOn: string | null;
  readonly issuer: string;
  /** Trích yếu, or the whole name of a law: "Luật Trẻ em". */
  readonly title: string;
  readonly inForce: { readonly from: string | null; readonly until: string | null };
  /** Number, and the date where the number repeats, of the document that took its place. */
  readonly replacedBy: string | null;
  readonly provenance: { readonly status: DocumentStanding; readonly note?: string };
  /** Where it was found. */
  readonly source: string;
}

/** The file `standards/legal-documents.json`. */
export interface LegalDocuments {
  readonly title: string;
  readonly version: number;
  readonly documents: readonly RegisteredDocument[];
}

/** Documents to look citations up in. */
export interface LegalRegistry {
  readonly documents: readonly RegisteredDocument[];
  /** All documents of a number, whatever its case, spaces and kind of dash. */
  byNumber(number: string): readonly RegisteredDocument[];
  /** Laws by their name: "Luật Trẻ em". */
  byName(name: string): readonly RegisteredDocument[];
}

/** Those that come with the program and those that a unit adds; of two with the same key the later one counts. */
export function legalRegistry(...lists: readonly (readonly RegisteredDocument[])[]): LegalRegistry {
  const documents = [...new Map(lists.flat().map((one) => [documentKey(one), one])).values()];
  const numbers = grouped(documents, ({ number }) => numberKey(number));
  const names = grouped(documents, ({ title }) => searchKey(title));
  return {
    documents,
    byNumber: (number) => numbers.get(numberKey(number)) ?? [],
    byName: (name) => names.get(searchKey(name)) ?? [],
  };
}

/** Number, date and issuer as one text that is the same for the same document. */
export function documentKey({
  number,
  issuedOn,
  issuer,
}: Pick<RegisteredDocument, 'number' | 'issuedOn' | 'issuer'>): string {
  return [numberKey(number), issuedOn ?? '', issuerKey(issuer)].join('|');
}

/** A number to compare by: "06/QĐ- TTg" is "6/QĐ-TTg". */
export function numberKey(number: string): string {
  return searchKey(number)
    .replace(/\s+/gu, '')
    .replace(/^0+(?=\d)/u, '');
}

function grouped(
  documents: readonly RegisteredDocument[],
  keyOf: (document: RegisteredDocument) => string,
): ReadonlyMap<string, readonly RegisteredDocument[]> {
  const groups = new Map<string, RegisteredDocument[]>();
  for (const document of documents) {
    const key = keyOf(document);
    const group = groups.get(key);
    if (group) group.push(document);
    else groups.set(key, [document]);
  }
  return groups;
}
