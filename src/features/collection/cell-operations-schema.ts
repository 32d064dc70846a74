import { z } from 'zod';
import type { CellOperation } from '../../domain/collection/index.ts';
import { normaliseText } from '../../domain/text/index.ts';

/** So many changes does a grid or a link send at a time. */
export const MOST_SENT = 1_000;

/** However long: what a device has once put into its outbox comes again until it is answered, so each is answered by itself. */
const remark = z.string().transform(normaliseText);

/** What a figure may be: whether it fits its column is said cell by cell, not here. */
const figure = z.discriminatedUnion('state', [
  z.strictObject({ state: z.literal('given'), value: z.union([z.number(), z.boolean()]) }),
  z.strictObject({ state: z.literal('no_data') }),
  z.strictObject({ state: z.literal('not_due') }),
  z.strictObject({ state: z.literal('not_applicable'), reason: remark }),
]);

const operation = z.strictObject({
  id: z.uuid().toLowerCase(),
  sheet: z.uuid().toLowerCase(),
  item: z.string().min(1).max(100),
  figure,
  comment: remark.nullable().transform((text) => text || null),
  seenRevision: z.int().min(0).max(2_147_483_647),
  after: z.uuid().toLowerCase().nullable(),
});

/** Changes of cells as a grid sends them. @returns null where they cannot be read */
export function readOperations(body: unknown): readonly CellOperation[] | null {
  const read = z.strictObject({ operations: z.array(operation).max(MOST_SENT) }).safeParse(body);
  return read.success ? read.data.operations : null;
}
