import type { DocumentDate, DocumentHead, OfficialDocument } from './block-model.ts';
import { cleanText } from './clean-text.ts';

/** Room left for a number that is written in by hand or by the records office after signing. */
const BLANK_NUMBER = '\u00a0'.repeat(8);
/** Those the document is addressed to, in the list of recipients. */
const AS_ABOVE = 'Như trên';
const BLANK_DAY = '\u00a0'.repeat(4);
/** Narrower, so that the line of a unit with a long name does not break while both are blank. */
const BLANK_MONTH = '\u00a0'.repeat(2);

/** `Số: 05/BC-UBND`; a blank number before signing; numbers below 10 with a zero in front (NĐ 30 Phụ lục I). */
export function numberLine(head: DocumentHead): string {
  const number = head.number === null ? BLANK_NUMBER : withLeadingZero(cleanText(head.number));
  return `Số: ${number}/${cleanText(head.symbol)}`;
}

/** `Phường Lương Văn Tri, ngày 05 tháng 01 năm 2026`. */
export function placeAndDateLine(head: DocumentHead): string {
  return `${cleanText(head.place)}, ${dateInWords(head.date)}`;
}

/**
 * A date as official documents write it: days below 10 and the months 1 and 2 with a zero in front, months 3 to 9
 * without (NĐ 30 Phụ lục I); a day or month not known yet is left blank.
 */
export function dateInWords(date: DocumentDate): string {
  const day = date.day === null ? BLANK_DAY : twoDigits(date.day);
  const month =
    date.month === null ? BLANK_MONTH : date.month <= 2 ? twoDigits(date.month) : String(date.month);
  return `ngày ${day} tháng ${month} năm ${date.year}`;
}

/** Lines of Căn cứ: each closed by a semicolon, the last by a full stop. */
export function legalBasisLines(document: OfficialDocument): readonly string[] {
  return closed(document.legalBases);
}

/** Lines of Kính gửi when there are several: `- …;`, the last closed by a full stop. */
export function addresseeLines(document: OfficialDocument): readonly string[] {
  return closed(document.addressees).map((line) => `- ${line}`);
}

/** Lines of Nơi nhận; with addressees the first line refers to them (NĐ 30 Phụ lục I, ô số 9b). */
export function recipientLines(document: OfficialDocument): readonly string[] {
  const { addressees, recipients } = document;
  const named = addressees.length > 0 && recipients[0] !== AS_ABOVE ? [AS_ABOVE, ...recipients] : recipients;
  return closed(named).map((line) => `- ${line}`);
}

/** `Phụ lục`, or `Phụ lục II` where there are several. */
export function annexLabel(document: OfficialDocument, index: number): string {
  return document.annexes.length > 1 ? `Phụ lục ${romanNumeral(index + 1)}` : 'Phụ lục';
}

/** `(Kèm theo Báo cáo số      /BC-UBND ngày … của …)`. */
export function annexReference(document: OfficialDocument): string {
  const type = cleanText(document.documentType).toLocaleLowerCase('vi');
  const named = type.charAt(0).toLocaleUpperCase('vi') + type.slice(1);
  const number = numberLine(document.head).replace('Số:', 'số');
  const body = document.head.issuingBody.map(cleanText).join(' ');
  return `(Kèm theo ${named} ${number} ${dateInWords(document.head.date)} của ${body})`;
}

/** Each line with its closing sign, whether or not it came with one. */
function closed(lines: readonly string[]): readonly string[] {
  return lines.map((line, index) => open(line) + (index === lines.length - 1 ? '.' : ';'));
}

/** The line without closing sign, but with the points of an ellipsis. */
function open(line: string): string {
  return cleanText(line)
    .trimEnd()
    .replace(/(?<!\.)\s*[.;,]$/u, '');
}

/** `5` as `05`, also where a letter follows it. */
function withLeadingZero(number: string): string {
  return number.replace(/^\d(?!\d)/u, '0$&');
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}

/** `IV` for 4. */
export function romanNumeral(value: number): string {
  const signs: readonly (readonly [number, string])[] = [
    [10, 'X'],
    [9, 'IX'],
    [5, 'V'],
    [4, 'IV'],
    [1, 'I'],
  ];
  let rest = value;
  let written = '';
  for (const [worth, sign] of signs) {
    for (; rest >= worth; rest -= worth) written += sign;
  }
  return written;
}
