import type { VNode } from 'preact';
import type { PersonActor } from '../../../platform/database/index.ts';
import type { RequestContext } from '../../../platform/http/index.ts';
import type { Assets } from '../../../ui/assets.ts';
import { renderPage } from '../../../ui/page.tsx';
import { pathOf, viewerOf } from '../../people/index.ts';
import type { WorkFrame } from '../../territory/index.ts';
import type { CalendarContext } from '../commands/context.ts';

export interface CalendarDependencies extends CalendarContext {
  readonly assets: Assets;
  /** The address that people type, without a closing slash. */
  readonly publicUrl: string;
}

/** What a page of the calendar gets from its request. */
export function frameOf(
  c: RequestContext,
  actor: PersonActor,
  { assets }: CalendarDependencies,
  currentPath = pathOf(c),
): WorkFrame {
  const { language } = c.var;
  return { language, assets: assets.forPage(), viewer: viewerOf(actor, language, currentPath), currentPath };
}

export const page = (c: RequestContext, element: VNode, status: 200 | 201 | 422 = 200) =>
  c.html(renderPage(element), status);
