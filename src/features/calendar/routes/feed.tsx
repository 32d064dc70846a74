import { Hono } from 'hono';
import { etag } from 'hono/etag';
import { addDays } from '../../../domain/calendar/index.ts';
import { today } from '../../../platform/clock.ts';
import { type PersonActor, withReadScope } from '../../../platform/database/index.ts';
import { notFound, type RequestContext, type RequestEnvironment } from '../../../platform/http/index.ts';
import { personOfFeed } from '../../../platform/identity/index.ts';
import { bannerOf, requirePerson } from '../../people/index.ts';
import { occurrencesBetween, organisationsOf } from '../../tasks/index.ts';
import { makeFeed, revokeFeed } from '../commands/change-feed.ts';
import { criterionEntries, inOrder, taskEntries } from '../entries.ts';
import { hashOfFeedSecret } from '../feed-secret.ts';
import { holidaysOf, specialDays } from '../holidays.ts';
import { feedFile } from '../ics.ts';
import { type FeedFrame, FeedPage, NewFeedPage } from '../pages/feed-page.tsx';
import { feedPath, ownFeedPath, revokeFeedPath } from '../paths.ts';
import { mayHaveFeed, ownsCriterion } from '../policy.ts';
import { findCalendar, findFeed } from '../queries.ts';
import { type CalendarDependencies, frameOf, page } from './common.tsx';

/** The feed holds what is late for up to a quarter, and the year ahead. */
const DAYS_BACK = 92;
const DAYS_AHEAD = 366;

/** The own calendar feed, and the feed itself for programs without a session. */
export function feedRoutes(dependencies: CalendarDependencies): Hono<RequestEnvironment> {
  const { database, clock, publicUrl } = dependencies;
  const routes = new Hono<RequestEnvironment>();

  /** The person who asks, where they may have a feed; none of these pages is kept by a browser. */
  const ownerOf = (c: RequestContext): PersonActor => {
    const actor = requirePerson(c);
    if (!mayHaveFeed(actor)) throw notFound();
    c.header('Cache-Control', 'no-store');
    return actor;
  };
  const frame = (c: RequestContext, actor: PersonActor): FeedFrame => ({
    ...frameOf(c, actor, dependencies, ownFeedPath),
    banner: bannerOf(actor, c.var.language),
  });

  routes.get(ownFeedPath, async (c) => {
    const actor = ownerOf(c);
    const madeAt = await withReadScope(database, actor, (scope) => findFeed(scope, actor));
    const revoked = c.req.query('da') === 'thu-hoi';
    return page(c, <FeedPage frame={frame(c, actor)} madeAt={madeAt} revoked={revoked && madeAt === null} />);
  });

  routes.post(ownFeedPath, async (c) => {
    const actor = ownerOf(c);
    const secret = await makeFeed(dependencies, actor);
    return page(c, <NewFeedPage frame={frame(c, actor)} address={publicUrl + feedPath(secret)} />, 201);
  });

  routes.post(revokeFeedPath, async (c) => {
    const actor = ownerOf(c);
    await revokeFeed(dependencies, actor);
    return c.redirect(`${ownFeedPath}?da=thu-hoi`, 303);
  });

  // The secret is all that is asked for, so that calendars of phones, which cannot sign in, get their file.
  routes.get('/lich/:file{[\\w-]{43}\\.ics}', etag(), async (c) => {
    const secret = c.req.param('file').slice(0, -'.ics'.length);
    const actor = await personOfFeed(database, hashOfFeedSecret(secret));
    if (actor === null || !mayHaveFeed(actor)) return c.text('Not found\n', 404);
    c.header('Content-Type', 'text/calendar; charset=utf-8');
    c.header('Cache-Control', 'private, max-age=900');
    return c.body(await fileOf(actor));
  });

  async function fileOf(actor: PersonActor): Promise<string> {
    const day = today(clock);
    const [from, to] = [addDays(day, -DAYS_BACK), addDays(day, DAYS_AHEAD)];
    const { unit } = actor;
    const found = await withReadScope(database, actor, async (scope) => ({
      calendar: await findCalendar(scope, unit.code, from, to),
      occurrences: await occurrencesBetween(scope, unit.id, from, to, {
        organisationIds: organisationsOf(actor),
      }),
    }));
    const { changes = [], criteria = [] } = found.calendar ?? {};
    const holidays = holidaysOf(specialDays(changes, from, to, 'vi'));
    const context = { unitCode: unit.code, today: day, holidays, language: 'vi' } as const;
    const own = criteria.filter((one) => ownsCriterion(actor, unit.id, one));
    const entries = inOrder([...taskEntries(found.occurrences, context), ...criterionEntries(own, context)]);
    return feedFile(actor, entries, { today: day, publicUrl });
  }

  return routes;
}
