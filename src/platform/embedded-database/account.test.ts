import { expect, test } from 'vitest';
import { candidateAccounts } from './account.ts';

const passwd = [
  'root:x:0:0:root:/root:/bin/bash',
  'toor:x:0:0::/root:/bin/sh',
  'an:x:1000:1000::/home/an:/bin/bash',
  'nobody:x:65534:65534:nobody:/:/usr/sbin/nologin',
  'postgres:x:101:104::/var/lib/postgresql:/bin/bash',
  '+::::::',
  '',
].join('\n');
const names = (owner: number | null) => candidateAccounts(passwd, owner).map(({ name }) => name);

test('accounts of services are tried before people’s, and root never', () => {
  expect(names(null)).toEqual(['postgres', 'nobody', 'an']);
});

test('the owner of an existing database is tried first, even when passwd no longer knows it', () => {
  expect(names(1000)).toEqual(['an', 'postgres', 'nobody']);
  expect(candidateAccounts(passwd, 70)[0]).toEqual({ name: '#70', uid: 70, gid: 70 });
});

test('files of root give no account', () => {
  expect(names(0)).toEqual(['postgres', 'nobody', 'an']);
});
