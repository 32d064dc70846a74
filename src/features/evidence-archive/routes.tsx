import { Hono } from 'hono';
import { type ArchivePlan, planArchive, tooLarge } from '../../domain/evidence/index.ts';
import type { Clock } from '../../platform/clock.ts';
import {
  type Database,
  type PersonActor,
  type Scope,
  withReadScope,
  withScope,
} from '../../platform/database/index.ts';
import type { FileStore } from '../../platform/file-store/index.ts';
import {
  inWrongState,
  notAllowed,
  notFound,
  type RequestContext,
  type RequestEnvironment,
} from '../../platform/http/index.ts';
import type { Log } from '../../platform/log.ts';
import type { Assets } from '../../ui/assets.ts';
import { renderPage } from '../../ui/page.tsx';
import { findDocumentSetting, issuingUnit } from '../assessment/index.ts';
import { recordAudit } from '../audit/index.ts';
import { maySeeLibrary } from '../evidence/index.ts';
import { pathOf, requirePerson, viewerOf } from '../people/index.ts';
import { type StandardCatalogue, standardInForce } from '../standards/index.ts';
import { findUnitAtWork, type UnitAtWork } from '../territory/index.ts';
import { dateOf } from './archive-index.ts';
import { messages } from './messages.ts';
import { ArchivePage } from './pages/archive-page.tsx';
import { indexPapers } from './papers.ts';
import { type ArchiveChoice, archivePagePath } from './paths.ts';
import { mayTakeOut } from './policy.ts';
import { findEvidenceInUse } from './queries.ts';
import { type ChoiceReading, readChoice } from './schema.ts';
import { archiveOf, bodyOf } from './stream.ts';

export interface EvidenceArchiveDependencies {
  readonly database: Database;
  readonly clock: Clock;
  readonly standards: StandardCatalogue;
  readonly assets: Assets;
  readonly files: FileStore;
  readonly log: Log;
}

const ROOT = '/don-vi/:unit{[0-9]{5}}/minh-chung/ho-so-nam';

/** The file of a year or phase for the re-inspection team: what will be in it, and the ZIP. */
export function evidenceArchiveRoutes(dependencies: EvidenceArchiveDependencies): Hono<RequestEnvironment> {
  const { database, clock, standards, assets, files, log } = dependencies;
  const routes = new Hono<RequestEnvironment>();

  function choiceOf(c: RequestContext, year: string): ChoiceReading {
    const reading = readChoice(year, new URL(c.req.url).searchParams);
    if (reading === null) throw notFound();
    return reading;
  }

  /** @throws RequestError 404 for who does not know of the library, 403 for who only works with it */
  async function planFor(
    c: RequestContext,
    scope: Scope,
    actor: PersonActor,
    choice: ArchiveChoice,
  ): Promise<{ unit: UnitAtWork; plan: ArchivePlan }> {
    const unit = await findUnitAtWork(scope, c.req.param('unit')!);
    if (unit === undefined || !maySeeLibrary(actor, unit.id)) throw notFound();
    if (!mayTakeOut(actor, unit.id)) throw notAllowed('evidence-archive.may-not-take-out');
    const uses = await findEvidenceInUse(scope, unit.id, choice);
    return { unit, plan: planArchive(uses, choice.first, choice.last) };
  }

  routes.get(`${ROOT}/:year{[0-9]{4}}`, async (c) => {
    const actor = requirePerson(c);
    const { choice, typed, faults } = choiceOf(c, c.req.param('year'));
    const { unit, plan } = await withReadScope(database, actor, (scope) => planFor(c, scope, actor, choice));
    // The form sends the last year; each archive has an address of its own.
    const isWrong = Object.keys(faults).length > 0;
    if (!isWrong && c.req.query('den') !== undefined)
      return c.redirect(archivePagePath(unit.code, choice), 303);
    const { language } = c.var;
    return c.html(
      renderPage(
        <ArchivePage
          frame={{
            language,
            assets: assets.forPage(),
            viewer: viewerOf(actor, language, c.req.path),
            currentPath: pathOf(c),
          }}
          unit={unit}
          choice={choice}
          typed={typed}
          faults={faults}
          plan={plan}
          standard={standardInForce(standards, `${choice.last}-12-31`).standard}
        />,
      ),
      isWrong ? 422 : 200,
    );
  });

  routes.get(`${ROOT}/:zip{[0-9]{4}\\.zip}`, async (c) => {
    const actor = requirePerson(c);
    const { choice, faults } = choiceOf(c, c.req.param('zip').slice(0, 4));
    // Rather no file than one of other years than those asked for.
    if (Object.keys(faults).length > 0) throw notFound();
    const { unit, plan, form } = await withScope(database, actor, async (scope) => {
      const { unit, plan } = await planFor(c, scope, actor, choice);
      const fault = tooLarge(plan);
      if (fault !== null)
        throw inWrongState(
          'evidence-archive.too-large',
          `${messages.vi.tooLarge[fault]}. ${messages.vi.tooLargeHint}`,
        );
      const form = await findDocumentSetting(scope, { unit });
      if (c.req.method === 'GET')
        // In the chain of the unit whose person it is: an appraiser writes nothing into that of another.
        recordAudit(scope, actor.unit.id, clock.now(), {
          deed: 'takeOutEvidenceArchive',
          object: { kind: 'evidence_archive', id: `${unit.code} ${choice.first}-${choice.last}` },
          fields: choice.criteria.map((number) => `criterion.${number}`),
        });
      return { unit, plan, form };
    });
    const pieces = archiveOf(plan, files, dateOf(plan.included), (damaged) => {
      for (const path of damaged)
        log.error({ unit: unit.code, path }, 'evidence in the file store is lost or damaged');
      return indexPapers(plan, damaged, standards, {
        choice,
        unit: { ...issuingUnit({ unit }), place: form.place },
        form,
        fictional: unit.fictional,
      });
    });
    const years = choice.first === choice.last ? choice.last : `${choice.first}-${choice.last}`;
    return c.body(bodyOf(pieces), 200, {
      'Content-Type': 'application/zip',
      'Content-Disposition': `attachment; filename="minh-chung-${unit.code}-${years}.zip"`,
      'Cache-Control': 'no-store',
    });
  });

  return routes;
}
