import { itemsOfOwners } from '../../../domain/collection/index.ts';
import { type PersonActor, prepared, type Scope, withScope } from '../../../platform/database/index.ts';
import { recordAudit } from '../../audit/index.ts';
import { findOwners } from '../queries/owners.ts';
import type { Round } from '../queries/round.ts';
import { type CollectionContext, openRoundToLead, type RoundAddress } from './context.ts';
import {
  dueTooSoon,
  isTaskOfYear,
  itemsOfKeys,
  itemsOfRound,
  type RoundContent,
  type RoundWarning,
  standardOfRound,
} from './make-rounds.ts';
import { insertSheets, placesToAsk } from './write-rounds.ts';

/** What became of an edit. */
export type RoundEdit =
  | { readonly outcome: 'saved'; readonly warnings: readonly RoundWarning[] }
  /** Somebody else changed the round meanwhile. */
  | { readonly outcome: 'conflict'; readonly revision: number }
  | { readonly outcome: 'unknownTask' }
  /** Items that would go have figures, and nobody has agreed to it. */
  | { readonly outcome: 'hasFigures'; readonly items: readonly string[] };

const filledItems = prepared<{ item: string }>(
  'collection_filled_items',
  `select distinct f.item
     from collection_sheet s
     join collected_figure f on f.unit_id = s.unit_id and f.sheet_id = s.id
    where s.unit_id = $1 and s.round_id = $2 and f.item = any ($3) and f.state <> 'no_data'
    order by f.item`,
);

const updateRound = prepared<{ id: string }>(
  'update_collection_round',
  `update collection_round
      set title = $4, cut_off = $5, due_date = $6, items = $7, task_id = $8, revision = revision + 1
    where unit_id = $1 and id = $2 and revision = $3
   returning id`,
);

/** What every sheet is asked and how much of it is there, after what the round asks has changed. */
const askAnew = prepared(
  'ask_collection_sheets_anew',
  `update collection_sheet s
      set asked = n.asked, revision = s.revision + 1,
          filled = (select count(*) from collected_figure f
                     where f.unit_id = s.unit_id and f.sheet_id = s.id and f.state <> 'no_data'
                       and f.item = any (coalesce(n.asked, $3::text[])))
     from (select c.id, case when p.kind = 'organisation'
                             then array(select json_array_elements_text($4::json -> p.organisation_id::text)) end as asked
             from collection_sheet c join place p on p.unit_id = c.unit_id and p.id = c.place_id
            where c.unit_id = $1 and c.round_id = $2) n
    where s.unit_id = $1 and s.id = n.id`,
);

/**
 * Changes a round: title, dates, task, and what it asks. Figures of items that go stay in the history and count no longer.
 * @param agreed to items going of which there are figures
 * @throws RequestError 409 when the round is closed
 */
export async function editRound(
  { database, clock, standards }: CollectionContext,
  actor: PersonActor,
  address: RoundAddress,
  content: RoundContent,
  { seenRevision, agreed }: { readonly seenRevision: number; readonly agreed: boolean },
): Promise<RoundEdit> {
  return withScope(database, actor, async (scope) => {
    const { unit, round } = await openRoundToLead(scope, actor, address, { lock: true });
    if (round.revision !== seenRevision) return { outcome: 'conflict', revision: round.revision };
    if (!(await isTaskOfYear(scope, unit.id, round.year, content.taskId, round.taskId)))
      return { outcome: 'unknownTask' };
    const standard = standardOfRound(standards, round);
    const items = itemsOfRound(standard, { level: round.level, items: content.items }).map(({ key }) => key);
    const going = round.items.filter((key) => !items.includes(key));
    if (going.length > 0 && !agreed) {
      const filled = await scope.run(filledItems, [unit.id, round.id, going]);
      if (filled.length > 0) return { outcome: 'hasFigures', items: filled.map(({ item }) => item) };
    }
    const { title, cutOff, dueDate, taskId } = content;
    const saved = await scope.run(updateRound, [
      unit.id,
      round.id,
      seenRevision,
      title,
      cutOff,
      dueDate,
      items,
      taskId,
    ]);
    if (saved.length === 0) return { outcome: 'conflict', revision: round.revision + 1 };
    if (items.join() !== round.items.join() || round.level === 'organisation')
      await askSheetsAnew(scope, { standards }, round, items);
    const warnings = (await dueTooSoon(scope, unit.id, content)) ? (['dueTooSoon'] as const) : [];
    recordAudit(scope, unit.id, clock.now(), {
      deed: 'editRound',
      object: { kind: 'collection_round', id: round.id },
      fields: ['title', 'cut_off', 'due_date', 'items', 'task_id'],
    });
    return { outcome: 'saved', warnings };
  });
}

/** Everybody is asked all, but an organisation what it owns as of now; one that owns something new gets a sheet. */
async function askSheetsAnew(
  scope: Scope,
  { standards }: Pick<CollectionContext, 'standards'>,
  round: Round,
  keys: readonly string[],
): Promise<void> {
  const asked: Record<string, readonly string[]> = {};
  if (round.level === 'organisation') {
    const standard = standardOfRound(standards, round);
    const owners = (await findOwners(scope, round.unitId, round.year))?.owners ?? new Map();
    const items = itemsOfKeys(standard, keys);
    for (const [organisation, own] of itemsOfOwners(standard, items, owners)) asked[organisation] = own;
    const places = await placesToAsk(scope, round.unitId, standard, owners)({ ...round, items });
    insertSheets(
      scope,
      round.unitId,
      places.map((place) => ({ roundId: round.id, ...place })),
    );
  }
  scope.send(askAnew, [round.unitId, round.id, keys, JSON.stringify(asked)]);
}
