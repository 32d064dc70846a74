import { randomUUID } from 'node:crypto';
import { Hono } from 'hono';
import { getCookie } from 'hono/cookie';
import { activitiesRoutes } from './features/activities/index.ts';
import { assessmentRoutes, yesNoInputsOf } from './features/assessment/index.ts';
import { calendarRoutes } from './features/calendar/index.ts';
import { childrensFundRoutes } from './features/childrens-fund/index.ts';
import {
  collectedFigures,
  collectionRoutes,
  collectionWorkOf,
  rollUpRoutes,
} from './features/collection/index.ts';
import { workbookLinks, workbookRoutes } from './features/collection-workbook/index.ts';
import { commitmentsRoutes } from './features/commitments/index.ts';
import { demoRoutes, sampleNote } from './features/demo/index.ts';
import { evidenceRoutes, type UploadSettings } from './features/evidence/index.ts';
import { archivePagePath, evidenceArchiveRoutes, mayTakeOut } from './features/evidence-archive/index.ts';
import { evidenceCheckRoutes, evidenceOnPages, FoundFigures } from './features/evidence-check/index.ts';
import { figureSuggestionsRoutes } from './features/figure-suggestions/index.ts';
import { legalDocumentsRoutes } from './features/legal-documents/index.ts';
import { overviewRoutes } from './features/overview/index.ts';
import { peopleRoutes, requirePerson, sessionMiddleware } from './features/people/index.ts';
import { petitionsRoutes } from './features/petitions/index.ts';
import { placesRoutes } from './features/places/index.ts';
import { plansRoutes } from './features/plans/index.ts';
import type { StandardCatalogue } from './features/standards/index.ts';
import { targetsRoutes } from './features/targets/index.ts';
import { tasksRoutes } from './features/tasks/index.ts';
import { redirectUntilSetUp, setUpState, territoryRoutes } from './features/territory/index.ts';
import { villageEntryRoutes } from './features/village-entry/index.ts';
import { type Clock, today } from './platform/clock.ts';
import type { Database } from './platform/database/index.ts';
import type { FileStore } from './platform/file-store/index.ts';
import { compressPages } from './platform/http/compress.ts';
import type { RequestEnvironment } from './platform/http/index.ts';
import { limitBody, refuseForeignForms, securityHeaders } from './platform/http/security.ts';
import { type ClientFiles, serveClientFiles } from './platform/http/static.ts';
import type { Identity } from './platform/identity/index.ts';
import type { Log } from './platform/log.ts';
import type { VirusScanner } from './platform/virus-scan/index.ts';
import { errorAnswers } from './server/error-answer.tsx';
import { healthRoute } from './server/health.ts';
import { homeOf } from './server/home.ts';
import { logRequests } from './server/log-requests.ts';
import { pageOfForm } from './server/page-of-form.ts';
import type { Assets } from './ui/assets.ts';
import { favicon, faviconPath } from './ui/brand.ts';
import { type Language, languageCookie, languageOf } from './ui/language.ts';

/** All that the application is made of; tests bring their own clock, database and files. */
export interface ApplicationDependencies {
  readonly database: Database;
  readonly identity: Identity;
  readonly clock: Clock;
  readonly standards: StandardCatalogue;
  readonly assets: Assets;
  readonly clientFiles: ClientFiles;
  readonly log: Log;
  readonly files: FileStore;
  /** Where large files come in. */
  readonly uploads: UploadSettings;
  /** Looks for viruses in files before others get them; null where they are not scanned. */
  readonly scanner: VirusScanner | null;
  /** The address that people type, without a closing slash. */
  readonly publicUrl: string;
  /** What the set-up form must carry; null where only this machine reaches the server. */
  readonly setUpCode: string | null;
}

/**
 * Puts the features together into the web application. The order is part of it: what needs no database comes before
 * the session, and nothing but the set-up is reached before there is a unit.
 */
export function createApplication(dependencies: ApplicationDependencies): Hono<RequestEnvironment> {
  const { database, clock, standards, publicUrl, log } = dependencies;
  const setUp = setUpState(database, dependencies.setUpCode);
  const application = new Hono<RequestEnvironment>();
  const answers = errorAnswers(dependencies);
  application.onError(answers.onError);
  application.notFound((c) => {
    // The switch of language comes back by GET to where a form was answered; so does who reloads such a page by its address.
    const page = c.req.method === 'GET' ? pageOfForm(application, c.req.path) : null;
    return page === null ? answers.notFound(c) : c.redirect(page, 303);
  });

  application.use(async (c, next) => {
    c.set('requestId', randomUUID());
    c.set('language', languageOf(getCookie(c, languageCookie)));
    c.set('actor', null);
    c.set('sessionToken', null);
    await next();
  });
  if (log.isLevelEnabled('info')) application.use(logRequests(log));
  application.use(securityHeaders({ https: publicUrl.startsWith('https:') }));
  application.use(serveClientFiles(dependencies.clientFiles));
  application.get(faviconPath, (c) => {
    c.header('cache-control', 'public, max-age=86400');
    return c.body(favicon, 200, { 'content-type': 'image/svg+xml' });
  });
  application.get('/suc-khoe', healthRoute(database));
  application.use(compressPages());
  application.use(refuseForeignForms(publicUrl));
  application.use(redirectUntilSetUp(setUp));
  application.use(sessionMiddleware(dependencies));
  // Behind the session: only somebody signed in may send files.
  application.use(limitBody());

  application.get('/', (c) => c.redirect(homeOf(requirePerson(c), Number(today(clock).slice(0, 4))), 303));
  application.route('/', territoryRoutes({ ...dependencies, setUp }));
  application.route('/', demoRoutes({ ...dependencies, setUp }));
  const signInNote = (language: Language) => sampleNote(database, language);
  application.route('/', peopleRoutes({ ...dependencies, signInNote }));
  application.route('/', overviewRoutes(dependencies));
  const yesNoInputs = yesNoInputsOf(standards);
  const foundFigures = new FoundFigures();
  const evidence = evidenceOnPages(foundFigures, clock);
  const assessing = { ...dependencies, yesNoInputs, collected: collectedFigures };
  application.route('/', assessmentRoutes({ ...assessing, evidence }));
  application.route('/', plansRoutes(assessing));
  application.route('/', targetsRoutes(assessing));
  application.route('/', tasksRoutes({ ...dependencies, collectionWork: collectionWorkOf }));
  application.route('/', workbookRoutes(dependencies));
  application.route('/', calendarRoutes(dependencies));
  application.route('/', legalDocumentsRoutes(dependencies));
  application.route('/', collectionRoutes({ ...dependencies, besideRound: workbookLinks }));
  application.route('/', rollUpRoutes(assessing));
  application.route('/', placesRoutes(dependencies));
  application.route('/', commitmentsRoutes(dependencies));
  application.route('/', figureSuggestionsRoutes(assessing));
  application.route('/', activitiesRoutes(dependencies));
  application.route('/', petitionsRoutes(dependencies));
  application.route('/', childrensFundRoutes(dependencies));
  application.route('/', evidenceArchiveRoutes(dependencies));
  application.route(
    '/',
    evidenceCheckRoutes({
      ...dependencies,
      yesNoInputs,
      foundFigures,
      archiveOf: (actor, { id, code }, year) =>
        mayTakeOut(actor, id) ? archivePagePath(code, { first: year, last: year, criteria: [] }) : null,
    }),
  );
  application.route('/', evidenceRoutes(dependencies));
  application.route('/', villageEntryRoutes({ ...dependencies, secret: dependencies.identity.secret }));
  return application;
}
