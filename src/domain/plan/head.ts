import { fold } from './fold.ts';
import { DOCUMENT_TYPES } from './lexicon/document-types.ts';
import { markerOf } from './markers.ts';
import type { Lines, ReadDate } from './reading.ts';
import { roleOfHeading } from './roles.ts';
import type { SourceLine } from './source-lines.ts';

/** What stands above the preamble. */
export interface Head {
  readonly documentType: string | null;
  readonly number: string | null;
  readonly symbol: string | null;
  readonly place: string | null;
  readonly date: ReadDate;
  /** The lines in capitals that name who issues: "ỦY BAN NHÂN DÂN", "XÃ CHÂU SƠN". */
  readonly issuing: readonly string[];
  readonly title: string | null;
  readonly lines: readonly Lines[];
  /** Index of the first line that no longer belongs to the head. */
  readonly end: number;
}

const LONGEST_HEAD = 60;
const LONGEST_LINE = 400;
const NATION = /c ?ong hoa xa hoi chu nghia viet(?: nam)?|dang cong san viet nam/u;
const MOTTO = /doc lap ?[-.*–]* ?tu do ?[-.*–]* ?hanh phuc/u;
const BLANK = '[\\d\\s.…_,]';
const NUMBER = new RegExp(`(?:^|\\s)số\\s?:?\\s?(${BLANK}{0,20}?[a-z]?)\\s?((?:/|-)[^;,]{0,40}|$)`, 'iu');
const DATE = new RegExp(
  `(?:^|[,\\s])ngày\\s?(${BLANK}{0,14}?)\\s?tháng\\s?(${BLANK}{0,14}?)\\s?năm\\s?(\\d{4}|[\\d.…_]{0,6})`,
  'iu',
);
const SYMBOL =
  /^[/-]\s?(\d{4}\s?\/)?\s?([\p{Lu}\d&]{1,12}[\p{Ll}]{0,3}(?:\s?[-/]\s?\p{Lu}[\p{L}\d&]{0,14})*-?)/u;
const TYPES = [...DOCUMENT_TYPES].sort((a, b) => b.length - a.length).map((type) => fold(type));
const AUTHORITY =
  /^(?:chu tich |thuong truc |giam doc |truong )?(?:uy ban nhan dan|ubnd|hoi dong nhan dan|so [a-z]+|phong [a-z]+|ban chi dao|bi thu|hieu truong|chu tich|giam doc|thu tuong|bo truong|ban chap hanh|ban thuong vu)(?: |$)/u;
const STARTS_PREAMBLE =
  /^(?:can cu|thuc hien (?:ke hoach|quyet dinh|chi thi|nghi|cong van|chuong trinh|thong bao|huong dan|luat|ket luan|thong tu|de an|y kien|su chi dao)|trien khai (?:thuc hien )?(?:ke hoach|quyet dinh|chi thi|nghi|luat)|theo (?:de nghi|ke hoach|cong van)|xet |nham |de (?:trien khai|thuc hien|tiep tuc|nang cao|dam bao|bao dam|chu dong|to chuc|kip thoi)|uy ban nhan dan|ubnd|tren co so|thuc hien chuc nang|kinh gui|hom nay|vao hoi|tiep tuc thuc hien|phat huy ket qua|trong nhung nam|trong thoi gian)\b/u;

const blankToNull = (text: string | undefined): string | null => text?.replace(/[\s.…_,]/gu, '') || null;
const numberOrNull = (text: string | undefined): number | null =>
  blankToNull(text) ? Number(blankToNull(text)) : null;

export const isAllCaps = (text: string): boolean =>
  text === text.toUpperCase() && text !== text.toLowerCase();

/** Words in the line of the kind that belong to it, and begin no title. */
const JOINT = /^(?:LIÊN NGÀNH|LIÊN TỊCH|PHỐI HỢP|HÀNH ĐỘNG)$/u;

