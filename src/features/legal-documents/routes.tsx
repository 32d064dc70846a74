import { Hono } from 'hono';
import { normaliseText } from '../../domain/text/index.ts';
import { today } from '../../platform/clock.ts';
import { type PersonActor, withReadScope } from '../../platform/database/index.ts';
import {
  formFields,
  notFound,
  type RequestContext,
  type RequestEnvironment,
} from '../../platform/http/index.ts';
import type { Assets } from '../../ui/assets.ts';
import { renderPage } from '../../ui/page.tsx';
import { bannerOf, pathOf, requirePerson, viewerOf } from '../people/index.ts';
import type { LegalDocumentsContext } from './commands/context.ts';
import { addDocument, changeDocument, removeDocument } from './commands/keep-documents.ts';
import {
  DocumentPage,
  type DocumentPageProps,
  type TypedDocument,
  valuesOf,
} from './pages/document-page.tsx';
import type { Frame } from './pages/frame.ts';
import { DocumentListPage } from './pages/list-page.tsx';
import { documentsPath } from './paths.ts';
import { assertMayKeepDocuments, mayKeepDocuments, maySeeDocuments } from './policy.ts';
import { findOwnDocument, listDocuments } from './queries.ts';
import { type DocumentFaults, isId, readDocument } from './schema.ts';

export interface LegalDocumentsDependencies extends LegalDocumentsContext {
  readonly assets: Assets;
}

/** What an address says was done, and what the page answers. */
const notices = { them: 'added', luu: 'saved', xoa: 'removed' } as const;
const isNotice = (text: string): text is keyof typeof notices => Object.hasOwn(notices, text);

/** The registry of legal documents, for everybody who works in a unit. */
export function legalDocumentsRoutes(dependencies: LegalDocumentsDependencies): Hono<RequestEnvironment> {
  const { database, clock, assets } = dependencies;
  const routes = new Hono<RequestEnvironment>();

  const frameOf = (c: RequestContext, actor: PersonActor): Frame => {
    const { language } = c.var;
    c.header('Cache-Control', 'no-store');
    return {
      language,
      assets: assets.forPage(),
      viewer: viewerOf(actor, language, pathOf(c)),
      banner: bannerOf(actor, language),
      currentPath: pathOf(c),
    };
  };
  const readerOf = (c: RequestContext): PersonActor => {
    const actor = requirePerson(c);
    if (!maySeeDocuments(actor)) throw notFound();
    return actor;
  };
  const keeperOf = (c: RequestContext): PersonActor => {
    const actor = requirePerson(c);
    assertMayKeepDocuments(actor);
    return actor;
  };
  const formPage = (
    c: RequestContext,
    actor: PersonActor,
    props: Omit<DocumentPageProps, 'frame'>,
    status: 200 | 422,
  ) => c.html(renderPage(<DocumentPage {...props} frame={frameOf(c, actor)} />), status);

  routes.get('/van-ban', async (c) => {
    const actor = readerOf(c);
    const search = normaliseText(c.req.query('tim') ?? '').slice(0, 100);
    const page = Number(/^\d{1,6}$/.exec(c.req.query('trang') ?? '')?.[0] ?? 1);
    const done = c.req.query('da') ?? '';
    const list = await withReadScope(database, actor, (scope) =>
      listDocuments(scope, actor.unit.id, search, page),
    );
    return c.html(
      renderPage(
        <DocumentListPage
          frame={frameOf(c, actor)}
          list={list}
          search={search}
          today={today(clock)}
          mayKeep={mayKeepDocuments(actor)}
          notice={isNotice(done) ? notices[done] : undefined}
        />,
      ),
    );
  });

  routes.get('/van-ban/moi', (c) => {
    // A warning about a citation leads here with the number that is missing.
    const values = { so: normaliseText(c.req.query('so') ?? '').slice(0, 100) };
    return formPage(c, keeperOf(c), { document: null, values, faults: {} }, 200);
  });

  routes.post('/van-ban/moi', async (c) => {
    const actor = keeperOf(c);
    const fields = await formFields(c);
    const refused = (faults: DocumentFaults) =>
      formPage(c, actor, { document: null, values: fields, faults }, 422);
    const form = readDocument(fields);
    if (!form.ok) return refused(form.faults);
    const added = await addDocument(dependencies, actor, form.value);
    if (!added.ok) return refused({ so: added.fault });
    return c.redirect(`${documentsPath}?da=them`, 303);
  });

  /** The stored document with the form as stored, or as typed when something is wrong with it. */
  async function changePage(
    c: RequestContext,
    actor: PersonActor,
    typed: { readonly values: TypedDocument; readonly faults: DocumentFaults } | null,
  ) {
    const id = documentIdOf(c);
    const document = await withReadScope(database, actor, (scope) =>
      findOwnDocument(scope, actor.unit.id, id),
    );
    if (document === undefined) throw notFound();
    return formPage(
      c,
      actor,
      { document, values: typed?.values ?? valuesOf(document), faults: typed?.faults ?? {} },
      typed === null ? 200 : 422,
    );
  }

  routes.get('/van-ban/:id', (c) => changePage(c, keeperOf(c), null));

  routes.post('/van-ban/:id', async (c) => {
    const actor = keeperOf(c);
    const id = documentIdOf(c);
    const values = await formFields(c);
    const form = readDocument(values);
    if (!form.ok) return changePage(c, actor, { values, faults: form.faults });
    const changed = await changeDocument(dependencies, actor, id, form.value);
    if (!changed.ok) return changePage(c, actor, { values, faults: { so: changed.fault } });
    return c.redirect(`${documentsPath}?da=luu`, 303);
  });

  routes.post('/van-ban/:id/xoa', async (c) => {
    await removeDocument(dependencies, keeperOf(c), documentIdOf(c));
    return c.redirect(`${documentsPath}?da=xoa`, 303);
  });

  return routes;
}

/** @throws RequestError 404 for what can be no document's id, as for one of another unit */
function documentIdOf(c: RequestContext): string {
  const id = c.req.param('id') ?? '';
  if (!isId(id)) throw notFound();
  return id;
}
