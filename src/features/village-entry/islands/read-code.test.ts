import { describe, expect, test } from 'vitest';
import { codeOfHash, readCode } from './read-code.ts';

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

  test('at the end of a link is told from a place on the page, and from a link that was cut', () => {
    for (const hash of ['#k7mx-42hp-9rtc', '#k7mx-42hp-9rtc%20', '#K7MX%E2%80%9342HP%E2%80%939RTC'])
      expect(codeOfHash(hash), hash).toBe('k7mx-42hp-9rtc');
    for (const hash of ['', '#', '#ma', '#noi-dung', '#k7mx-42hp-9rt%', '#%E2%80'])
      expect(codeOfHash(hash), hash).toBeNull();
  });
});
