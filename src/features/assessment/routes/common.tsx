import type { VNode } from 'preact';
import type { PersonActor, Scope } from '../../../platform/database/index.ts';
import { notAllowed, notFound, type RequestContext } from '../../../platform/http/index.ts';
import type { Assets } from '../../../ui/assets.ts';
import { renderPage } from '../../../ui/page.tsx';
import { pathOf, viewerOf } from '../../people/index.ts';
import type { AssessmentContext } from '../commands/context.ts';
import type { EvidenceOnPages } from '../evidence-on-pages.ts';
import type { PageFrame } from '../pages/frame.tsx';
import { maySeeWholeCycle, visibleCriteria } from '../policy.ts';
import { type Cycle, findCycle } from '../queries.ts';
import { criterionPlaceSchema, placeSchema } from '../schema.ts';

export interface AssessmentDependencies extends AssessmentContext {
  readonly assets: Assets;
  readonly evidence: EvidenceOnPages;
}

/** Patterns of the addresses; `paths.ts` makes addresses of them. */
export const CYCLES = '/don-vi/:unit/tu-danh-gia';
export const CYCLE = `${CYCLES}/:year{[0-9]{4}}` as const;
export const CRITERION = `${CYCLE}/tieu-chi/:number{[0-9]{1,2}}` as const;

/** How many pages of one kind are kept as rendered: some 3 MB at most. */
export const PAGES_KEPT = 50;

/** What a page of the assessment gets from its request. */
export function frameOf(
  c: RequestContext,
  actor: PersonActor,
  { assets }: AssessmentDependencies,
  ...islands: string[]
): PageFrame {
  return {
    language: c.var.language,
    assets: assets.forPage(...islands),
    viewer: viewerOf(actor, c.var.language, c.req.path),
    currentPath: pathOf(c),
  };
}

export const page = (c: RequestContext, element: VNode, status: 200 | 409 | 422 = 200) =>
  c.html(renderPage(element), status);

/** Unit and year of the address. @throws RequestError 404 where they cannot be any. */
export function placeOf(c: RequestContext): { unitCode: string; year: number } {
  const place = placeSchema.safeParse(c.req.param());
  if (!place.success) throw notFound();
  return { unitCode: place.data.unit, year: place.data.year };
}

/** Unit, year and criterion of the address. @throws RequestError 404 where they cannot be any. */
export function criterionPlaceOf(c: RequestContext): { unitCode: string; year: number; number: number } {
  const place = criterionPlaceSchema.safeParse(c.req.param());
  if (!place.success) throw notFound();
  return { unitCode: place.data.unit, year: place.data.year, number: place.data.number };
}

/** The cycle for who sees all of it. @throws RequestError 404 for who sees none of it, 403 for who sees a part. */
export async function wholeCycle(
  c: RequestContext,
  scope: Scope,
  actor: PersonActor,
  { yesNoInputs }: AssessmentContext,
): Promise<Cycle> {
  const { unitCode, year } = placeOf(c);
  const cycle = (await findCycle(scope, unitCode, year, yesNoInputs))?.cycle;
  if (cycle == null || visibleCriteria(actor, cycle).length === 0) throw notFound();
  if (!maySeeWholeCycle(actor, cycle.unit.id)) throw notAllowed('assessment.not-whole-cycle');
  return cycle;
}
