import { Hono } from 'hono';
import { sheetDeeds } from '../../../domain/collection/index.ts';
import { type PersonActor, withReadScope } from '../../../platform/database/index.ts';
import { formFields, type RequestContext, type RequestEnvironment } from '../../../platform/http/index.ts';
import { requirePerson } from '../../people/index.ts';
import { decideConflict } from '../commands/decide-conflict.ts';
import { itemsOfKeys, standardOfRound } from '../commands/make-rounds.ts';
import { ConflictsPage } from '../pages/conflicts-page.tsx';
import { conflictsPath } from '../paths.ts';
import { organisationsSeenBy, standingToSheet } from '../policy.ts';
import { undecidedConflicts } from '../queries/conflicts.ts';
import { seenRevisionOf } from '../schema.ts';
import { sheetMessages } from '../sheet-messages.ts';
import { type CollectionDependencies, frameOf, page, ROUND, roundOfAddress, UUID } from './common.tsx';

/** The values of a round that two people changed, and deciding which holds. */
export function conflictRoutes(dependencies: CollectionDependencies): Hono<RequestEnvironment> {
  const { database, standards } = dependencies;
  const routes = new Hono<RequestEnvironment>();

  async function conflictsPage(c: RequestContext, actor: PersonActor, again = false) {
    const { unit, round, conflicts } = await withReadScope(database, actor, async (scope) => {
      const found = await roundOfAddress(scope, actor, c);
      const seen = organisationsSeenBy(actor, found.round.level);
      const of = { round: found.round.id };
      return { ...found, conflicts: await undecidedConflicts(scope, found.unit.id, of, seen) };
    });
    const done = c.req.query('xong') === 'quyet_dinh';
    return page(
      c,
      <ConflictsPage
        frame={frameOf(c, actor, dependencies)}
        unit={unit}
        year={round.year}
        round={round}
        conflicts={conflicts}
        items={itemsOfKeys(standardOfRound(standards, round), round.items)}
        mayDecide={({ placeId, organisationId, sheetState }) => {
          const standing = standingToSheet(actor, unit.id, { id: placeId, organisationId });
          return sheetDeeds(sheetState, round.state === 'open', standing).has('save');
        }}
        done={done ? sheetMessages[c.var.language].done.quyet_dinh : undefined}
        again={again}
      />,
      again ? 409 : 200,
    );
  }

  routes.get(`${ROUND}/xung-dot`, (c) => conflictsPage(c, requirePerson(c)));

  routes.post(`${ROUND}/xung-dot/:operation{${UUID}}`, async (c) => {
    const actor = requirePerson(c);
    await withReadScope(database, actor, (scope) => roundOfAddress(scope, actor, c));
    const fields = await formFields(c);
    const decided = await decideConflict(dependencies, actor, {
      operation: c.req.param('operation'),
      round: c.req.param('round'),
      // Keeping changes nothing, so it is what an unreadable choice comes to.
      choice: fields.cach === 'lay' ? 'take' : 'keep',
      seenRevision: seenRevisionOf(fields),
      way: 'form',
    });
    if (!decided) return conflictsPage(c, actor, true);
    return c.redirect(`${conflictsPath(c.req.param('unit'), c.req.param('round'))}?xong=quyet_dinh`, 303);
  });

  return routes;
}
