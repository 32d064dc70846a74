import type { VNode } from 'preact';
import type { PersonActor } from '../../../platform/database/index.ts';
import { notFound, type RequestContext } from '../../../platform/http/index.ts';
import type { Assets } from '../../../ui/assets.ts';
import { renderPage } from '../../../ui/page.tsx';
import { pathOf, viewerOf } from '../../people/index.ts';
import type { StandardCatalogue } from '../../standards/index.ts';
import type { WorkFrame } from '../../territory/index.ts';
import type { ActivitiesContext } from '../commands/context.ts';
import { isId } from '../form-reading.ts';

export interface ActivitiesDependencies extends ActivitiesContext {
  readonly assets: Assets;
  readonly standards: StandardCatalogue;
}

/** Patterns of the addresses; `paths.ts` makes addresses of them. */
export const LOG = '/don-vi/:unit{[0-9]{5}}/hoat-dong';
export const ACTIVITY = `${LOG}/:id{[0-9a-f-]{36}}` as const;

/** What a page of the log gets from its request. */
export function frameOf(
  c: RequestContext,
  actor: PersonActor,
  { assets }: { readonly assets: Assets },
): WorkFrame {
  return {
    language: c.var.language,
    assets: assets.forPage(),
    viewer: viewerOf(actor, c.var.language, c.req.path),
    currentPath: pathOf(c),
  };
}

export const page = (c: RequestContext, element: VNode, status: 200 | 409 | 422 = 200) =>
  c.html(renderPage(element), status);

/** Unit and id of the address. @throws RequestError 404 where it cannot be one */
export function placeOf(c: RequestContext, name = 'id'): { unitCode: string; id: string } {
  const id = c.req.param(name);
  if (!isId(id)) throw notFound();
  return { unitCode: c.req.param('unit')!, id };
}
