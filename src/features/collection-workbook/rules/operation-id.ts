import { createHash } from 'node:crypto';

/**
 * The id of the operation by which an import stores a cell: always the same one, so that an import that is taken up
 * again stores nothing twice. A UUID of version 8, made of a hash.
 */
export function operationId(importId: string, sheet: string, item: string): string {
  const bytes = createHash('sha256').update(`${importId} ${sheet} ${item}`).digest().subarray(0, 16);
  bytes[6] = (bytes[6]! & 0x0f) | 0x80;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
