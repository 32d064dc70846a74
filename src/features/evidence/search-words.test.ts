import { expect, test } from 'vitest';
import { searchWords, wordsKey } from './search-words.ts';
import { longWords } from './testing/evidence.ts';

test('the words of a text are found once each, without tones', () => {
  expect(searchWords('Số 41/BC-TYT', null, 'số liệu')).toEqual(['so', '41', 'bc', 'tyt', 'lieu']);
});

test.each([
  ['of one byte', 'a', 6557],
  ['of three bytes', '學', 2366],
])(
  'of 20,000 words of 60 letters %s the first are kept, as many as the search can hold',
  (_, letter, most) => {
    const words = longWords(20_000, letter);
    const kept = searchWords(words.join(' '));
    expect(kept).toEqual(words.slice(0, most));
    const size = Buffer.byteLength(wordsKey(words.join(' ')));
    expect(size).toBeLessThanOrEqual(400_000);
    expect(size).toBeGreaterThan(399_000);
  },
);
