import type { RoundLevel, SheetState } from '../../../domain/collection/index.ts';
import { type OrganisationId, prepared, type Scope, type UnitId } from '../../../platform/database/index.ts';

/** A sheet that nobody else changes until the end of the transaction, with what its round says meanwhile. */
export interface LockedSheet {
  readonly id: string;
  readonly state: SheetState;
  readonly revision: number;
  readonly place_id: string;
  readonly organisation_id: OrganisationId | null;
  readonly level: RoundLevel;
  readonly round_id: string;
  readonly round_open: boolean;
  /** What is asked of its place. */
  readonly items: readonly string[];
  readonly standard_id: string;
  readonly standard_version: number;
}

/**
 * The rounds first, shared among all who work on their sheets, then the sheets in the order of their ids: the same for
 * everybody, so that nobody waits for who waits for them. A round that is being closed or changed is waited for, and is
 * then seen as it has become; it is not closed or changed while work on its sheets is under way.
 */
const lockSheetsStatement = prepared<LockedSheet>(
  'lock_collection_sheets',
  `with round as materialized (
     select id, state, level, items, standard_id, standard_version from collection_round
      where unit_id = $1 and id in (select round_id from collection_sheet where unit_id = $1 and id = any($2))
      order by id for share)
   select s.id, s.state, s.revision, s.place_id, p.organisation_id, r.level, r.id as round_id, r.state = 'open' as round_open,
          coalesce(s.asked, r.items) as items, r.standard_id, r.standard_version
     from collection_sheet s
     join round r on r.id = s.round_id
     join place p on p.unit_id = s.unit_id and p.id = s.place_id
    where s.unit_id = $1 and s.id = any($2)
    order by s.id
      for no key update of s`,
);

/** Locks the sheets of these ids; those that there are not are missing. */
export const lockSheets = (scope: Scope, unit: UnitId, ids: readonly string[]): Promise<LockedSheet[]> =>
  scope.run(lockSheetsStatement, [unit, ids]);
