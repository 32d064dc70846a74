import { expect, test } from 'vitest';
import { Closing } from './closing.ts';

test('what was opened last is closed first, and a failure on the way keeps nothing open', async () => {
  const closed: string[] = [];
  const closing = new Closing();
  closing.add(async () => void closed.push('lock'));
  closing.add(async () => {
    throw new Error('already gone');
  });
  closing.add(async () => void closed.push('server'));
  await closing.closeAll();
  await closing.closeAll();
  expect(closed).toEqual(['server', 'lock']);
});