function documentTypeOf(line: SourceLine): { readonly type: string; readonly rest: string } | null {
  const folded = line.folded;
  const type = TYPES.find((one) => folded.startsWith(one) && !/[a-z0-9]/u.test(folded.charAt(one.length)));
  if (!type) return null;
  const printed = line.text.slice(0, type.length);
  // "PHƯỜNG AN …" and "PHƯƠNG ÁN" differ by their tones alone.
  if (/^phường(?!\p{L})/iu.test(printed)) return null;
  const rest = line.text.slice(type.length).replace(/^[\s:.]+/u, '');
  if (isAllCaps(printed))
    return JOINT.test(rest) ? { type: `${printed} ${rest}`, rest: '' } : { type: printed, rest };
  return rest === '' && (line.bold || line.hashes > 0) ? { type: printed.toUpperCase(), rest } : null;
}

/** Takes the parts that every head has out of a line; what is left names the issuer or goes on. */
class HeadParts {
  number: string | null = null;
  symbol: string | null = null;
  place: string | null = null;
  date: ReadDate = { year: null, month: null, day: null };
  hasDate = false;
  readonly issuing: string[] = [];
  #symbolOpen = false;

  /** @returns whether the line belonged to the head */
  take(line: SourceLine): boolean {
    if (line.text.length > LONGEST_LINE) return false;
    let text = line.text;
    let took = false;
    for (const pattern of [NATION, MOTTO]) {
      const found = pattern.exec(fold(text));
      if (!found) continue;
      text = `${text.slice(0, found.index)} ${text.slice(found.index + found[0].length)}`.trim();
      took = true;
    }
    if (this.#symbolOpen) {
      const rest = /^[A-ZĐ]{2,8}(?=\s|$)/u.exec(text)?.[0];
      if (rest) {
        this.symbol = `${this.symbol}${rest}`;
        text = text.slice(rest.length).trim();
        took = true;
      }
      this.#symbolOpen = false;
    }
    const numbered = this.symbol === null && text.length < 200 ? NUMBER.exec(text) : null;
    if (numbered && text.slice(0, numbered.index).length < 60) {
      const symbol = SYMBOL.exec(numbered[2]!);
      if (symbol || /^[/-]?$/u.test(numbered[2]!)) {
        this.number = blankToNull(numbered[1]);
        this.symbol = symbol ? symbol[2]!.replace(/\s/gu, '') : null;
        this.#symbolOpen = this.symbol?.endsWith('-') ?? false;
        const end = numbered.index + numbered[0].length - (numbered[2]!.length - (symbol?.[0].length ?? 0));
        text = `${text.slice(0, numbered.index)}   ${text.slice(end)}`.trim();
        took = true;
      }
    }
    const dated = !this.hasDate && text.length < 200 ? DATE.exec(text) : null;
    if (dated && dated.index < 60) {
      this.hasDate = true;
      this.date = {
        year: numberOrNull(dated[3]),
        month: numberOrNull(dated[2]),
        day: numberOrNull(dated[1]),
      };
      this.place =
        text
          .slice(0, dated.index)
          .replace(/[\s,*]+$/u, '')
          .split(/\s{3,}/u)
          .at(-1)
          ?.trim() || null;
      text = text.slice(dated.index + dated[0].length).trim();
      took = true;
      if (this.place && isAllCaps(this.place) && this.place.length > 25) this.place = null;
    }
    text = text.replace(/^[\s*–-]+|[\s*–-]+$/gu, '');
    if (text !== '' && isAllCaps(text) && text.length < 120 && /\p{L}{2}/u.test(text)) {
      this.issuing.push(text.replace(/\s+/gu, ' '));
      return true;
    }
    return took && text.length < 60;
  }
}

const startsBody = (line: SourceLine): boolean => {
  const marker = markerOf(line.text);
  if (marker && marker.rank <= 4 && marker.style !== 'upper') return true;
  return line.hashes > 0 || (roleOfHeading(line.folded) !== null && isAllCaps(line.text));
};

