import { searchKey } from '../text/index.ts';
import { type Citation, findCitations } from './find-citations.ts';
import { forceOn } from './force.ts';
import { sameIssuer } from './issuer.ts';
import { type LegalRegistry, numberKey, type RegisteredDocument } from './registered-document.ts';

export type CitationWarningCode =
  /** The registry names another body than the text. */
  | 'wrong_issuer'
  /** The registry has the number under another date. */
  | 'wrong_date'
  /** Several documents bear the number, and the text does not say which is meant. */
  | 'ambiguous_number'
  /** Several documents bear the number, and the text speaks of another one's subject. */
  | 'homonym'
  | 'out_of_force'
  | 'not_yet_in_force'
  /** "123/NĐ-CP": decrees and circulars carry the year in their number. */
  | 'number_incomplete'
  | 'unknown_document';

export interface CitationWarning {
  readonly code: CitationWarningCode;
  readonly severity: 'error' | 'warning' | 'notice';
  /** What was probably meant; empty where nothing is known. */
  readonly documents: readonly RegisteredDocument[];
}

const SEVERITY: Readonly<Record<CitationWarningCode, CitationWarning['severity']>> = {
  wrong_issuer: 'error',
  wrong_date: 'error',
  ambiguous_number: 'warning',
  homonym: 'error',
  out_of_force: 'error',
  not_yet_in_force: 'warning',
  number_incomplete: 'error',
  unknown_document: 'notice',
};

const warning = (
  code: CitationWarningCode,
  documents: readonly RegisteredDocument[] = [],
): CitationWarning => ({ code, severity: SEVERITY[code], documents });

/**
 * What is doubtful in a citation on a day.
 * @param onDate `YYYY-MM-DD`, the day the text is meant for
 */
export function warningsOf(
  citation: Citation,
  registry: LegalRegistry,
  onDate: string,
): readonly CitationWarning[] {
  if (citation.number === null) return forceWarnings(documentsNamed(citation, registry, onDate), onDate);
  const found = registry.byNumber(citation.number);
  if (found.length === 0) return unregistered(citation, citation.number, registry);
  const dated = found.filter(({ issuedOn }) => agrees(issuedOn, citation.date));
  if (dated.length === 0) return [warning('wrong_date', found)];
  if (citation.date === null && found.length > 1) {
    const meant = found.filter(
      ({ issuer }) => citation.issuer !== null && sameIssuer(issuer, citation.issuer),
    );
    return meant.length === 1 ? forceWarnings(meant, onDate) : [warning('ambiguous_number', found)];
  }
  const other = found.find((one) => !dated.includes(one) && speaksOf(citation.subject, one, dated[0]!));
  if (other) return [warning('homonym', [other])];
  const rightIssuer = dated.filter(
    ({ issuer }) => citation.issuer === null || sameIssuer(issuer, citation.issuer),
  );
  if (rightIssuer.length === 0) return [warning('wrong_issuer', dated), ...forceWarnings(dated, onDate)];
  return forceWarnings(rightIssuer, onDate);
}

export interface DoubtfulCitation {
  readonly citation: Citation;
  readonly warnings: readonly CitationWarning[];
}

/**
 * Everything doubtful in the texts of one document, read in their order: a number that was cited with its date once
 * means the same document wherever it stands without one later on.
 */
export function doubtfulCitations(
  texts: readonly string[],
  registry: LegalRegistry,
  onDate: string,
): readonly (readonly DoubtfulCitation[])[] {
  const settled = new Map<string, string>();
  return texts.map((text) =>
    findCitations(text).flatMap((citation) => {
      const key = citation.number === null ? null : numberKey(citation.number);
      if (key !== null && citation.date !== null) settled.set(key, citation.date);
      const date = citation.date ?? (key === null ? null : (settled.get(key) ?? null));
      const warnings = warningsOf({ ...citation, date }, registry, onDate);
      return warnings.length === 0 ? [] : [{ citation, warnings }];
    }),
  );
}

const agrees = (known: string | null, cited: string | null): boolean =>
  known === null || cited === null || known === cited;

function forceWarnings(documents: readonly RegisteredDocument[], onDate: string): readonly CitationWarning[] {
  const [document] = documents;
  // Where one of several may be in force, that one is meant.
  if (document === undefined || documents.some((one) => mayBeInForce(one, onDate))) return [];
  return [
    warning(forceOn(document, onDate) === 'out_of_force' ? 'out_of_force' : 'not_yet_in_force', documents),
  ];
}

function mayBeInForce(document: RegisteredDocument, onDate: string): boolean {
  const state = forceOn(document, onDate);
  return state === 'in_force' || state === 'unknown';
}

/** Laws by their name, which may be followed by words that are no part of it. */
function documentsNamed(
  { name, date }: Citation,
  registry: LegalRegistry,
  onDate: string,
): readonly RegisteredDocument[] {
  const words = (name ?? '').split(' ');
  for (let length = words.length; length > 1; length--) {
    const found = registry.byName(words.slice(0, length).join(' '));
    if (found.length === 0) continue;
    const dated = found.filter(({ issuedOn }) => agrees(issuedOn, date));
    const inForce = dated.filter((one) => mayBeInForce(one, onDate));
    return inForce.length > 0 ? inForce : dated;
  }
  return [];
}

/** The number is in no list: mistyped sign, year left out, or simply not registered. */
function unregistered(
  { date }: Citation,
  number: string,
  registry: LegalRegistry,
): readonly CitationWarning[] {
  const serial = serialOf(number);
  const alike = registry.documents.filter(
    (one) => serialOf(one.number) === serial && kindOf(one.number) === kindOf(number),
  );
  if (carriesYear(number) && !/^\d+[a-zđ]?\/(19|20)\d{2}/u.test(number)) {
    return [
      warning(
        'number_incomplete',
        alike.filter((one) => agrees(one.issuedOn, date)),
      ),
    ];
  }
  // "548/QĐ-TTg" of the same day as 548/QĐ-LĐTBXH: the sign names the wrong body.
  const sameDay = alike.filter((one) => date !== null && one.issuedOn === date);
  return [sameDay.length > 0 ? warning('wrong_issuer', sameDay) : warning('unknown_document')];
}

const serialOf = (number: string): string => /^0*(\d+[a-zđ]?)/u.exec(number)?.[1] ?? '';
/** "QĐ" of "548/QĐ-TTg". */
const kindOf = (number: string): string =>
  /[/-]([\p{Lu}]+)(?![\d/]*\/)/u.exec(number.replace(/\/\d{4}/u, ''))?.[1] ?? '';
/** Normative documents of the government and the ministries (Luật Ban hành văn bản quy phạm pháp luật). */
const carriesYear = (number: string): boolean => /[/-](NĐ-CP|TT-[BV]\p{Lu}+|TTLT-)/u.test(number);

/** Whether the words after a citation fit another document's subject far better than its own. */
function speaksOf(subject: string, other: RegisteredDocument, own: RegisteredDocument): boolean {
  const words = wordsOf(subject);
  const shared = (title: string) => [...wordsOf(title)].filter((word) => words.has(word)).length;
  return shared(other.title) >= 5 && shared(other.title) > 2 * shared(own.title);
}

const wordsOf = (text: string): ReadonlySet<string> =>
  new Set(
    searchKey(text)
      .split(/[^\p{L}\d]+/u)
      .filter((word) => word.length > 1),
  );
