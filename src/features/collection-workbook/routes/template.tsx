import type { Hono } from 'hono';
import { itemOf } from '../../../domain/collection/index.ts';
import { type PersonActor, withReadScope } from '../../../platform/database/index.ts';
import {
  notFound,
  type RequestContext,
  type RequestEnvironment,
  unreadable,
} from '../../../platform/http/index.ts';
import { findRound, type RoundLevel } from '../../collection/index.ts';
import { requirePerson } from '../../people/index.ts';
import { unitOfWorkbooks } from '../commands/context.ts';
import { roundToFill } from '../importing/round-to-fill.ts';
import { TemplatePage, type TemplatePageProps } from '../pages/template-page.tsx';
import { roundsOfYear } from '../queries/rounds.ts';
import { choiceSchema } from '../schema.ts';
import { makeTemplate, type TemplateChoice } from '../template/make-template.ts';
import { frameOf, idOf, page, unitCodeOf, type WorkbookDependencies, yearOf } from './common.tsx';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

const levelOf = (c: RequestContext): RoundLevel => {
  const level = c.req.query('cap');
  return level === 'school' || level === 'organisation' ? level : 'village';
};

function answerWorkbook(c: RequestContext, bytes: Uint8Array, name: string) {
  c.header('content-type', XLSX);
  c.header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(name)}`);
  return c.body(bytes as Uint8Array<ArrayBuffer>);
}

/** The workbook to fill in: of one round, or of a choice. */
export function addTemplateRoutes(
  routes: Hono<RequestEnvironment>,
  dependencies: WorkbookDependencies,
): void {
  const { database, standards } = dependencies;

  routes.get('/don-vi/:unit/so-lieu/:round/mau.xlsx', async (c) => {
    const actor = requirePerson(c);
    const { unit, round } = await withReadScope(database, actor, async (scope) => {
      const unit = await unitOfWorkbooks(scope, actor, unitCodeOf(c));
      return { unit, round: await findRound(scope, unit.id, idOf(c, 'round')) };
    });
    if (round === undefined) throw notFound();
    const made = await makeTemplate(dependencies, actor, unit, { rounds: [round.id], places: [], items: [] });
    // A round without a sheet that the person sees is none.
    if (!made.ok) throw notFound();
    return answerWorkbook(c, made.bytes, `${round.title}.xlsx`);
  });

  async function choicePage(
    c: RequestContext,
    actor: PersonActor,
    chosen: TemplateChoice,
    fault?: TemplatePageProps['fault'],
  ) {
    const [year, level] = [yearOf(c, dependencies), levelOf(c)];
    const content = await withReadScope(database, actor, async (scope) => {
      const unit = await unitOfWorkbooks(scope, actor, unitCodeOf(c));
      const rounds = (await roundsOfYear(scope, unit.id, year)).filter((round) => round.level === level);
      // The places of the latest round: those that a year's rounds have nearly all in common.
      const latest =
        rounds[0] === undefined ? null : await roundToFill(scope, standards, actor, unit.id, rounds[0].id);
      return { unit, rounds: latest === null ? [] : rounds, latest };
    });
    const keys = new Set(content.rounds.flatMap(({ items }) => items));
    const items =
      content.latest === null ? [] : [...keys].flatMap((key) => itemOf(content.latest!.standard, key) ?? []);
    return page(
      c,
      <TemplatePage
        frame={frameOf(c, actor, dependencies)}
        unit={content.unit}
        year={year}
        level={level}
        rounds={content.rounds}
        places={[...(content.latest?.sheets.values() ?? [])]}
        items={items}
        chosen={chosen}
        fault={fault}
      />,
      fault === undefined ? 200 : 422,
    );
  }

  routes.get('/don-vi/:unit/so-lieu/mau-excel', (c) =>
    choicePage(c, requirePerson(c), { rounds: c.req.queries('dot') ?? [], places: [], items: [] }),
  );

  routes.post('/don-vi/:unit/so-lieu/mau-excel', async (c) => {
    const actor = requirePerson(c);
    const body = await c.req.parseBody({ all: true }).catch(() => {
      throw unreadable('request.unreadable-form');
    });
    const unit = await withReadScope(database, actor, (scope) =>
      unitOfWorkbooks(scope, actor, unitCodeOf(c)),
    );
    const choice = choiceSchema.safeParse(body);
    if (!choice.success) return choicePage(c, actor, { rounds: [], places: [], items: [] }, 'roundMissing');
    const chosen = { rounds: choice.data.dot, places: choice.data.noi, items: choice.data.so };
    const made = await makeTemplate(dependencies, actor, unit, chosen);
    if (!made.ok) return choicePage(c, actor, chosen, made.fault);
    return answerWorkbook(c, made.bytes, `Mẫu số liệu ${unit.name}.xlsx`);
  });
}
