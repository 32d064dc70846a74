import { readdirSync, readFileSync } from 'node:fs';

/**
 * Bytes of memory that a process and all below it hold: all that is resident of the first, whatever else on the machine
 * shares it, and of those below, which share most of their memory with one another, each page counted once (proportional
 * set size). Null where the system does not tell, as outside Linux.
 */
export function memoryOfTree(processId: number): number | null {
  try {
    const parents = parentsOfProcesses();
    const isBelow = (id: number | undefined): boolean =>
      id !== undefined && (id === processId || isBelow(parents.get(id)));
    let total = 0;
    for (const id of parents.keys()) if (isBelow(id)) total += sizeOf(id, id === processId ? 'Rss' : 'Pss');
    return total;
  } catch {
    return null;
  }
}

function parentsOfProcesses(): Map<number, number> {
  const parents = new Map<number, number>();
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    try {
      // The name in brackets may hold spaces; the parent is the second field after it.
      const fields = readFileSync(`/proc/${name}/stat`, 'utf8')
        .replace(/^.*\) /s, '')
        .split(' ');
      parents.set(Number(name), Number(fields[1]));
    } catch {
      // It has ended since the folder was listed.
    }
  }
  return parents;
}

function sizeOf(processId: number, kind: 'Rss' | 'Pss'): number {
  const text = readFileSync(`/proc/${processId}/smaps_rollup`, 'utf8');
  return Number(new RegExp(`^${kind}:\\s+(\\d+) kB$`, 'm').exec(text)![1]) * 1024;
}
