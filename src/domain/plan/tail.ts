import { fold } from './fold.ts';
import { isAllCaps } from './head.ts';
import { DASH_COMPOUNDS } from './lexicon/compounds.ts';
import { FAMILY_NAMES, SIGNATORY_TITLES } from './lexicon/signatures.ts';
import type { Read, ReadSignatory } from './reading.ts';
import type { SourceLine } from './source-lines.ts';
import { withoutEnd } from './trim-end.ts';

/** Recipients and signature: what stands below the last sentence. */
export interface Tail {
  readonly recipients: readonly Read[];
  readonly signatory: ReadSignatory;
  /** Lines below the signature. */
  readonly after: readonly SourceLine[];
  readonly lines: ReadonlySet<number>;
}

const CAPACITY =
  /(?:^|[\s;.])((?:T\/?M|K\/?T|T\/?L|T\.?U\.?Q|TUQ|T\.M|K\.T)\s?\.?\s?(?=\p{Lu}{2})\p{Lu}[\p{Lu}\s,–-]*)/u;
const CAPACITY_START = /^(?:T\/?M|K\/?T|T\/?L|T\.?U\.?Q|T\.M|K\.T)\s?(?:\.|\s)\s?\p{Lu}{2}/u;
const CAPACITY_WORDS =
  /^(?:t\/?m|k\/?t|t\/?l|tuq)\.\s?(?:uy ban nhan dan|ubnd|chu tich|giam doc|bi thu|ban|hoi dong|truong|thuong truc)/u;
const TITLE = new RegExp(`^${SIGNATORY_TITLES}(?: [a-z]+| - | -|,)*$`, 'u');
const TITLE_AT_END =
  /(?:^|[\s;.])((?:QUYỀN\s|Q\.\s?|PHÓ\s)*(?:CHỦ TỊCH|GIÁM ĐỐC|TRƯỞNG PHÒNG|TRƯỞNG BAN|BÍ THƯ|CHÁNH VĂN PHÒNG|HIỆU TRƯỞNG)(?:\s\p{Lu}{2,}){0,6})$/u;
