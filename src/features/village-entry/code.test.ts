import { describe, expect, test } from 'vitest';
import { hashOfCode, newCode, readCode } from './code.ts';

describe('a one-time code', () => {
  test('is read however it is typed or pasted', () => {
    for (const typed of [
      'k7mx-42hp-9rtc',
      ' K7MX 42HP 9RTC ',
      'k7mx42hp9rtc',
      'k7mx–42hp–9rtc',
      'https://mangnon.vi.du/thon#k7mx-42hp-9rtc',
      'http://localhost:3000/thon?ma=k7mx-42hp-9rtc',
    ])
      expect(readCode(typed), typed).toBe('k7mx-42hp-9rtc');
  });

  test('is told from what can be none', () => {
    for (const typed of ['', 'k7mx-42hp', 'k7mx-42hp-9rtc-2', 'kấmx-42hp-9rtc', 'https://mangnon.vi.du/thon'])
      expect(readCode(typed), typed).toBeNull();
  });

  test('is stored as something that needs the secret to be made again', () => {
    expect(hashOfCode('k7mx-42hp-9rtc', 'một')).not.toEqual(hashOfCode('k7mx-42hp-9rtc', 'hai'));
  });

  test('that is made can be read', () => {
    const code = newCode();
    expect(readCode(code.toUpperCase())).toBe(code);
  });
});
