import { Hono } from 'hono';
import { formatDate } from '../../../domain/text/index.ts';
import { today } from '../../../platform/clock.ts';
import { type PersonActor, withReadScope } from '../../../platform/database/index.ts';
import {
  formFields,
  notFound,
  type RequestContext,
  type RequestEnvironment,
} from '../../../platform/http/index.ts';
import { renderPage } from '../../../ui/page.tsx';
import { requirePerson, viewerOf } from '../../people/index.ts';
import type { WorkFrame } from '../../territory/index.ts';
import { prolongLinks, revokeLinks } from '../commands/change-links.ts';
import { MOST_VILLAGES, unitOfLinks } from '../commands/context.ts';
import { giveLinks } from '../commands/give-links.ts';
import type { VillageEntryDependencies } from '../dependencies.ts';
import { messages } from '../messages.ts';
import { LinksPage } from '../pages/links-page.tsx';
import { SlipsPage } from '../pages/slips-page.tsx';
import { linksPath } from '../paths.ts';
import { listVillagesWithLinks } from '../queries.ts';
import {
  type LinkFault,
  type LinkFaults,
  pageSchema,
  readGivenTo,
  readLastDay,
  readVillages,
  unitCodeSchema,
} from '../schema.ts';

/** The planning officer's side: who has a way in, and giving, prolonging, taking it. */
export function linkRoutes(dependencies: VillageEntryDependencies): Hono<RequestEnvironment> {
  const { database, clock, assets, publicUrl } = dependencies;
  const routes = new Hono<RequestEnvironment>();

  const frameOf = (c: RequestContext, actor: PersonActor): WorkFrame => ({
    language: c.var.language,
    assets: assets.forPage(),
    viewer: viewerOf(actor, c.var.language, c.req.path),
    currentPath: linksPath(unitCodeOf(c)),
  });
  function unitCodeOf(c: RequestContext): string {
    const code = unitCodeSchema.safeParse(c.req.param('unit'));
    if (!code.success) throw notFound();
    return code.data;
  }

  async function listPage(
    c: RequestContext,
    actor: PersonActor,
    answer: {
      readonly typed?: Readonly<Record<string, string>>;
      readonly faults?: LinkFaults;
      readonly done?: string | undefined;
    } = {},
  ) {
    const page = pageSchema.parse(c.req.query('trang'));
    const onlyWithout = c.req.query('loc') === 'chua-co';
    const now = clock.now();
    const day = today(clock);
    const { unit, links } = await withReadScope(database, actor, async (scope) => {
      const unit = await unitOfLinks(scope, actor, unitCodeOf(c));
      const at = { today: day, now };
      return { unit, links: await listVillagesWithLinks(scope, unit.id, at, { page, onlyWithout }) };
    });
    const due = links.lastDueDate;
    const proposed = due !== null && due > day ? due : `${day.slice(0, 4)}-12-31`;
    return c.html(
      renderPage(
        <LinksPage
          frame={frameOf(c, actor)}
          unit={unit}
          now={now}
          links={links}
          page={page}
          onlyWithout={onlyWithout}
          lastDay={formatDate(proposed)}
          {...answer}
        />,
      ),
      answer.faults ? 422 : 200,
    );
  }

  routes.get('/don-vi/:unit/so-lieu/duong-dan', (c) => {
    const words = messages[c.var.language];
    const count = /^\d{1,3}$/.exec(c.req.query('so') ?? '')?.[0] ?? '';
    const deed = count === '' ? undefined : c.req.query('da');
    const done =
      deed === 'gia-han' ? words.prolonged(count) : deed === 'thu-hoi' ? words.revoked(count) : undefined;
    return listPage(c, requirePerson(c), { done });
  });

  /** Faults by the boxes they belong to; the first village stands for all of them. */
  const faultsOf = (faults: Readonly<Record<string, LinkFault | null>>): LinkFaults | null => {
    const found = Object.entries(faults).filter((one): one is [string, LinkFault] => one[1] !== null);
    return found.length === 0 ? null : Object.fromEntries(found);
  };

  routes.post('/don-vi/:unit/so-lieu/duong-dan', async (c) => {
    const actor = requirePerson(c);
    const typed = await formFields(c);
    const { villages, fault } = readVillages(typed, MOST_VILLAGES);
    const until = readLastDay(typed.den_ngay ?? '', clock.now());
    const whom = readGivenTo(typed.giao_cho);
    if (fault !== null || 'fault' in until || 'fault' in whom) {
      const faults = faultsOf({
        thon: fault,
        giao_cho: 'fault' in whom ? whom.fault : null,
        den_ngay: 'fault' in until ? until.fault : null,
      });
      return listPage(c, actor, { typed, faults: faults ?? {} });
    }
    const wanted = { villages, givenTo: whom.givenTo, expiresAt: until.expiresAt };
    const given = await giveLinks(dependencies, actor, unitCodeOf(c), wanted);
    // Kept by no browser: the codes are shown this once.
    c.header('cache-control', 'no-store');
    return c.html(
      renderPage(
        <SlipsPage frame={frameOf(c, actor)} given={given} publicUrl={publicUrl} givenTo={whom.givenTo} />,
      ),
    );
  });

  routes.post('/don-vi/:unit/so-lieu/duong-dan/gia-han', async (c) => {
    const actor = requirePerson(c);
    const typed = await formFields(c);
    const { villages, fault } = readVillages(typed, MOST_VILLAGES);
    const until = readLastDay(typed.den_ngay ?? '', clock.now());
    if (fault !== null || 'fault' in until) {
      const faults = faultsOf({ thon: fault, den_ngay: 'fault' in until ? until.fault : null });
      return listPage(c, actor, { typed, faults: faults ?? {} });
    }
    const count = await prolongLinks(dependencies, actor, unitCodeOf(c), villages, until.expiresAt);
    return c.redirect(`${linksPath(unitCodeOf(c))}?da=gia-han&so=${count}`, 303);
  });

  routes.post('/don-vi/:unit/so-lieu/duong-dan/thu-hoi', async (c) => {
    const actor = requirePerson(c);
    const typed = await formFields(c);
    const { villages, fault } = readVillages(typed, MOST_VILLAGES);
    if (fault !== null) return listPage(c, actor, { typed, faults: { thon: fault } });
    const count = await revokeLinks(dependencies, actor, unitCodeOf(c), villages);
    return c.redirect(`${linksPath(unitCodeOf(c))}?da=thu-hoi&so=${count}`, 303);
  });

  return routes;
}
