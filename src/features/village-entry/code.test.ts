import { describe, expect, test } from 'vitest';
import { hashOfCode, newCode } from './code.ts';
import { readCode } from './islands/read-code.ts';

describe('a one-time code', () => {
  test('is stored as something that needs the secret to be made again', () => {
    expect(hashOfCode('k7mx-42hp-9rtc', 'một')).not.toEqual(hashOfCode('k7mx-42hp-9rtc', 'hai'));
  });

  test('that is made can be read', () => {
    const code = newCode();
    expect(readCode(code.toUpperCase())).toBe(code);
  });
});
