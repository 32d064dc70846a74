/** A piece of a text and where it begins. */
export interface Clause {
  readonly text: string;
  readonly start: number;
}

const ENDS = /;|[.!?](?=["”’)\]]?\s+["“(]?[\p{Lu}\d])|\.{3}(?=\s\p{Lu})/gu;
const ABBREVIATION = /(?:^|[\s(])(?:TP|TX|TT|P|Q|H|X|ThS|TS|BS|Ths|số|v\.v|tr|Tp|St|KT|TM|TL)$/u;

function split(text: string, ends: RegExp): readonly Clause[] {
  const clauses: Clause[] = [];
  let start = 0;
  const push = (end: number): void => {
    const piece = text.slice(start, end);
    if (piece.trim() !== '')
      clauses.push({ text: piece.trim(), start: start + (piece.length - piece.trimStart().length) });
  };
  for (const found of text.matchAll(ends)) {
    if (
      found[0] === '.' &&
      (ABBREVIATION.test(text.slice(Math.max(0, found.index - 8), found.index)) ||
        (/\d$/u.test(text.slice(0, found.index).slice(-1)) &&
          /^\d/u.test(text.slice(found.index + 1, found.index + 2))))
    )
      continue;
    push(found.index + found[0].length);
    start = found.index + found[0].length;
  }
  push(text.length);
  return clauses;
}

/** The text cut at semicolons and sentence ends. */
export const clausesOf = (text: string): readonly Clause[] => split(text, ENDS);

const SENTENCE_ENDS = /[.!?](?=["”’)\]]?\s+["“(]?[\p{Lu}\d])/gu;

/** The text cut at sentence ends. */
export const sentencesOf = (text: string): readonly Clause[] => split(text, SENTENCE_ENDS);

/** Longer than a sentence that a person would write; what says more is quoted in part. */
const LONGEST_QUOTE = 1000;
/** Letters quoted on either side of a place in a sentence that is too long. */
const REACH = 240;

/**
 * The words of a sentence round a place in it: all of them, but of an endless sentence only the nearest between its
 * semicolons or words, so that many figures or days in one sentence do not each carry the whole of it.
 */
export function quoteAround(sentence: string, from: number, to: number): string {
  if (sentence.length <= LONGEST_QUOTE) return sentence;
  const start = Math.max(0, from - REACH);
  const end = Math.min(sentence.length, to + REACH);
  const before = sentence.slice(start, from);
  const behind = sentence.slice(to, end);
  const cut = before.lastIndexOf(';') + 1 || (start > 0 ? before.indexOf(' ') + 1 : 0);
  const stop = behind.indexOf(';') + 1 || (end < sentence.length ? behind.lastIndexOf(' ') : -1);
  return sentence.slice(start + cut, stop > 0 ? to + stop : end).trim();
}
