import { createHash } from 'node:crypto';

/**
 * The id of an operation that follows from its origin: the same again, where the same is sent or taken up again, and
 * another for anything else. A UUID of version 8, made of a hash.
 */
export function operationIdOf(...origin: readonly string[]): string {
  const bytes = createHash('sha256').update(origin.join(' ')).digest().subarray(0, 16);
  bytes[6] = (bytes[6]! & 0x0f) | 0x80;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
