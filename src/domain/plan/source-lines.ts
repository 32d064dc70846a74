import { fold } from './fold.ts';
import type { TaskRow } from './task-rows.ts';

/** One printed line, or one cell of a table's row, without the marks of Markdown. */
export interface SourceLine {
  /** Counted from 1. */
  readonly no: number;
  /** White space collapsed. */
  readonly text: string;
  readonly folded: string;
  /** As it stood, with its runs of spaces: columns flattened into one line are told apart by them. */
  readonly raw: string;
  /** Blank lines before it. */
  readonly gap: number;
  readonly indent: number;
  readonly bold: boolean;
  /** Depth of a Markdown heading; 0 for none. */
  readonly hashes: number;
  /** Cells, where the line is a row of a table. */
  readonly cells: readonly string[] | null;
  /** What tabs hold apart, which may be a row of a table. */
  readonly tabbed?: readonly string[];
  /** Where the line is part of a row of a table that gives work. */
  readonly row?: TaskRow;
}

export interface Source {
  readonly lines: readonly SourceLine[];
  /** Lines that say nothing: rules, page numbers, marks of an electronic signature. */
  readonly noise: readonly { readonly line: number; readonly text: string; readonly why: string }[];
  readonly lineCount: number;
}

const LONG_RUN_OF_MARKS = /\p{M}{31}/u;
const PIECES_OF_MARKS = /\P{M}+\p{M}{0,30}|\p{M}{1,30}/gu;

/** NFC; long runs of combining marks are composed piece by piece, since sorting them as a whole takes quadratic time. */
function composed(text: string): string {
  if (!LONG_RUN_OF_MARKS.test(text)) return text.normalize('NFC');
  return text.replace(PIECES_OF_MARKS, (piece) => piece.normalize('NFC'));
}

