import type { PersonActor, UnitId } from '../../platform/database/index.ts';
import { mayLeadCollection } from '../collection/index.ts';

/** Whoever leads the collection gives villages their way in, sees when they were last there, and takes it back. */
export function mayGiveLinks(actor: PersonActor, unit: UnitId): boolean {
  return mayLeadCollection(actor, unit);
}
