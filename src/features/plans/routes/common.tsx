import type { VNode } from 'preact';
import type { PersonActor } from '../../../platform/database/index.ts';
import { notFound, type RequestContext } from '../../../platform/http/index.ts';
import type { FieldError } from '../../../ui/components/ErrorSummary.tsx';
import { renderPage } from '../../../ui/page.tsx';
import { pathOf, viewerOf } from '../../people/index.ts';
import type { WorkFrame } from '../../territory/index.ts';
import type { PlanPlace } from '../commands/context.ts';
import type { PlansDependencies } from '../dependencies.ts';
import { messages } from '../messages.ts';
import { unitCode, uuid } from '../schema.ts';

/** Patterns of the addresses; `paths.ts` makes addresses of them. */
export const PLANS = '/don-vi/:unit/ke-hoach';
export const READ = `${PLANS}/doc` as const;
export const WRITE = `${PLANS}/moi` as const;
const ID = ':id{[0-9a-f-]{36}}';
export const READING = `${READ}/${ID}` as const;
export const PLAN = `${PLANS}/${ID}` as const;

/** What a page of plans gets from its request. */
export function frameOf(
  c: RequestContext,
  actor: PersonActor,
  { assets }: PlansDependencies,
  ...islands: string[]
): WorkFrame {
  return {
    language: c.var.language,
    assets: assets.forPage(...islands),
    viewer: viewerOf(actor, c.var.language, c.req.path),
    currentPath: pathOf(c),
  };
}

export const page = (c: RequestContext, element: VNode, status: 200 | 409 | 422 = 200) =>
  c.html(renderPage(element), status);

/** The unit of the address. @throws RequestError 404 where it cannot be one */
export function unitCodeOf(c: RequestContext): string {
  const code = unitCode.safeParse(c.req.param('unit'));
  if (!code.success) throw notFound();
  return code.data;
}

/** Unit and plan, or reading, of the address. @throws RequestError 404 where they cannot be any */
export function placeOf(c: RequestContext): PlanPlace {
  const id = uuid.safeParse(c.req.param('id'));
  if (!id.success) throw notFound();
  return { unitCode: unitCodeOf(c), id: id.data };
}

/** The form that adds a section was sent without a name: said where the form is, on the page of the draft. */
export function missingSection(c: RequestContext): FieldError[] {
  if (c.req.query('thieu') !== 'muc_moi') return [];
  return [{ field: 'muc_moi', message: messages[c.var.language].faults.heading_missing }];
}
