import { searchKey } from '../../domain/text/index.ts';

const LONGEST_WORD = 60;
/** Vietnamese has some 2,500 syllables without tones; what is beyond are numbers and names. */
const MOST_WORDS = 20_000;
/** In UTF-8, with a space after each: what PostgreSQL searches by holds 1 MB, of which a description and a file have half each. */
const MOST_BYTES = 400_000;

/** The words of a text, each once, without tones, the first 20,000 or 400 kB of them: "Số 41/BC-TYT" gives "so", "41", "bc", "tyt". */
export function searchWords(...texts: readonly (string | null)[]): string[] {
  const words = new Set<string>();
  let bytes = 0;
  for (const text of texts)
    for (const [found] of searchKey(text ?? '').matchAll(/[\p{L}\p{N}]+/gu)) {
      const word = found.slice(0, LONGEST_WORD);
      if (words.has(word)) continue;
      bytes += Buffer.byteLength(word) + 1;
      if (words.size === MOST_WORDS || bytes > MOST_BYTES) return [...words];
      words.add(word);
    }
  return [...words];
}

/** As they are stored with an evidence. */
export const wordsKey = (...texts: readonly (string | null)[]): string => searchWords(...texts).join(' ');