/** Where the title ends: it is the first thing below the kind, and goes on until the preamble or a gap. */
function titleEnd(lines: readonly SourceLine[], start: number): number {
  const first = lines[start];
  if (!first) return start;
  let at = start + 1;
  const limit = Math.min(lines.length, start + 12);
  let usualGap = lines[at]?.gap ?? 0;
  for (; at < limit; at++) {
    const [above, here] = [lines[at - 1]!, lines[at]!];
    if (startsBody(here) || markerOf(here.text)) break;
    if (/[.;:]$/u.test(above.text)) break;
    const small = /^\p{Ll}/u.test(here.text);
    if (isAllCaps(here.text) && !isAllCaps(above.text)) break;
    if (isAllCaps(above.text) && isAllCaps(here.text) && !AUTHORITY.test(here.folded)) continue;
    if (isAllCaps(above.text) && !isAllCaps(here.text) && !small) break;
    if (first.bold && above.bold && !here.bold) break;
    if (STARTS_PREAMBLE.test(here.folded)) break;
    if (first.bold && here.bold && here.gap <= usualGap) continue;
    if (here.text.length > 140 && !small) break;
    if (
      !small &&
      /(?:nam|giai doan|dia ban) [\p{L}\d\s,.()–-]{0,50}$/u.test(above.folded) &&
      /(?:20\d\d|tren dia ban .{3,40})$/u.test(above.folded)
    )
      break;
    if (here.gap > usualGap) break;
    usualGap = Math.min(usualGap, here.gap);
  }
  return at;
}

/** Reads the head of an official document (NĐ 30/2020, phụ lục I): what is missing there is null. */
export function readHead(lines: readonly SourceLine[]): Head {
  const limit = Math.min(lines.length, LONGEST_HEAD);
  const parts = new HeadParts();
  const used: Lines[] = [];
  const use = (line: SourceLine): void => void used.push({ from: line.no, to: line.no });
  let documentType: string | null = null;
  let title: string | null = null;
  let end = 0;
  let typeAt = -1;
  let inTitle = '';
  for (let at = 0; at < limit && typeAt < 0; at++) {
    const found = documentTypeOf(lines[at]!);
    if (!found && startsBody(lines[at]!) && !lines[at]!.hashes) break;
    if (!found) continue;
    typeAt = at;
    documentType = found.type;
    inTitle = found.rest;
  }
  if (typeAt >= 0) {
    // What says nothing of a head stands there by mistake, or was added by hand: it is not lost among the head.
    for (const line of lines.slice(0, typeAt)) if (parts.take(line)) use(line);
    use(lines[typeAt]!);
    let at = typeAt + 1;
    while (
      at < limit &&
      at <= typeAt + 3 &&
      (parts.symbol === null || !parts.hasDate) &&
      /^(?:số\s?:|.{0,40}ngày[\s\d.…_]{1,16}tháng)/iu.test(lines[at]!.text) &&
      parts.take(lines[at]!)
    )
      use(lines[at++]!);
    const start = at;
    if (inTitle !== '' || (start < lines.length && !startsBody(lines[start]!))) {
      end = inTitle !== '' ? titleEnd(lines, typeAt) : titleEnd(lines, start);
      end = Math.max(end, start);
      title = [inTitle, ...lines.slice(start, end).map((line) => line.text)].join(' ').trim() || null;
      for (const line of lines.slice(start, end)) use(line);
    } else end = start;
  } else {
    while (
      end < limit &&
      !startsBody(lines[end]!) &&
      !STARTS_PREAMBLE.test(lines[end]!.folded) &&
      parts.take(lines[end]!)
    )
      use(lines[end++]!);
    const stop = lines
      .slice(end, end + 8)
      .findIndex((line) => STARTS_PREAMBLE.test(line.folded) || startsBody(line));
    const candidate = stop > 0 ? lines.slice(end, end + stop) : [];
    if (
      candidate.length > 0 &&
      candidate.every((line) => line.text.length < 200 && !/[.;:]$/u.test(line.text) && !markerOf(line.text))
    ) {
      title = candidate.map((line) => line.text).join(' ');
      for (const line of candidate) use(line);
      end += stop;
    }
  }
  while (
    end < limit &&
    end < lines.length &&
    isAllCaps(lines[end]!.text) &&
    AUTHORITY.test(lines[end]!.folded)
  ) {
    parts.issuing.push(lines[end]!.text);
    use(lines[end++]!);
  }
  const { number, symbol, place, date, issuing } = parts;
  return {
    documentType,
    number,
    symbol,
    place,
    date,
    issuing,
    title: title?.replace(/^[“"]|["”]$/gu, '').replace(/\s+/gu, ' ') ?? null,
    lines: used,
    end,
  };
}
