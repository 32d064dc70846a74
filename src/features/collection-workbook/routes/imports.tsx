import type { Hono } from 'hono';
import { type PersonActor, type Scope, withReadScope } from '../../../platform/database/index.ts';
import {
  formFields,
  notFound,
  type RequestContext,
  type RequestEnvironment,
} from '../../../platform/http/index.ts';
import { fileAnswer, findFile, uploadForm } from '../../files/index.ts';
import { requirePerson } from '../../people/index.ts';
import type { UnitAtWork } from '../../territory/index.ts';
import { type ImportAddress, ownImport, unitToImportInto } from '../commands/context.ts';
import { confirmImport, resumeImport, standsStill, withdrawImport } from '../commands/go-on-with-import.ts';
import { matchColumns } from '../commands/match-columns.ts';
import { startImport } from '../commands/start-import.ts';
import { CELLS_OF_A_PART } from '../importing/parts.ts';
import { isPartKind, PART_KINDS, type WorkbookImport } from '../model.ts';
import { ImportPage, type ImportPageProps } from '../pages/import-page.tsx';
import { ImportsPage } from '../pages/imports-page.tsx';
import { CELLS_OF_A_PAGE } from '../pages/preview.tsx';
import { importPath, importsPath } from '../paths.ts';
import { listImports, readPart } from '../queries/imports.ts';
import { rememberedRoles } from '../queries/matchings.ts';
import { itemsOfRounds, openRounds } from '../queries/rounds.ts';
import { proposeColumns } from '../rules/match-columns.ts';
import { readMatching } from '../schema.ts';
import {
  frameOf,
  idIn,
  idOf,
  page,
  pageNumberOf,
  unitCodeOf,
  type WorkbookDependencies,
  yearOf,
} from './common.tsx';

const LIST = '/don-vi/:unit/so-lieu/nhap-excel';
const ONE = '/don-vi/:unit/so-lieu/nhap-excel/:id';

