import { Hono } from 'hono';
import { withReadScope } from '../../../platform/database/index.ts';
import {
  jsonObject,
  type RequestContext,
  type RequestEnvironment,
  unreadable,
} from '../../../platform/http/index.ts';
import { readOperations, saveCells, settleOwnConflicts } from '../../collection/index.ts';
import type { VillageEntryDependencies } from '../dependencies.ts';
import { placeAt } from '../device.ts';
import { figuresPath, sendPath } from '../paths.ts';
import { sendingSchema } from '../schema.ts';
import { villageFigures } from '../sheets-of-place.ts';

/** What the script on the device sends and gets: its sheets, and changes with what became of each. */
export function exchangeRoutes(dependencies: VillageEntryDependencies): Hono<RequestEnvironment> {
  const { database, standards } = dependencies;
  const routes = new Hono<RequestEnvironment>();
  /** The device keeps what it has, and asks for a new code. */
  const linkEnded = (c: RequestContext) => c.json({ error: { code: 'link.ended' } }, 401);

  routes.get(figuresPath, async (c) => {
    const place = await placeAt(c, dependencies);
    if (place === null) return linkEnded(c);
    const figures = await withReadScope(database, place.actor, (scope) =>
      villageFigures(scope, place, standards, c.var.language),
    );
    return c.json(figures);
  });

  routes.post(sendPath, async (c) => {
    const place = await placeAt(c, dependencies);
    if (place === null) return linkEnded(c);
    const sending = sendingSchema.safeParse(await jsonObject(c));
    const operations = sending.success ? readOperations({ operations: sending.data.operations }) : null;
    if (!sending.success || operations === null) throw unreadable('village-entry.unreadable-sending');
    const { place: sender, settled } = sending.data;
    // Typed for another village that this device belonged to before.
    if (sender !== place.actor.placeId) return c.json({ error: { code: 'link.other-place' } }, 409);
    if (settled.length > 0) await settleOwnConflicts(dependencies, place.actor, settled);
    return c.json({ outcomes: await saveCells(dependencies, place.actor, operations, 'link') });
  });

  return routes;
}
