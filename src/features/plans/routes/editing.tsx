import { Hono } from 'hono';
import { type PersonActor, withReadScope } from '../../../platform/database/index.ts';
import {
  formFields,
  notAllowed,
  notFound,
  type RequestContext,
  type RequestEnvironment,
} from '../../../platform/http/index.ts';
import { requirePerson } from '../../people/index.ts';
import { oneOf, SECTION_ROLES } from '../choices.ts';
import { assertDraft, planInSight, readingInSight } from '../commands/context.ts';
import { addSection, saveFrame, saveSection } from '../commands/edit-content.ts';
import { differencesOf, sectionIn } from '../content-changes.ts';
import type { PlansDependencies } from '../dependencies.ts';
import { messages } from '../messages.ts';
import { FramePage } from '../pages/frame-page.tsx';
import { SectionPage, type SectionPageProps } from '../pages/section-page.tsx';
import { type DraftKey, draftPath, sectionPath } from '../paths.ts';
import { mayPlan } from '../policy.ts';
import type { Plan, Reading } from '../queries.ts';
import { boxesOfFrame, innerId, newSection, readFrame, typedFrame } from '../schema.ts';
import { readSection } from '../section-form.ts';
import { frameOf, PLAN, page, placeOf, READING } from './common.tsx';

/** Changing what a plan, or a reading, says: section by section, and head and tail. Both kinds in the same way. */
export function editingRoutes(dependencies: PlansDependencies): Hono<RequestEnvironment> {
  return new Hono<RequestEnvironment>()
    .route('/', routesOf(dependencies, 'reading', READING))
    .route('/', routesOf(dependencies, 'plan', PLAN));
}

function routesOf(
  dependencies: PlansDependencies,
  kind: DraftKey['kind'],
  base: typeof READING | typeof PLAN,
): Hono<RequestEnvironment> {
  const { database } = dependencies;
  const routes = new Hono<RequestEnvironment>();

  /** The draft of the address, for who may change it. */
  const draftOf = (c: RequestContext, actor: PersonActor): Promise<Plan | Reading> =>
    withReadScope(database, actor, async (scope) => {
      if (kind === 'reading') return readingInSight(scope, actor, placeOf(c));
      const plan = await planInSight(scope, actor, placeOf(c));
      if (!mayPlan(actor, plan.unit.id)) throw notAllowed('plans.may-not-plan');
      assertDraft(plan);
      return plan;
    });

  const keyOf = (c: RequestContext): DraftKey & { unitCode: string } => ({ kind, ...placeOf(c) });

  const sectionIdOf = (c: RequestContext): string => {
    const id = innerId.safeParse(c.req.param('section'));
    if (!id.success) throw notFound();
    return id.data;
  };

  async function sectionPage(
    c: RequestContext,
    actor: PersonActor,
    answer: Pick<SectionPageProps, 'typed' | 'errors' | 'conflicts' | 'done'> = {},
    status: 200 | 409 | 422 = 200,
  ) {
    const draft = await draftOf(c, actor);
    const section = sectionIn(draft.content, sectionIdOf(c));
    if (section === undefined) throw notFound();
    return page(
      c,
      <SectionPage
        frame={frameOf(c, actor, dependencies, ...(kind === 'reading' ? ['reading-highlight'] : []))}
        draft={draft}
        section={section}
        {...answer}
      />,
      status,
    );
  }

  routes.get(`${base}/muc/:section`, (c) => {
    const words = messages[c.var.language].edit;
    const done = { luu: words.saved, khong: words.unchanged }[c.req.query('xong') ?? ''];
    return sectionPage(c, requirePerson(c), { done });
  });

  routes.post(`${base}/muc/:section`, async (c) => {
    const actor = requirePerson(c);
    const { unitCode, ...draft } = keyOf(c);
    const sectionId = sectionIdOf(c);
    const form = await formFields(c);
    const typed = readSection(form);
    const saved = await saveSection(
      dependencies,
      actor,
      unitCode,
      draft,
      sectionId,
      typed,
      form.da_thay ?? '',
    );
    const path = sectionPath(unitCode, draft, sectionId);
    switch (saved.outcome) {
      case 'refused': {
        const words = messages[c.var.language].faults;
        const errors = saved.faults.map(({ field, code }) => ({ field, message: words[code] }));
        return sectionPage(c, actor, { typed, errors }, 422);
      }
      case 'conflict':
        return sectionPage(
          c,
          actor,
          {
            typed,
            conflicts:
              saved.mine === null
                ? [{ mine: null, stored: saved.stored.heading }]
                : differencesOf(saved.mine, saved.stored),
          },
          409,
        );
      case 'unchanged':
        return c.redirect(`${path}?xong=khong`, 303);
      case 'saved':
        return c.redirect(
          saved.removed ? `${draftPath(unitCode, draft)}?xong=bo_muc` : `${path}?xong=luu`,
          303,
        );
    }
  });

  routes.post(`${base}/muc`, async (c) => {
    const actor = requirePerson(c);
    const { unitCode, ...draft } = keyOf(c);
    const form = await formFields(c);
    const heading = newSection.safeParse(form.muc_moi);
    if (!heading.success) {
      await draftOf(c, actor);
      // Nothing to name it by: the form is on the page before, with the box to fill in.
      return c.redirect(`${draftPath(unitCode, draft)}?thieu=muc_moi#muc_moi`, 303);
    }
    const id = await addSection(dependencies, actor, unitCode, draft, {
      heading: heading.data,
      role: oneOf(SECTION_ROLES, form.vai_tro_moi ?? '') ?? 'other',
    });
    return c.redirect(sectionPath(unitCode, draft, id), 303);
  });

  routes.get(`${base}/dau-cuoi`, async (c) => {
    const actor = requirePerson(c);
    const draft = await draftOf(c, actor);
    return page(c, <FramePage frame={frameOf(c, actor, dependencies)} draft={draft} />);
  });

  routes.post(`${base}/dau-cuoi`, async (c) => {
    const actor = requirePerson(c);
    const { unitCode, ...key } = keyOf(c);
    const form = await formFields(c);
    const typed = typedFrame(form);
    const frame = frameOf(c, actor, dependencies);
    const read = readFrame(form);
    if (!read.ok) {
      const draft = await draftOf(c, actor);
      const words = messages[c.var.language].frame;
      const errors = read.faults.map(({ field, code }) => ({ field, message: words[code] }));
      return page(c, <FramePage frame={frame} draft={draft} typed={typed} errors={errors} />, 422);
    }
    const saved = await saveFrame(dependencies, actor, unitCode, key, read, form.da_thay ?? '');
    if (saved.outcome === 'conflict') {
      const now = await draftOf(c, actor);
      return page(
        c,
        <FramePage frame={frame} draft={now} typed={typed} stored={boxesOfFrame(now.content, now)} />,
        409,
      );
    }
    return c.redirect(`${draftPath(unitCode, key)}?xong=luu`, 303);
  });

  return routes;
}
