import { isCalendarDate } from '../text/index.ts';
import { ISSUER_PATTERN } from './issuer.ts';

/** A document named in a text. What the text does not say is null. */
export interface Citation {
  /** First sign, and the sign after the last one. */
  readonly from: number;
  readonly to: number;
  /** As it stands in the text. */
  readonly text: string;
  /** "Quyết định"; null where only the number stands. */
  readonly type: string | null;
  /** "06/QĐ-TTg", without spaces; null for a law named by its name alone. */
  readonly number: string | null;
  /** `YYYY-MM-DD`. */
  readonly date: string | null;
  readonly issuer: string | null;
  /** "Luật Trẻ em". */
  readonly name: string | null;
  /** What follows, as far as the sentence goes: says what the document is about. */
  readonly subject: string;
}

const TYPE =
  'Bộ luật|Luật|Pháp lệnh|Nghị quyết|Nghị định|Quyết định|Chỉ thị|Thông tư liên tịch|Thông tư|Kế hoạch|Hướng dẫn|Công văn|Công điện|Thông báo|Kết luận|Chương trình|Báo cáo|Tờ trình|Văn bản';
const SIGN = '(?:[A-ZĐƯ][A-ZĐƯ&]+\\d{0,2}|TTg|[A-ZĐ]{1,4}Đ)';
/** "06/QĐ-TTg", "29/2019/TT-BLĐTBXH", "28-CT/TW", "121/2020/QH14"; spaces as they come from broken lines. */
const NUMBER = `\\d{1,4}[a-zđ]?(?:/(?:19|20)\\d{2})? ?[-/] ?${SIGN}(?: ?[-/] ?${SIGN})*(?![\\p{L}\\d])`;
const DATE =
  '(?:ngày )?(?:\\d{1,2} ?[/.-] ?\\d{1,2} ?[/.-] ?\\d{4}|\\d{1,2} tháng \\d{1,2} năm \\d{4})(?!\\d)';
/** Words with which the name of a law is over. */
const AFTER_NAME =
  'và|của|theo|trên|trong|tại|cho|đối|nhằm|về|các|được|do|quy|có|để|là|năm|số|ngày|đến|đã|khi|với|này|hiện|thì|một';
const LAW_NAME = `(?:Bộ luật|Luật) (?:\\p{Lu}\\p{Ll}+|trẻ em)(?:(?:, chống|, trợ| (?!(?:${AFTER_NAME})(?!\\p{L}))\\p{L}+)){0,9}`;

const NUMBERED = new RegExp(
  `(?:(?<type>${TYPE})(?: số)?:? )?(?<number>${NUMBER})(?:[, ]+(?<date>${DATE}))?(?:[, ]+(?:của )?(?<issuer>${ISSUER_PATTERN}))?(?:[, ]+(?<lateDate>${DATE}))?`,
  'gu',
);
const NAMED = new RegExp(
  `(?<name>${LAW_NAME})(?:,? (?:số )?(?<number>${NUMBER}))?(?:,? (?<date>${DATE})| năm \\d{4})?(?:,? của (?<issuer>${ISSUER_PATTERN}))?`,
  'gu',
);

/** All documents named in a text, in their order. */
export function findCitations(text: string): readonly Citation[] {
  const numbered = [...text.matchAll(NUMBERED)].map((match) => numberedCitation(text, match));
  const named = [...text.matchAll(NAMED)].map((match) => namedCitation(text, match));
  const inLaw = new Set<number>();
  for (const { from, to } of named) for (let at = from; at < to; at++) inLaw.add(at);
  const free = numbered.filter(({ from, to }) => !inLaw.has(from) && !inLaw.has(to - 1));
  return [...named, ...free].sort((a, b) => a.from - b.from);
}

function numberedCitation(text: string, match: RegExpExecArray): Citation {
  const { type, number, date, lateDate, issuer } = match.groups!;
  return {
    ...span(text, match.index, match[0].length),
    type: type ?? null,
    number: number!.replace(/\s+/gu, ''),
    date: dateOf(date ?? lateDate),
    issuer: issuer ?? null,
    name: null,
  };
}

function namedCitation(text: string, match: RegExpExecArray): Citation {
  const { name, number, date, issuer } = match.groups!;
  return {
    ...span(text, match.index, match[0].length),
    type: 'Luật',
    number: number?.replace(/\s+/gu, '') ?? null,
    date: dateOf(date),
    issuer: issuer ?? null,
    name: name!,
  };
}

function span(
  text: string,
  from: number,
  length: number,
): Pick<Citation, 'from' | 'to' | 'text' | 'subject'> {
  const to = from + length;
  const rest = text.slice(to, to + 300);
  return { from, to, text: text.slice(from, to), subject: rest.split(/[;]|\.(?:\s|$)/u)[0]!.trim() };
}

/** The day, or null where it is none of the calendar. */
function dateOf(written: string | undefined): string | null {
  const parts = /(\d{1,2})\D+?(\d{1,2})\D+?(\d{4})/u.exec(written ?? '');
  if (!parts) return null;
  const date = `${parts[3]}-${parts[2]!.padStart(2, '0')}-${parts[1]!.padStart(2, '0')}`;
  return isCalendarDate(date) ? date : null;
}
