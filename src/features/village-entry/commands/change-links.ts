import { type PersonActor, prepared, withScope } from '../../../platform/database/index.ts';
import { recordAudit } from '../../audit/index.ts';
import { unitOfLinks, type VillageEntryContext, villagesToLink } from './context.ts';

const revoke = prepared<{ id: string }>(
  'revoke_links',
  `update place_link set revoked_at = $3
    where unit_id = $1 and place_id = any($2) and revoked_at is null and expires_at > $3
    returning id`,
);

/** A code that waits is prolonged with its link, but no longer than it may wait. */
const prolong = prepared<{ id: string }>(
  'prolong_links',
  `update place_link set expires_at = $4, code_expires_at = least(code_expires_at, $4)
    where unit_id = $1 and place_id = any($2) and revoked_at is null and expires_at > $3
    returning id`,
);

/** Takes the way in from villages: from the next request on there is nothing for their devices. @returns of how many */
export function revokeLinks(
  { database, clock }: VillageEntryContext,
  actor: PersonActor,
  unitCode: string,
  villages: readonly string[],
): Promise<number> {
  return withScope(database, actor, async (scope) => {
    const unit = await unitOfLinks(scope, actor, unitCode);
    await villagesToLink(scope, unit, villages);
    const now = clock.now();
    const links = await scope.run(revoke, [unit.id, villages, now]);
    if (links.length > 0)
      recordAudit(scope, unit.id, now, {
        deed: 'revokeVillageLinks',
        object: { kind: 'unit', id: unit.id },
        fields: links.map(({ id }) => id),
      });
    return links.length;
  });
}

/** Lets the links that villages have now be good until another moment, at the same devices. @returns how many */
export function prolongLinks(
  { database, clock }: VillageEntryContext,
  actor: PersonActor,
  unitCode: string,
  villages: readonly string[],
  expiresAt: Date,
): Promise<number> {
  return withScope(database, actor, async (scope) => {
    const unit = await unitOfLinks(scope, actor, unitCode);
    await villagesToLink(scope, unit, villages);
    const now = clock.now();
    const links = await scope.run(prolong, [unit.id, villages, now, expiresAt]);
    if (links.length > 0)
      recordAudit(scope, unit.id, now, {
        deed: 'prolongVillageLinks',
        object: { kind: 'unit', id: unit.id },
        fields: links.map(({ id }) => id),
      });
    return links.length;
  });
}
