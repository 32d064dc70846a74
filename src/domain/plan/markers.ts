/** What a line begins with: the number of a section, a letter, or a bullet. */
export interface Marker {
  /** Style by which brothers know each other: "roman.", "arabic)", "-". */
  readonly style: string;
  /** Outer styles have the lower rank. */
  readonly rank: number;
  /** As printed, without dot: "II", "1.2", "a"; the bullet's sign for bullets. */
  readonly label: string;
  /** Place in its row, from 1; 0 for bullets. */
  readonly order: number;
  /** Letters that the mark takes at the beginning of the line. */
  readonly length: number;
}

const ROMAN_DIGITS: Readonly<Record<string, number>> = { I: 1, V: 5, X: 10 };

function romanValue(text: string): number {
  let total = 0;
  for (let at = 0; at < text.length; at++) {
    const value = ROMAN_DIGITS[text.charAt(at)] ?? 0;
    total += value < (ROMAN_DIGITS[text.charAt(at + 1)] ?? 0) ? -value : value;
  }
  return total;
}

export const RANK_OF_ARABIC = 4;
export const RANK_OF_BULLETS = 10;

const PART = /^(phần|chương|mục|phụ lục)\s+([IVX]{1,6}|\d{1,2}|thứ\s\p{L}+)(?:\s?[.:)–-]\s*|\s+|$)/iu;
const ARTICLE = /^(Điều)\s+(\d{1,3})\s?[.:]\s*/iu;
const ROMAN = /^([IVX]{1,6})\s?([.)/:]|-(?=\s)|–(?=\s))\s*(?=\S)/u;
const UPPER = /^([A-HĐ])\s?([.)/]|-(?=\s))\s+(?=\p{Lu})/u;
const DECIMAL = /^(\d{1,2}(?:\.\d{1,2}){1,4})\s?(?:[.)/:]\s*(?=\D)|\s+(?=\D)|(?=\p{L}))/u;
const ARABIC = /^(\d{1,3})\s?([.)]|\/(?=\s)|[-–](?=\s\p{Lu}))(?:\s*(?=[^\d\s.,)/%])|\s+(?=\d))/u;
const LETTER = /^(\p{Ll}\d?)\s?([.)])\s*(?=\S)/u;
/** Dashes, dots, squares and the signs of Word's symbol fonts, which lie in the private area of Unicode. */
const BULLET = /^([-–—+•*●○▪■□◦·‣∙★✓✔➢➤►»⁃❖◆◇♦→\uE000-\uF8FF]|o(?=\s\p{Lu}))\s*(?=\S)/u;

const LETTERS = 'abcdđeghiklmnopqrstuvxy';

/** The mark at the beginning of a line of collapsed text, or null. Whether it really is one depends on its neighbours. */
export function markerOf(text: string): Marker | null {
  const first = text.charCodeAt(0);
  const isDigit = first >= 48 && first <= 57;
  let found: RegExpExecArray | null;
  if (isDigit) {
    found = DECIMAL.exec(text);
    if (found) {
      const parts = found[1]!.split('.');
      if (!parts.every((part) => Number(part) > 0 && Number(part) < 60)) return null;
      return {
        style: `decimal${parts.length}`,
        rank: RANK_OF_ARABIC + parts.length - 1,
        label: found[1]!,
        order: Number(parts.at(-1)),
        length: found[0].length,
      };
    }
    found = ARABIC.exec(text);
    if (found)
      return {
        style: `arabic${found[2] === ')' ? ')' : '.'}`,
        rank: found[2] === ')' ? RANK_OF_ARABIC + 5 : RANK_OF_ARABIC,
        label: found[1]!,
        order: Number(found[1]),
        length: found[0].length,
      };
    return null;
  }
  found = BULLET.exec(text);
  if (found) {
    const sign = /[–—⁃]/u.test(found[1]!) ? '-' : found[1]!;
    return { style: sign, rank: RANK_OF_BULLETS, label: sign, order: 0, length: found[0].length };
  }
  const second = text.charCodeAt(1);
  const isShortMark = second < 65 || (first < 90 && second <= 90) || (second >= 48 && second <= 57);
  if (isShortMark) {
    found = ROMAN.exec(text);
    if (found)
      return {
        style: 'roman',
        rank: 2,
        label: found[1]!,
        order: romanValue(found[1]!),
        length: found[0].length,
      };
    found = UPPER.exec(text);
    if (found)
      return {
        style: 'upper',
        rank: 1,
        label: found[1]!,
        order: 'ABCDEFGH'.indexOf(found[1]!) + 1,
        length: found[0].length,
      };
    found = LETTER.exec(text);
    if (found)
      return {
        style: `letter${found[1]!.length > 1 ? '1' : ''}`,
        rank: found[1]!.length > 1 ? 9 : 8,
        label: found[1]!,
        order: LETTERS.indexOf(found[1]!.charAt(0)) + 1,
        length: found[0].length,
      };
    return null;
  }
  if (first === 272 || first === 273) {
    found = ARTICLE.exec(text);
    if (found)
      return {
        style: 'article',
        rank: 2,
        label: `${found[1]} ${found[2]}`,
        order: Number(found[2]),
        length: found[0].length,
      };
  }
  found = PART.exec(text);
  if (found)
    return {
      style: `part ${found[1]!.toLowerCase()}`,
      rank: 0,
      label: `${found[1]} ${found[2]}`,
      order: romanValue(found[2]!.toUpperCase()) || Number(found[2]) || 0,
      length: found[0].length,
    };
  return null;
}
