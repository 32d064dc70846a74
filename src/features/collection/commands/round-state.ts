import { type PersonActor, prepared, withScope } from '../../../platform/database/index.ts';
import { inWrongState } from '../../../platform/http/index.ts';
import { recordAudit } from '../../audit/index.ts';
import { messages } from '../messages.ts';
import { type CollectionContext, type RoundAddress, roundToLead } from './context.ts';

const setState = prepared(
  'set_collection_round_state',
  'update collection_round set state = $3, revision = revision + 1 where unit_id = $1 and id = $2',
);

/**
 * Closes a round, so that nothing in it changes any more, or opens it again.
 * @throws RequestError 409 when it is so already
 */
export async function setRoundState(
  { database, clock }: CollectionContext,
  actor: PersonActor,
  address: RoundAddress,
  state: 'open' | 'closed',
): Promise<void> {
  await withScope(database, actor, async (scope) => {
    const { unit, round } = await roundToLead(scope, actor, address, { lock: true });
    if (round.state === state)
      throw inWrongState(
        'collection.round-state',
        messages.vi[state === 'open' ? 'roundOpen' : 'roundClosed'],
      );
    scope.send(setState, [unit.id, round.id, state]);
    recordAudit(scope, unit.id, clock.now(), {
      deed: state === 'open' ? 'openRound' : 'closeRound',
      object: { kind: 'collection_round', id: round.id },
      fields: ['state'],
    });
  });
}

/** What of a round has been worked on: such a round is closed, not deleted. */
const touchedSheets = prepared<{ id: string }>(
  'touched_collection_sheets',
  `select s.id from collection_sheet s
    where s.unit_id = $1 and s.round_id = $2
      and (s.state <> 'open' or exists (select from collected_figure f where f.unit_id = s.unit_id and f.sheet_id = s.id)
           or exists (select from cell_operation o where o.unit_id = s.unit_id and o.sheet_id = s.id))
    limit 1`,
);
const referringImports = prepared<{ id: string }>(
  'imports_of_collection_round',
  'select id from workbook_import where unit_id = $1 and round_id = $2 limit 1',
);
const deleteSheets = prepared(
  'delete_collection_sheets_of_round',
  'delete from collection_sheet where unit_id = $1 and round_id = $2',
);
const deleteRoundStatement = prepared(
  'delete_collection_round',
  'delete from collection_round where unit_id = $1 and id = $2',
);

/**
 * Deletes a round in which nothing has been entered.
 * @returns its year
 * @throws RequestError 409 when something has
 */
export async function deleteRound(
  { database, clock }: CollectionContext,
  actor: PersonActor,
  address: RoundAddress,
): Promise<number> {
  return withScope(database, actor, async (scope) => {
    const { unit, round } = await roundToLead(scope, actor, address, { lock: true });
    const used = [
      ...(await scope.run(touchedSheets, [unit.id, round.id])),
      ...(await scope.run(referringImports, [unit.id, round.id])),
    ];
    if (used.length > 0) throw inWrongState('collection.round-not-empty', messages.vi.roundNotEmpty);
    scope.send(deleteSheets, [unit.id, round.id]);
    scope.send(deleteRoundStatement, [unit.id, round.id]);
    recordAudit(scope, unit.id, clock.now(), {
      deed: 'deleteRound',
      object: { kind: 'collection_round', id: round.id },
      fields: ['collection_round'],
    });
    return round.year;
  });
}
