import { expect, test } from 'vitest';
import { formatFileSize } from './index.ts';

test('a file is told in kilobytes up to a megabyte, and never as nothing', () => {
  expect([0, 34_400, 999_000, 1_440_000].map((bytes) => formatFileSize(bytes))).toEqual([
    '0,1 kB',
    '34,4 kB',
    '999 kB',
    '1,4 MB',
  ]);
  expect(formatFileSize(1_440_000, 'en')).toBe('1.4 MB');
});
