import { searchKey } from '../../domain/text/index.ts';

const LONGEST_WORD = 60;
/** Vietnamese has some 2,500 syllables without tones; what is beyond are numbers and names. */
const MOST_WORDS = 20_000;

/** The words of a text, each once, without tones: "Số 41/BC-TYT" gives "so", "41", "bc", "tyt". */
export function searchWords(...texts: readonly (string | null)[]): string[] {
  const words = new Set<string>();
  for (const text of texts)
    for (const [word] of searchKey(text ?? '').matchAll(/[\p{L}\p{N}]+/gu)) {
      words.add(word.slice(0, LONGEST_WORD));
      if (words.size === MOST_WORDS) return [...words];
    }
  return [...words];
}

/** As they are stored with an evidence. */
export const wordsKey = (...texts: readonly (string | null)[]): string => searchWords(...texts).join(' ');