/** Workbooks brought in: sent, looked at, confirmed. */
export function addImportRoutes(routes: Hono<RequestEnvironment>, dependencies: WorkbookDependencies): void {
  const { database, clock, files, standards } = dependencies;

  async function listPage(c: RequestContext, actor: PersonActor, fileMissing = false) {
    const number = pageNumberOf(c);
    const content = await withReadScope(database, actor, async (scope) => {
      const unit = await unitToImportInto(scope, actor, unitCodeOf(c));
      const rounds = await openRounds(scope, unit.id);
      return { unit, rounds, ...(await listImports(scope, unit.id, actor.personId, number)) };
    });
    return page(
      c,
      <ImportsPage
        frame={frameOf(c, actor, dependencies)}
        year={yearOf(c, dependencies)}
        round={c.req.query('dot')}
        page={number}
        fileMissing={fileMissing}
        {...content}
      />,
      fileMissing ? 422 : 200,
    );
  }

  routes.get(LIST, (c) => listPage(c, requirePerson(c)));

  routes.post(LIST, async (c) => {
    const actor = requirePerson(c);
    const { fields, files: sent } = await uploadForm(c);
    const file = sent.tep?.[0];
    if (file === undefined || file.bytes.byteLength === 0) return listPage(c, actor, true);
    const code = unitCodeOf(c);
    const id = await startImport(dependencies, actor, code, file, idIn(fields.dot));
    return c.redirect(importPath(code, id), 303);
  });

  const addressOf = (c: RequestContext): ImportAddress => ({ unitCode: unitCodeOf(c), id: idOf(c, 'id') });

  async function previewOf(
    scope: Scope,
    c: RequestContext,
    unit: UnitAtWork,
    found: WorkbookImport,
  ): Promise<ImportPageProps['preview']> {
    const { summary } = found;
    if (found.state !== 'seen' || summary === null) return null;
    const asked = c.req.query('loai');
    const kind = isPartKind(asked) ? asked : (PART_KINDS.find((one) => summary.counts[one] > 0) ?? 'new');
    const number = pageNumberOf(c);
    const first = (number - 1) * CELLS_OF_A_PAGE;
    const part = await readPart(scope, unit.id, found.id, kind, Math.floor(first / CELLS_OF_A_PART));
    const from = first % CELLS_OF_A_PART;
    const rounds = summary.rounds.map(({ id }) => id);
    const items = await itemsOfRounds(scope, standards, unit.id, rounds);
    return {
      kind,
      page: number,
      cells: part?.slice(from, from + CELLS_OF_A_PAGE) ?? [],
      itemOf: (key) => (key === null ? null : (items.get(key) ?? null)),
    };
  }

  async function matchingOf(
    scope: Scope,
    c: RequestContext,
    unit: UnitAtWork,
    found: WorkbookImport,
    answer: { readonly typed?: Readonly<Record<string, string>> },
  ): Promise<ImportPageProps['matching']> {
    const { matching } = found;
    if (found.state !== 'matching' || matching === null) return null;
    const rounds = await openRounds(scope, unit.id);
    const asked = answer.typed?.dot ?? c.req.query('dot') ?? found.roundId;
    const round = rounds.find(({ id }) => id === asked)?.id ?? null;
    const table = Math.min(
      Number(/^\d{1,2}$/.exec(answer.typed?.trang ?? c.req.query('trang') ?? '')?.[0] ?? 0),
      matching.tables.length - 1,
    );
    const items =
      round === null ? [] : [...(await itemsOfRounds(scope, standards, unit.id, [round])).values()];
    const { columns } = matching.tables[table]!;
    const remembered = await rememberedRoles(
      scope,
      unit.id,
      columns.map(({ key }) => key),
    );
    return { matching, table, columns: proposeColumns(columns, items, remembered), rounds, round, items };
  }

  async function onePage(
    c: RequestContext,
    actor: PersonActor,
    answer: Pick<NonNullable<ImportPageProps['matching']>, 'typed' | 'faults'> = {},
  ) {
    const content = await withReadScope(database, actor, async (scope) => {
      const { unit, found } = await ownImport(scope, actor, addressOf(c));
      const matching = await matchingOf(
        scope,
        c,
        unit,
        found,
        answer.typed === undefined ? {} : { typed: answer.typed },
      );
      return {
        unit,
        found,
        preview: await previewOf(scope, c, unit, found),
        matching: matching === null ? null : { ...matching, ...answer },
      };
    });
    return page(
      c,
      <ImportPage
        frame={frameOf(c, actor, dependencies)}
        year={yearOf(c, dependencies)}
        standsStill={standsStill(content.found, clock.now())}
        {...content}
      />,
      answer.faults === undefined ? 200 : 422,
    );
  }

  routes.get(ONE, (c) => onePage(c, requirePerson(c)));

  routes.get(`${ONE}/loi`, async (c) => {
    const actor = requirePerson(c);
    const file = await withReadScope(database, actor, async (scope) => {
      const { unit, found } = await ownImport(scope, actor, addressOf(c));
      return found.faultsFileId === null ? undefined : findFile(scope, unit.id, found.faultsFileId);
    });
    if (file === undefined) throw notFound();
    return fileAnswer(c, files, file);
  });

  routes.post(`${ONE}/ghep`, async (c) => {
    const actor = requirePerson(c);
    const typed = await formFields(c);
    const address = addressOf(c);
    const { matching, rounds } = await withReadScope(database, actor, async (scope) => {
      const { unit, found } = await ownImport(scope, actor, address);
      return { matching: found.matching, rounds: await openRounds(scope, unit.id) };
    });
    // One that waits for no matching any more is told so by the deed.
    const tables = matching?.tables ?? [];
    if (tables.length === 0) {
      await matchColumns(dependencies, actor, address, { table: 0, round: '', roles: {} });
      return c.redirect(importPath(address.unitCode, address.id), 303);
    }
    const itemsOf = (round: string) => rounds.find(({ id }) => id === round)?.items ?? null;
    const form = readMatching(typed, { tables, chosen: null }, itemsOf);
    if (!form.ok) return onePage(c, actor, { typed, faults: form.faults });
    await matchColumns(dependencies, actor, address, form.value);
    return c.redirect(importPath(address.unitCode, address.id), 303);
  });

  const deed = (path: string, work: typeof confirmImport, to: (address: ImportAddress) => string) =>
    routes.post(`${ONE}/${path}`, async (c) => {
      const address = addressOf(c);
      await work(dependencies, requirePerson(c), address);
      return c.redirect(to(address), 303);
    });
  const toImport = ({ unitCode, id }: ImportAddress) => importPath(unitCode, id);
  deed('luu', confirmImport, toImport);
  deed('tiep-tuc', resumeImport, toImport);
  deed('bo', withdrawImport, ({ unitCode }) => importsPath(unitCode));
}
