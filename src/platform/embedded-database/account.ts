import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** An account of the operating system that PostgreSQL runs under. */
export interface Account {
  name: string;
  uid: number;
  gid: number;
}

/** Accounts made for services, best first; any other comes after them. */
const PREFERRED = ['postgres', 'mang-non', 'daemon', 'nobody', 'www-data', 'bin'];

/** PostgreSQL refuses to run as root, so that root must lend it another account. */
export const runsAsRoot = (): boolean => process.getuid?.() === 0;

/**
 * Unprivileged accounts out of the text of a passwd file, in the order in which to try them; the owner of an
 * existing database comes first, so that the files keep their owner.
 */
export function candidateAccounts(passwd: string, ownerUid: number | null): Account[] {
  const accounts = passwd.split('\n').flatMap((line): Account[] => {
    const [name, , uid, gid] = line.split(':');
    const account = { name: name ?? '', uid: Number(uid), gid: Number(gid) };
    return /^\d+$/.test(uid ?? '') && /^\d+$/.test(gid ?? '') && account.uid > 0 ? [account] : [];
  });
  if (ownerUid && !accounts.some(({ uid }) => uid === ownerUid)) {
    accounts.push({ name: `#${ownerUid}`, uid: ownerUid, gid: ownerUid });
  }
  const rank = ({ name, uid }: Account) => {
    if (uid === ownerUid) return -1;
    const preference = PREFERRED.indexOf(name);
    return preference < 0 ? PREFERRED.length : preference;
  };
  return accounts.sort((a, b) => rank(a) - rank(b));
}

/** The candidates on this machine. Root only, and therefore never on Windows. */
export function accountsOfThisMachine(ownerUid: number | null): Account[] {
  return candidateAccounts(readFileSync('/etc/passwd', 'utf8'), ownerUid);
}

/** Whether the program starts under the account: it can reach the file and load its libraries. */
export function canRun(account: Account, program: string): boolean {
  const run = spawnSync(program, ['--version'], { ...under(account), cwd: '/', env: {}, stdio: 'ignore' });
  return run.status === 0;
}

/** Whether the account can pass through the folder, tried by a process of its own. */
export function canEnter(account: Account, folder: string): boolean {
  const test = spawnSync('/bin/sh', ['-c', 'test -x "$1"', 'sh', folder], {
    ...under(account),
    cwd: '/',
    env: {},
    stdio: 'ignore',
  });
  return test.status === 0;
}

/** Options for a child process that runs under the account; none to keep the current one. */
export function under(account: Account | null): { uid: number; gid: number } | object {
  return account ? { uid: account.uid, gid: account.gid } : {};
}
