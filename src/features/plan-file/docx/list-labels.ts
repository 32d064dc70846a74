import type { List, ListLevel, Lists, StyleNumberings } from './numbering.ts';

/** What a paragraph says of its numbering. */
export interface ParagraphNumbering {
  readonly style: string | null;
  readonly list: string | null;
  readonly level: number | null;
}

const ROMAN: readonly (readonly [number, string])[] = [
  [1000, 'm'],
  [900, 'cm'],
  [500, 'd'],
  [400, 'cd'],
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
];

function roman(number: number): string {
  if (number < 1 || number > 3999) return String(number);
  let rest = number;
  let text = '';
  for (const [value, sign] of ROMAN) for (; rest >= value; rest -= value) text += sign;
  return text;
}

/** a … z, then aa, bb …, as Word counts. */
function letters(number: number): string {
  if (number < 1 || number > 780) return String(number);
  return String.fromCharCode(97 + ((number - 1) % 26)).repeat(Math.ceil(number / 26));
}

function formatted(number: number, format: string): string {
  switch (format) {
    case 'none':
      return '';
    case 'decimalZero':
      return String(number).padStart(2, '0');
    case 'lowerRoman':
      return roman(number);
    case 'upperRoman':
      return roman(number).toUpperCase();
    case 'lowerLetter':
      return letters(number);
    case 'upperLetter':
      return letters(number).toUpperCase();
    default:
      return String(number);
  }
}

/** A bullet that is a sign of a picture font becomes a dash: only those of ordinary type can be read. */
const bulletOf = (pattern: string): string => (/^[-–—+*•·o]$/u.test(pattern.trim()) ? pattern.trim() : '-');

/** The list and the level of a paragraph: its own word first, then that of its style and those it is based on. */
function placeOf({ style, list, level }: ParagraphNumbering, styles: StyleNumberings, lists: Lists) {
  let found = list;
  let foundLevel = level;
  const seen = new Set<string>();
  for (let at = style; at !== null && !seen.has(at) && found === null; at = styles.get(at)?.basedOn ?? null) {
    seen.add(at);
    const ofStyle = styles.get(at);
    found = ofStyle?.list ?? null;
    foundLevel ??= ofStyle?.level ?? null;
  }
  const known = found === null ? undefined : lists.get(found);
  if (found === null || known === undefined) return null;
  const linked = [...known.levels].find(
    ([, { paragraphStyle }]) => paragraphStyle !== null && paragraphStyle === style,
  );
  return { id: found, list: known, level: foundLevel ?? linked?.[0] ?? 0 };
}

/**
 * Numbers and bullets that Word makes itself and does not store as text: the function gives that of each paragraph in
 * turn ("II.", "1.2", "a)", "-"), or an empty text.
 */
export function listLabels(lists: Lists, styles: StyleNumberings): (paragraph: ParagraphNumbering) => string {
  const counts = new Map<string, (number | undefined)[]>();
  const begun = new Set<string>();

  const count = (id: string, list: List, at: number, level: ListLevel): readonly (number | undefined)[] => {
    const numbers = counts.get(list.abstractId) ?? [];
    counts.set(list.abstractId, numbers);
    const first = list.starts.get(at);
    if (first !== undefined && !begun.has(`${id} ${at}`)) numbers[at] = first - 1;
    begun.add(`${id} ${at}`);
    for (let above = 0; above < at; above++) numbers[above] ??= list.levels.get(above)?.start ?? 1;
    numbers[at] = (numbers[at] ?? level.start - 1) + 1;
    for (let below = at + 1; below < numbers.length; below++)
      if (at < (list.levels.get(below)?.restartAfter ?? below)) numbers[below] = undefined;
    return numbers;
  };

  return (paragraph) => {
    const place = placeOf(paragraph, styles, lists);
    const level = place?.list.levels.get(place.level);
    if (place === null || level === undefined) return '';
    if (level.format === 'bullet') return bulletOf(level.pattern);
    const numbers = count(place.id, place.list, place.level, level);
    return level.pattern
      .replace(/%([1-9])/g, (_, digit: string) => {
        const at = Number(digit) - 1;
        const format = level.isLegal ? 'decimal' : (place.list.levels.get(at)?.format ?? 'decimal');
        return formatted(numbers[at] ?? 1, format);
      })
      .trim();
  };
}
