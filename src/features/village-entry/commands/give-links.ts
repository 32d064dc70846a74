import { newId, type PersonActor, prepared, withScope } from '../../../platform/database/index.ts';
import { recordAudit } from '../../audit/index.ts';
import type { UnitAtWork } from '../../territory/index.ts';
import { hashOfCode, newCode } from '../code.ts';
import { unitOfLinks, type VillageEntryContext, type VillageToLink, villagesToLink } from './context.ts';

/** A code waits so many days to be used. */
export const DAYS_OF_CODE = 7;

export interface NewLinks {
  readonly villages: readonly string[];
  readonly givenTo: string;
  /** The first moment at which the links are no longer good. */
  readonly expiresAt: Date;
}

/** A code in clear text, which is nowhere kept. */
export interface GivenCode {
  readonly village: VillageToLink;
  readonly code: string;
}

export interface GivenCodes {
  readonly unit: UnitAtWork;
  readonly codes: readonly GivenCode[];
  readonly codesExpireAt: Date;
}

/** What a village had before ends: it never has two ways in. */
const endEarlier = prepared<unknown>(
  'end_earlier_links',
  `update place_link set revoked_at = $3
    where unit_id = $1 and place_id = any($2) and revoked_at is null and expires_at > $3`,
);

const insertLinks = prepared<unknown>(
  'insert_links',
  `insert into place_link (unit_id, id, place_id, given_to, code_hash, code_expires_at, expires_at, created_by, created_at)
   select $1, id, place_id, $5, code_hash, $6, $7, $8, $9
     from unnest($2::uuid[], $3::uuid[], $4::bytea[]) as l (id, place_id, code_hash)`,
);

/**
 * Makes a way in for each of the villages, each with a one-time code; the earlier ones of these villages end.
 * @param code of the unit
 * @returns the codes, this once
 */
export async function giveLinks(
  { database, clock, secret }: VillageEntryContext,
  actor: PersonActor,
  unitCode: string,
  { villages: ids, givenTo, expiresAt }: NewLinks,
): Promise<GivenCodes> {
  return withScope(database, actor, async (scope) => {
    const unit = await unitOfLinks(scope, actor, unitCode);
    const villages = await villagesToLink(scope, unit, ids);
    const now = clock.now();
    const end = new Date(now.getTime() + DAYS_OF_CODE * 86_400_000);
    const codesExpireAt = end < expiresAt ? end : expiresAt;
    const given = villages.map((village) => ({ id: newId<string>(), village, code: newCode() }));
    scope.send(endEarlier, [unit.id, villages.map(({ id }) => id), now]);
    scope.send(insertLinks, [
      unit.id,
      given.map(({ id }) => id),
      given.map(({ village }) => village.id),
      given.map(({ code }) => hashOfCode(code, secret)),
      givenTo,
      codesExpireAt,
      expiresAt,
      actor.personId,
      now,
    ]);
    recordAudit(scope, unit.id, now, {
      deed: 'giveVillageLinks',
      object: { kind: 'unit', id: unit.id },
      fields: given.map(({ id }) => id),
    });
    return { unit, codes: given.map(({ village, code }) => ({ village, code })), codesExpireAt };
  });
}
