import { expect, it } from 'vitest';
import { loggedPath } from './logged-path.ts';

it('the secret address of a calendar stays out of the log', () => {
  expect(loggedPath('/lich/c2VjcmV0.ics')).toBe('/lich/…');
  expect(loggedPath('/lich/c2VjcmV0/x')).toBe('/lich/…');
});

it('every other path is logged as it is', () => {
  expect(loggedPath('/don-vi/05983/lich')).toBe('/don-vi/05983/lich');
  expect(loggedPath('/tai-khoan/lich')).toBe('/tai-khoan/lich');
});
