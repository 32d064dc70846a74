import { uuidv7 } from 'uuidv7';

/** A new identifier, ordered by time (UUIDv7), of the wanted brand. */
export function newId<Id extends string>(): Id {
  return uuidv7() as Id;
}