const INVISIBLE = /[\u00AD\u061C\u180E\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/gu;
const CONTROL_OR_SPACE =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control signs are what is taken out.
  /[\u0000-\u0008\u000B-\u001F\u007F-\u00A0\u1680\u2000-\u200A\u2028\u2029\u202F\u205F\u3000]/gu;
const ENTITIES: Readonly<Record<string, string>> = {
  '&nbsp;': ' ',
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
  '&#x20;': ' ',
};
const ENTITY = /&(?:nbsp|amp|lt|gt|quot|#39|#x20);/gu;
const TAG = /<\/?(?:br|u|b|i|em|strong|p|div|span|sup|sub|center)\b[^<>\n]{0,80}>/giu;

const RULE = /^(?:[-–—_=*~.·•─━\s|+:#>]{3,}|[-–—_=*~─━|]+)$/u;
const PAGE_NUMBER =
  /^(?:[-–—]\s?\d{1,4}\s?[-–—]|\d{1,3}|(?:trang|page)\s?:?\s?\d{1,4}(?:\s?(?:\/|of|tren)\s?\d{1,4})?)$/u;
const ELECTRONIC_SIGNATURE =
  /^(?:(?:nguoi|duoc|da)? ?ky (?:boi|so|ten dien tu|dien tu)\b|nguoi ky ?:|thoi gian ky ?:|ngay ky ?:|email ?:|co quan ?: ?(?:uy ban|ubnd|so|tinh|xa|phuong|huyen)|chu ky so)/u;

/** About a thousand printed pages; a longer text is no plan. */
const MOST_LINES = 50_000;

/** Wider than any table that fits on paper. */
const MOST_CELLS = 100;

const tidy = (text: string): string => text.replace(/ {2,}/gu, ' ').trim();

/** Takes off the marks of Markdown that stand inside a line. */
function withoutMarkdown(text: string): string {
  let plain = text;
  if (plain.includes('\\')) plain = plain.replace(/\\([\\`*_{}[\]()#+\-.!|>~&<"'/:])/gu, '$1');
  if (plain.includes('&')) plain = plain.replace(ENTITY, (entity) => ENTITIES[entity] ?? entity);
  if (plain.includes('**')) plain = plain.replaceAll('**', '');
  if (plain.includes('__')) plain = plain.replace(/(?<![_\s:])__|__(?=\p{L})/gu, '');
  if (plain.includes('*')) plain = plain.replace(/(?<=\S)\*|\*(?=\S[^*]{0,300}\*)/gu, '');
  if (plain.includes('_'))
    plain = plain.replace(/(?<=^|[\s(])_(?=[\p{L}(])|(?<=[\p{L}.,;:)])_(?=$|[\s.,;:)])/gu, '');
  return plain;
}

function cellsOf(text: string): readonly string[] | null {
  if (!text.startsWith('|') || text.length < 3) return null;
  return text.replace(/^\||\|\s*$/gu, '').split('|');
}

/** Splits the text into lines that are numbered as in the file, and sets aside those that say nothing. */
export function sourceLines(text: string): Source {
  const rows = composed(text)
    .replace(/\r\n?/gu, '\n')
    .replace(CONTROL_OR_SPACE, ' ')
    .replace(INVISIBLE, '')
    .replaceAll('Ð', 'Đ')
    .split('\n');
  const lines: SourceLine[] = [];
  const noise: { line: number; text: string; why: string }[] = [];
  let gap = 0;
  let bold = false;
  const add = (
    no: number,
    raw: string,
    inBold: boolean,
    cells: readonly string[] | null,
    tabbed?: readonly string[],
  ): boolean => {
    const unmarked = /^\s*>\s/u.test(raw) ? raw.replace(/^\s*>\s+/u, '') : raw;
    const hashes = unmarked.startsWith('#') ? (/^(#{1,6})\s/u.exec(unmarked)?.[1]?.length ?? 0) : 0;
    const plain = withoutMarkdown(hashes ? unmarked.slice(hashes) : unmarked);
    const collapsed = tidy(plain);
    if (collapsed === '') return false;
    const folded = fold(collapsed);
    lines.push({
      no,
      text: collapsed,
      folded,
      raw: plain,
      gap,
      indent: plain.length - plain.trimStart().length,
      bold: inBold,
      hashes,
      cells,
      ...(tabbed && { tabbed }),
    });
    gap = 0;
    return true;
  };
  rows.forEach((printed, index) => {
    const no = index + 1;
    const tabbed = printed.includes('\t') ? printed.split('\t', MOST_CELLS).map(tidy) : undefined;
    const row = tabbed ? printed.replaceAll('\t', '    ') : printed;
    const trimmed = row.trim();
    if (trimmed === '') {
      gap++;
      return;
    }
    if (lines.length >= MOST_LINES) {
      noise.push({ line: no, text: trimmed, why: 'Văn bản quá dài: chỉ đọc 50.000 dòng đầu.' });
      return;
    }
    if (trimmed.length < 200 && RULE.test(trimmed)) {
      noise.push({ line: no, text: trimmed, why: 'Dòng kẻ, không có chữ.' });
      return;
    }
    const short = trimmed.length < 60 ? fold(tidy(withoutMarkdown(trimmed))) : '';
    if (short !== '' && PAGE_NUMBER.test(short)) {
      noise.push({ line: no, text: trimmed, why: 'Số trang.' });
      return;
    }
    if (short !== '' && ELECTRONIC_SIGNATURE.test(short)) {
      noise.push({ line: no, text: trimmed, why: 'Dấu vết của chữ ký số, không thuộc nội dung văn bản.' });
      return;
    }
    let opens = bold;
    if (row.includes('**')) {
      let marks = 0;
      for (let at = row.indexOf('**'); at >= 0; at = row.indexOf('**', at + 2)) marks++;
      opens = bold || trimmed.startsWith('**') || /^(?:#+ |[-*+] )?\*\*/u.test(trimmed);
      if (marks % 2 === 1) bold = !bold;
      if (!bold && !trimmed.replace(/[.:;]+$/u, '').endsWith('**')) opens = false;
    }
    const untagged = row.includes('<') ? row.replace(TAG, (tag) => (/^<br/iu.test(tag) ? '\n' : ' ')) : row;
    const cells = cellsOf(trimmed);
    let said = false;
    if (cells) {
      const pieces = (cellsOf(untagged.trim()) ?? []).slice(0, MOST_CELLS);
      const tidied = pieces.map((one) => tidy(withoutMarkdown(one.replaceAll('\n', ' '))));
      for (const cell of pieces) {
        for (const piece of cell.split('\n')) said = add(no, piece, opens, tidied) || said;
      }
    } else {
      for (const piece of untagged.split('\n')) said = add(no, piece, opens, null, tabbed) || said;
    }
    if (!said) noise.push({ line: no, text: trimmed, why: 'Dòng chỉ có dấu trình bày, không có chữ.' });
  });
  return { lines, noise, lineCount: rows.length };
}
