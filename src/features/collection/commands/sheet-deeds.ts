import {
  type SheetDeed,
  type SheetState,
  sheetDeeds,
  sheetStateAfter,
} from '../../../domain/collection/index.ts';
import {
  newId,
  type PersonActor,
  prepared,
  type Scope,
  withScope,
} from '../../../platform/database/index.ts';
import { inWrongState, notAllowed, notFound } from '../../../platform/http/index.ts';
import { recordAudit } from '../../audit/index.ts';
import { messages } from '../messages.ts';
import { type Filler, maySeeSheet, standingToSheet } from '../policy.ts';
import { sheetsToDecide } from '../queries/conflicts.ts';
import { type CollectionContext, type RoundAddress, roundToLead } from './context.ts';
import { type LockedSheet, lockSheets } from './lock-sheets.ts';

/** What may be done with a whole sheet; its figures are saved by `saveCells`. */
export type DeedOfSheet = Exclude<SheetDeed, 'save'>;

/** State, who decided, and what happened, in one statement. What was handed in first keeps its time until it is taken back. */
const writeDeed = prepared(
  'write_collection_sheet_deed',
  `with sheets as (
     update collection_sheet
        set state = $4, revision = revision + 1, changed_at = $8,
            returned_reason = case when $4 = 'returned' then $5 end,
            submitted_at = case $3 when 'submitted' then coalesce(submitted_at, $8) when 'taken_back' then null else submitted_at end,
            decided_at = case when $3 in ('accepted', 'returned') then $8 end,
            decided_by = case when $3 in ('accepted', 'returned') then $7::uuid end
      where unit_id = $1 and id = any ($2)
   )
   insert into collection_sheet_event (unit_id, id, sheet_id, kind, reason, changed_by, happened_at)
   select $1, e.id, e.sheet, $3, $5, $7, $8 from unnest($6::uuid[], $2::uuid[]) as e (id, sheet)`,
);

const EVENTS = {
  submit: 'submitted',
  take_back: 'taken_back',
  accept: 'accepted',
  return: 'returned',
} as const satisfies Record<DeedOfSheet, string>;

const STATES: readonly SheetState[] = ['open', 'submitted', 'accepted', 'returned'];

/** @throws RequestError 404 where the sheet is not to be known of, 403 where the deed is never theirs, 409 where not now */
function assertDeed(actor: Filler, sheet: LockedSheet | undefined, deed: DeedOfSheet): void {
  const place = sheet && { id: sheet.place_id, organisationId: sheet.organisation_id };
  if (place === undefined || !maySeeSheet(actor, actor.unit.id, sheet!.level, place)) throw notFound();
  const standing = standingToSheet(actor, actor.unit.id, place);
  if (!STATES.some((state) => sheetDeeds(state, true, standing).has(deed)))
    throw notAllowed(`collection.may-not-${deed.replace('_', '-')}`);
  if (!sheetDeeds(sheet!.state, sheet!.round_open, standing).has(deed))
    throw inWrongState('collection.sheet-state', messages.vi.sheetState);
}

function write(
  scope: Scope,
  actor: Filler,
  sheets: readonly LockedSheet[],
  deed: DeedOfSheet,
  reason: string | null,
  at: Date,
): void {
  scope.send(writeDeed, [
    actor.unit.id,
    sheets.map(({ id }) => id),
    EVENTS[deed],
    sheetStateAfter(sheets[0]!.state, deed),
    reason,
    sheets.map(() => newId()),
    actor.kind === 'person' ? actor.personId : actor.linkId,
    at,
  ]);
  recordAudit(scope, actor.unit.id, at, {
    deed: `${deed}Sheet`,
    object: { kind: 'collection_round', id: sheets[0]!.round_id },
    fields: sheets.map(({ id }) => `sheet.${id}`),
  });
}

/**
 * Hands a sheet in, takes it back, accepts or returns it.
 * @param round that the sheet must belong to; null where any will do
 * @param seenRevision the sheet as it was looked at: of one that has changed since, nothing is accepted
 * @returns whether it was done; false when somebody changed the sheet meanwhile
 */
export async function doWithSheet(
  { database, clock }: CollectionContext,
  actor: Filler,
  sheet: { readonly id: string; readonly round: string | null },
  deed: DeedOfSheet,
  { reason = null, seenRevision = null }: { reason?: string | null; seenRevision?: number | null } = {},
): Promise<boolean> {
  return withScope(database, actor, async (scope) => {
    const [locked] = await lockSheets(scope, actor.unit.id, [sheet.id]);
    if (locked !== undefined && sheet.round !== null && locked.round_id !== sheet.round) throw notFound();
    assertDeed(actor, locked, deed);
    if (seenRevision !== null && locked!.revision !== seenRevision) return false;
    if (deed === 'accept' && (await sheetsToDecide(scope, actor.unit.id, [sheet.id])).size > 0)
      throw inWrongState('collection.sheet-to-decide', messages.vi.sheetToDecide);
    write(scope, actor, [locked!], deed, reason, clock.now());
    return true;
  });
}

/**
 * Accepts sheets of a round at one go. Those that have changed since they were looked at, are not handed in any more, or
 * hold a value that waits for a decision are left as they are.
 * @returns how many were accepted, and how many left
 */
export async function acceptSheets(
  { database, clock }: CollectionContext,
  actor: PersonActor,
  address: RoundAddress,
  sheets: readonly { readonly id: string; readonly seenRevision: number }[],
): Promise<{ accepted: number; left: number }> {
  return withScope(database, actor, async (scope) => {
    const { round } = await roundToLead(scope, actor, address);
    const seen = new Map(sheets.map(({ id, seenRevision }) => [id, seenRevision]));
    const locked = await lockSheets(scope, actor.unit.id, [...seen.keys()]);
    if (locked.length < seen.size || locked.some((sheet) => sheet.round_id !== round.id)) throw notFound();
    const toDecide = await sheetsToDecide(scope, actor.unit.id, [...seen.keys()]);
    const ready = locked.filter((sheet) => {
      const place = { id: sheet.place_id, organisationId: sheet.organisation_id };
      const standing = standingToSheet(actor, actor.unit.id, place);
      return (
        sheet.revision === seen.get(sheet.id) &&
        !toDecide.has(sheet.id) &&
        sheetDeeds(sheet.state, sheet.round_open, standing).has('accept')
      );
    });
    if (ready.length > 0) write(scope, actor, ready, 'accept', null, clock.now());
    return { accepted: ready.length, left: seen.size - ready.length };
  });
}
