import { Hono } from 'hono';
import { offersOfSuperior } from '../../../domain/plan/index.ts';
import { today } from '../../../platform/clock.ts';
import { type PersonActor, withReadScope } from '../../../platform/database/index.ts';
import {
  formFields,
  notFound,
  type RequestContext,
  type RequestEnvironment,
} from '../../../platform/http/index.ts';
import type { FieldError } from '../../../ui/components/ErrorSummary.tsx';
import { requirePerson } from '../../people/index.ts';
import { unitToPlan } from '../commands/context.ts';
import { copyOf, draftBlankPlan, draftFromPlan, planToWriteFrom } from '../commands/draft-plan.ts';
import type { PlansDependencies } from '../dependencies.ts';
import { findPlansToWriteFrom } from '../list-queries.ts';
import { messages } from '../messages.ts';
import { CopyPage, OffersPage } from '../pages/write-from-page.tsx';
import { type TypedBeginning, WritePage } from '../pages/write-page.tsx';
import { planPath, writePlanPath } from '../paths.ts';
import { innerId, subjectOf, uuid, yearOf } from '../schema.ts';
import { frameOf, page, placeOf, unitCodeOf, WRITE } from './common.tsx';

/** Writing a plan: blank, from last year's, from the superior's. */
export function writeRoutes(dependencies: PlansDependencies): Hono<RequestEnvironment> {
  const { database, clock } = dependencies;
  const routes = new Hono<RequestEnvironment>();
  const thisYear = () => Number(today(clock).slice(0, 4));

  async function writePage(
    c: RequestContext,
    actor: PersonActor,
    typed: TypedBeginning,
    errors: FieldError[] = [],
  ) {
    const year = yearOf(typed.nam) ?? thisYear();
    const { unit, plans } = await withReadScope(database, actor, async (scope) => {
      const unit = await unitToPlan(scope, actor, unitCodeOf(c));
      return { unit, plans: await findPlansToWriteFrom(scope, unit.id, year) };
    });
    return page(
      c,
      <WritePage
        frame={frameOf(c, actor, dependencies)}
        unit={unit}
        plans={plans}
        typed={typed}
        errors={errors}
      />,
      errors.length > 0 ? 422 : 200,
    );
  }

  routes.get(WRITE, (c) =>
    writePage(c, requirePerson(c), {
      nam: String(yearOf(c.req.query('nam')) ?? thisYear()),
      cach: 'blank',
      chu_de: 'child_friendly',
      tu_nam_truoc: '',
      tu_cap_tren: '',
    }),
  );

  routes.post(WRITE, async (c) => {
    const actor = requirePerson(c);
    const unitCode = unitCodeOf(c);
    const form = await formFields(c);
    const words = messages[c.var.language].write;
    const typed: TypedBeginning = {
      nam: form.nam ?? '',
      cach: form.cach ?? '',
      chu_de: form.chu_de ?? '',
      tu_nam_truoc: form.tu_nam_truoc ?? '',
      tu_cap_tren: form.tu_cap_tren ?? '',
    };
    const refuse = (field: string, message: string) => writePage(c, actor, typed, [{ field, message }]);
    const year = yearOf(typed.nam);
    if (year === null) return refuse('nam', words.yearFault);
    switch (typed.cach) {
      case 'blank': {
        const subject = subjectOf(typed.chu_de);
        const id = await draftBlankPlan(dependencies, actor, unitCode, { year, subject });
        return c.redirect(`${planPath(unitCode, id)}?xong=lap`, 303);
      }
      case 'last_year':
      case 'superior': {
        const field = typed.cach === 'last_year' ? 'tu_nam_truoc' : 'tu_cap_tren';
        const from = uuid.safeParse(typed[field]);
        if (!from.success) return refuse(field, words.fromMissing);
        return c.redirect(`${writePlanPath(unitCode)}/tu/${from.data}?nam=${year}`, 303);
      }
      default:
        return refuse('cach', words.wayMissing);
    }
  });

  const FROM = `${WRITE}/tu/:id{[0-9a-f-]{36}}` as const;

  const yearToWrite = (c: RequestContext): number => {
    const year = yearOf(c.req.query('nam') ?? String(thisYear()));
    if (year === null) throw notFound();
    return year;
  };

  routes.get(FROM, async (c) => {
    const actor = requirePerson(c);
    const year = yearToWrite(c);
    const { from, copy } = await withReadScope(database, actor, async (scope) => {
      const from = await planToWriteFrom(scope, actor, placeOf(c));
      return { from, copy: from.standing === 'own' ? await copyOf(scope, from, year) : null };
    });
    const common = { frame: frameOf(c, actor, dependencies), unit: from.unit, from, year };
    return page(
      c,
      copy === null ? (
        <OffersPage {...common} offers={offersOfSuperior(from.content)} />
      ) : (
        <CopyPage {...common} notices={copy.notices} />
      ),
    );
  });

  routes.post(FROM, async (c) => {
    const actor = requirePerson(c);
    const place = placeOf(c);
    const form = await formFields(c);
    const taken = Object.keys(form).flatMap((name) => {
      const id = name.startsWith('lay.') ? innerId.safeParse(name.slice(4)) : null;
      return id?.success ? [id.data] : [];
    });
    const id = await draftFromPlan(dependencies, actor, place, {
      year: yearToWrite(c),
      subject: subjectOf(form.chu_de ?? ''),
      taken: new Set(taken),
    });
    return c.redirect(`${planPath(place.unitCode, id)}?xong=lap`, 303);
  });

  return routes;
}