const RECIPIENTS = /noi nhan\s?[:;.]?/u;
const BULLET = /^[-–—+•*\uE000-\uF8FF·▪]\s*(?=\S)/u;
const SIGNED = /^\(?\s*(?:da ky|ky ten|ky,|ky va|ky ghi|ky,? dong dau|chu ky|dong dau).{0,40}$/u;
const NAME_WORD = "\\p{Lu}[\\p{Ll}'’]{0,7}";
const DEGREE =
  '(?:(?:ThS|TS|BS|CKI{1,2}|PGS|GS|Ths|Bs|DS|KS|Đại tá|Thượng tá|Trung tá|Thiếu tá|Đại úy|Thượng úy)\\.?\\s?)*';
const NAME = new RegExp(`^${DEGREE}(${NAME_WORD}(?:\\s${NAME_WORD}){1,5})$`, 'u');
const NAME_AT_END = new RegExp(`[.;)]\\s+(${NAME_WORD}(?:\\s${NAME_WORD}){1,4})$`, 'u');

function isName(text: string): boolean {
  if (text.length > 60 || !NAME.test(text)) return false;
  return true;
}

const hasFamilyName = (text: string): boolean => FAMILY_NAMES.has(text.split(' ')[0]!);

/** More lines than any list of recipients with its signature has. */
const LONGEST_TAIL = 400;
/** Longer than any line of recipients: what follows begins anew. */
const LONGEST_RECIPIENT = 500;

const isTitle = (text: string): boolean =>
  text.length < 90 && (isAllCaps(text) || /^\p{Lu}/u.test(text)) && TITLE.test(fold(text));
const isCapacity = (text: string): boolean =>
  text.length < 90 && (CAPACITY_START.test(text) || CAPACITY_WORDS.test(fold(text)));

/** Index of the first line of recipients or signature; the number of lines where there is neither. */
export function tailStart(lines: readonly SourceLine[]): number {
  const last = lines.length;
  let recipients = -1;
  for (let at = 0; at < last; at++) {
    const { folded, text } = lines[at]!;
    const where = folded.length < 400 && folded.includes('noi nhan') ? RECIPIENTS.exec(folded) : null;
    if (!where) continue;
    const before = text.slice(0, where.index).replace(/^[\s*-]+|\s+$/gu, '');
    if (before !== '' && !isCapacity(before) && !isTitle(before)) continue;
    if (
      /^Nơi nhận/iu.test(text.slice(where.index)) &&
      (/:/u.test(text.slice(where.index, where.index + 12)) ||
        folded.length < 14 ||
        /\s{2,}|TM\.|KT\./u.test(lines[at]!.raw))
    ) {
      recipients = at;
      break;
    }
  }
  const floor = recipients >= 0 ? Math.max(0, recipients - 10) : Math.max(0, last - 60);
  const ceiling = recipients >= 0 ? recipients : last;
  const signs = (line: SourceLine): boolean =>
    isCapacity(line.text) || (isAllCaps(line.text) && isTitle(line.text));
  if (recipients >= 0) {
    let start = recipients;
    for (let at = recipients - 1; at >= floor; at--) {
      const line = lines[at]!;
      if (signs(line)) start = at;
      else if (!(isName(line.text) && hasFamilyName(line.text)) && !SIGNED.test(line.folded)) break;
    }
    return start;
  }
  for (let at = floor; at < ceiling; at++) if (at > 0 && signs(lines[at]!)) return at;
  return last;
}

interface OpenRecipient {
  text: string;
  from: number;
  to: number;
}

/** Reads the lines from {@link tailStart} on: columns that run into each other are taken apart. */
export function readTail(lines: readonly SourceLine[]): Tail {
  const recipients: OpenRecipient[] = [];
  let announced: number | null = null;
  const capacity: string[] = [];
  const titles: string[] = [];
  const names: string[] = [];
  let inRecipients = false;
  let archived = false;
  const used = new Set<number>();
  const signatureLines: number[] = [];
  let stop = Math.min(lines.length, LONGEST_TAIL);

  const addRecipient = (text: string, line: SourceLine, bullet: boolean): void => {
    const open = recipients.at(-1);
    const closed = !open || open.text.length > LONGEST_RECIPIENT || /[;.]$/u.test(open.text);
    if (open && !bullet && open.text.length <= LONGEST_RECIPIENT && (!closed || /^\p{Ll}/u.test(text))) {
      open.text = `${open.text} ${text}`;
      open.to = line.no;
    } else recipients.push({ text, from: line.no, to: line.no });
    if (/^l ?uu ?:?/u.test(fold(text))) archived = true;
  };

  /** Takes the signature's part off the end of a segment. */
  const withoutSignature = (segment: string, line: SourceLine): string => {
    let text = segment;
    const found = CAPACITY.exec(text);
    if (found && isCapacity(found[1]!.trim())) {
      let sign = text.slice(text.indexOf(found[1]!, found.index)).trim();
      text = text.slice(0, text.length - sign.length).trim();
      const parts: string[] = [];
      for (
        let cut =
          /\s(?=(?:K\/?T|T\/?L|TUQ)\s?\.\s?\p{Lu}|(?:PHÓ |QUYỀN )?(?:CHỦ TỊCH|GIÁM ĐỐC|TRƯỞNG PHÒNG|CHÁNH VĂN PHÒNG)(?:\s|$))/u.exec(
            sign.slice(3),
          );
        cut;
        cut =
          /\s(?=(?:K\/?T|T\/?L|TUQ)\s?\.\s?\p{Lu}|(?:PHÓ |QUYỀN )?(?:CHỦ TỊCH|GIÁM ĐỐC|TRƯỞNG PHÒNG|CHÁNH VĂN PHÒNG)(?:\s|$))/u.exec(
            sign.slice(3),
          )
      ) {
        const head = sign.slice(0, cut.index + 3).trim();
        if (/^(?:K\/?T|T\/?L|TUQ)\s?\.$/u.test(head) || parts.length > 6) break;
        parts.push(head);
        sign = sign.slice(cut.index + 3).trim();
      }
      parts.push(sign);
      for (const part of parts) {
        if (isCapacity(part)) capacity.push(part.replace(/^(T\/?M|K\/?T|T\/?L|T\.?U\.?Q)\s?\.?\s*/u, '$1. '));
        else if (/\p{Lu}/u.test(part)) titles.push(part);
      }
      signatureLines.push(line.no);
      return text;
    }
    const title = TITLE_AT_END.exec(text);
    if (title && title.index > 0) {
      titles.push(title[1]!);
      signatureLines.push(line.no);
      text = text.slice(0, text.length - title[1]!.length).trim();
    }
    return text;
  };

  for (let at = 0; at < Math.min(lines.length, LONGEST_TAIL); at++) {
    const line = lines[at]!;
    if (names.length > 0 && (archived || recipients.length === 0) && !inRecipientsLater(lines, at)) {
      stop = at;
      break;
    }
    if (archived && /^(?:phu luc|bieu mau|danh sach|mau so)/u.test(line.folded)) {
      stop = at;
      break;
    }
    const segments = line.raw
      .trim()
      .split(/\s{3,}|\t+/u)
      .map((one) => one.replace(/\s+/gu, ' ').trim());
    for (const segment of segments) {
      let text = segment;
      const where = RECIPIENTS.exec(fold(text));
      if (where && !inRecipients) {
        inRecipients = true;
        announced = line.no;
        const before = text.slice(0, where.index).trim();
        if (before) withoutSignature(before, line);
        text = text.slice(where.index + where[0].length).trim();
        used.add(line.no);
      }
      text = withoutSignature(text, line);
      if (text === '') {
        used.add(line.no);
        continue;
      }
      if (SIGNED.test(fold(text))) {
        signatureLines.push(line.no);
        continue;
      }
      const bullet = BULLET.exec(text);
      const open = recipients.at(-1);
      if (bullet && inRecipients) {
        const rest = text.slice(bullet[0].length);
        const compound =
          open &&
          DASH_COMPOUNDS.some(
            ([left, right]) => fold(open.text).endsWith(left) && fold(rest).startsWith(right),
          );
        if (compound) {
          open.text = `${open.text} ${text}`;
          open.to = line.no;
          continue;
        }
        const trailing = NAME_AT_END.exec(rest);
        let kept = rest;
        if (trailing && names.length === 0 && hasFamilyName(trailing[1]!)) {
          names.push(trailing[1]!);
          signatureLines.push(line.no);
          kept = rest.slice(0, rest.length - trailing[1]!.length).trim();
        }
        for (const item of kept.split(/;\s*[-–+]\s*(?=\p{Lu})/u))
          if (item.trim()) addRecipient(item.trim(), line, true);
        used.add(line.no);
        continue;
      }
      if (
        isTitle(text) ||
        (isAllCaps(text) &&
          (capacity.length > 0 || !inRecipients) &&
          text.length < 80 &&
          /\p{Lu}{2}/u.test(text) &&
          !/^[A-Z]{1,3}[,;]/u.test(text))
      ) {
        if (titles.length > 0 && names.length === 0 && !TITLE.test(fold(text)))
          titles[titles.length - 1] = `${titles.at(-1)} ${text}`;
        else titles.push(text);
        signatureLines.push(line.no);
        continue;
      }
      const openEnded = open !== undefined && !/[;.]$/u.test(open.text);
      if (
        (names.length === 0 || (capacity.length === 0 && names.length < titles.length)) &&
        isName(text) &&
        (hasFamilyName(text) || titles.length > 0) &&
        (archived || !inRecipients || titles.length > 0) &&
        !(openEnded && !hasFamilyName(text))
      ) {
        names.push(text);
        signatureLines.push(line.no);
        continue;
      }
      if (inRecipients && !(archived && open && /[.]$/u.test(open.text))) {
        for (const item of recipients.length === 0 || /;\s/u.test(text) ? text.split(/;\s+/u) : [text])
          if (item.trim())
            addRecipient(item.trim().replace(BULLET, ''), line, !open || /[;.]$/u.test(open.text));
        used.add(line.no);
        continue;
      }
      if (!inRecipients && names.length === 0 && titles.length + capacity.length === 0) {
        used.add(line.no);
        continue;
      }
      stop = at;
      break;
    }
    if (stop === at) break;
  }
  for (const no of signatureLines) used.add(no);
  return {
    recipients: recipients

      .map(({ text, from, to }, at) => ({
        text: withoutEnd(text, ' ;.,'),
        lines: { from: at === 0 ? (announced ?? from) : from, to },
        doubts: [],
      }))
      .filter(({ text }) => text !== ''),
    signatory: {
      capacity,
      title: titles.at(-1) ?? null,
      // Of two who sign without acting for another, the one on the right presides.
      name: (capacity.length === 0 ? names.at(-1) : names[0]) ?? null,
      lines:
        signatureLines.length > 0
          ? { from: Math.min(...signatureLines.slice(0, 50)), to: Math.max(...signatureLines.slice(0, 50)) }
          : null,
    },
    after: lines.slice(stop),
    lines: used,
  };
}

/** Whether recipients still follow within the next lines: in two columns the name may stand above the last of them. */
function inRecipientsLater(lines: readonly SourceLine[], from: number): boolean {
  return lines
    .slice(from, from + 14)
    .some((line) => /^noi nhan/u.test(line.folded) || /^[-–•+*]\s?l ?uu ?:/u.test(line.folded));
}
