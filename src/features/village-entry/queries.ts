import { prepared, type Scope, type UnitId } from '../../platform/database/index.ts';
import type { LinkTimes } from './link-state.ts';

/** A village with the latest of its links. */
export interface VillageWithLink {
  readonly id: string;
  readonly type: string;
  readonly name: string;
  readonly link: ShownLink | null;
}

export interface ShownLink extends LinkTimes {
  readonly givenTo: string;
  readonly lastSeenAt: Date | null;
  readonly device: string | null;
}

export interface LinksPage {
  readonly villages: readonly VillageWithLink[];
  /** Of the whole list, as it is filtered. */
  readonly count: number;
  /** Latest due date of the villages' rounds of the year, YYYY-MM-DD; null where there is none. */
  readonly lastDueDate: string | null;
}

export const VILLAGES_OF_A_PAGE = 50;

interface VillageRow {
  id: string;
  type: string;
  name: string;
  given_to: string | null;
  code_expires_at: Date;
  used_at: Date | null;
  expires_at: Date;
  revoked_at: Date | null;
  last_seen_at: Date | null;
  device: string | null;
  count: number;
}

/** $5: only those that have no way in now. */
const villagesWithLinks = prepared<VillageRow>(
  'villages_with_links',
  `select p.id, p.type, p.name, l.given_to, l.code_expires_at, l.used_at, l.expires_at, l.revoked_at, l.last_seen_at,
          l.device, count(*) over ()::int as count
     from place p
     left join lateral (
       select * from place_link l where l.unit_id = p.unit_id and l.place_id = p.id order by l.id desc limit 1
     ) l on true
    where p.unit_id = $1 and p.kind = 'village' and p.valid_from <= $2 and (p.valid_until is null or p.valid_until > $2)
      and not p.rests @> $2::date
      and (not $5 or coalesce(l.revoked_at is not null or l.expires_at <= $6
                              or (l.used_at is null and l.code_expires_at <= $6), true))
    order by p.sort_key, p.id
    limit $3 offset $4`,
);

const lastDueDate = prepared<{ due_date: string | null }>(
  'last_due_date_of_villages',
  `select max(due_date) as due_date from collection_round
    where unit_id = $1 and level = 'village' and year = $2 and state = 'open'`,
);

/**
 * The villages of a unit that are in force today, each with the latest of its links.
 * @param onlyWithout those alone that have no way in now
 */
export async function listVillagesWithLinks(
  scope: Scope,
  unit: UnitId,
  at: { readonly today: string; readonly now: Date },
  { page, onlyWithout }: { readonly page: number; readonly onlyWithout: boolean },
): Promise<LinksPage> {
  const [rows, [last]] = await Promise.all([
    scope.run(villagesWithLinks, [
      unit,
      at.today,
      VILLAGES_OF_A_PAGE,
      (page - 1) * VILLAGES_OF_A_PAGE,
      onlyWithout,
      at.now,
    ]),
    scope.run(lastDueDate, [unit, Number(at.today.slice(0, 4))]),
  ]);
  return {
    villages: rows.map(({ id, type, name, given_to, ...link }) => ({
      id,
      type,
      name,
      link:
        given_to === null
          ? null
          : {
              givenTo: given_to,
              codeExpiresAt: link.code_expires_at,
              usedAt: link.used_at,
              expiresAt: link.expires_at,
              revokedAt: link.revoked_at,
              lastSeenAt: link.last_seen_at,
              device: link.device,
            },
    })),
    count: rows[0]?.count ?? 0,
    lastDueDate: last?.due_date ?? null,
  };
}
