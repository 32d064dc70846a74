import { expect, test } from 'vitest';
import { type LinkTimes, linkState } from './link-state.ts';

const on = (day: string) => new Date(`${day}T00:00:00Z`);
const link = (over: Partial<LinkTimes> = {}): LinkTimes => ({
  codeExpiresAt: on('2026-06-08'),
  usedAt: null,
  expiresAt: on('2026-12-31'),
  revokedAt: null,
  ...over,
});

test('a link waits for its code to be used, and not for ever', () => {
  expect(linkState(link(), on('2026-06-07'))).toBe('waiting');
  expect(linkState(link(), on('2026-06-08'))).toBe('code_expired');
});

test('a link that was opened goes on after the end of its code, to its own end', () => {
  const opened = link({ usedAt: on('2026-06-02') });
  expect(linkState(opened, on('2026-06-09'))).toBe('in_use');
  expect(linkState(opened, on('2026-12-31'))).toBe('ended');
});

test('a revoked link is revoked, whatever else', () => {
  expect(linkState(link({ revokedAt: on('2026-06-02') }), on('2027-01-01'))).toBe('revoked');
});
