import { type PersonActor, prepared, type Scope } from '../../../platform/database/index.ts';
import { notAllowed, notFound } from '../../../platform/http/index.ts';
import type { CollectionContext } from '../../collection/index.ts';
import { worksIn } from '../../people/index.ts';
import { findUnitAtWork, type UnitAtWork } from '../../territory/index.ts';
import { mayGiveLinks } from '../policy.ts';

/** What the deeds of villages' links need. */
export interface VillageEntryContext extends CollectionContext {
  /** That codes are hashed with; the one that signs cookies. */
  readonly secret: string;
}

/** More villages than these are not given links at once. */
export const MOST_VILLAGES = 200;

/**
 * The unit of the address, for who gives its villages their links.
 * @throws RequestError 403 for who works there otherwise, 404 for everybody else
 */
export async function unitOfLinks(scope: Scope, actor: PersonActor, code: string): Promise<UnitAtWork> {
  const unit = await findUnitAtWork(scope, code);
  if (unit === undefined || !worksIn(actor, unit.id)) throw notFound();
  if (!mayGiveLinks(actor, unit.id)) throw notAllowed('village-entry.may-not-give-links');
  return unit;
}

/** A village that is to be given a link. */
export interface VillageToLink {
  readonly id: string;
  readonly type: string;
  readonly name: string;
}

/** Locked, so that two codes for one village follow one another. */
const villagesOf = prepared<VillageToLink>(
  'villages_to_link',
  `select id, type, name from place
    where unit_id = $1 and kind = 'village' and id = any($2)
    order by sort_key, id
      for no key update`,
);

/** The villages of these ids. @throws RequestError 404 when one is none of this unit's */
export async function villagesToLink(
  scope: Scope,
  unit: UnitAtWork,
  ids: readonly string[],
): Promise<VillageToLink[]> {
  const villages = await scope.run(villagesOf, [unit.id, ids]);
  if (villages.length < ids.length) throw notFound();
  return villages;
}
