import { readFileSync } from 'node:fs';

/**
 * What tells a process from a later one with the same number, on Linux: its start time within this boot.
 * Empty where the system does not say; null when no such process runs (a zombie counts as gone).
 */
export function processIdentity(pid: number): string | null {
  if (!isSignallable(pid)) return null;
  if (process.platform !== 'linux') return '';
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name (second field) may hold spaces and brackets: count the fields behind its closing bracket.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    if (fields[0] === 'Z' || fields[0] === 'X') return null;
    return `${readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()}/${fields[19]}`;
  } catch {
    return '';
  }
}

/** Whether the process that had this number and identity still runs. */
export function isStillRunning(pid: number, identity: string): boolean {
  const now = processIdentity(pid);
  return now !== null && (now === identity || now === '' || identity === '');
}

function isSignallable(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
