import { isCalendarDate } from '../text/index.ts';
import { readHead } from './head.ts';
import { sourceLines } from './source-lines.ts';

/** What the head of any official document says of it; null for what it does not say. */
export interface HeadOfDocument {
  /** "BÁO CÁO". */
  readonly documentType: string | null;
  readonly number: string | null;
  readonly symbol: string | null;
  /** YYYY-MM-DD. */
  readonly issuedOn: string | null;
  readonly title: string | null;
}

/** A head is on the first pages. */
const LONGEST_TEXT = 20_000;

/** Reads the head of an official document (NĐ 30/2020, phụ lục I) from its text, of whatever kind it is. */
export function headOfDocument(text: string): HeadOfDocument {
  const { documentType, number, symbol, date, title } = readHead(
    sourceLines(text.slice(0, LONGEST_TEXT)).lines,
  );
  const { year, month, day } = date;
  const padded = (part: number) => String(part).padStart(2, '0');
  const issuedOn =
    year === null || month === null || day === null ? null : `${year}-${padded(month)}-${padded(day)}`;
  return {
    documentType,
    number,
    symbol,
    issuedOn: issuedOn !== null && isCalendarDate(issuedOn) ? issuedOn : null,
    title,
  };
}
