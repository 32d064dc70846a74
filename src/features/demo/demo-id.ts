import { createHash } from 'node:crypto';

/**
 * An identifier in the form of UUIDv7, the same at every run: the instant in front, so that ids sort by time as all
 * others do, and the hash of what it stands for in place of chance.
 */
export function demoId<Id extends string>(at: Date, ...subject: readonly (string | number)[]): Id {
  const time = at.getTime().toString(16).padStart(12, '0');
  const hash = createHash('sha256').update(subject.join('/')).digest('hex');
  const variant = '89ab'.charAt(Number.parseInt(hash.charAt(3), 16) % 4);
  return [
    time.slice(0, 8),
    time.slice(8),
    `7${hash.slice(0, 3)}`,
    `${variant}${hash.slice(4, 7)}`,
    hash.slice(7, 19),
  ].join('-') as Id;
}
