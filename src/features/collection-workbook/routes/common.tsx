import type { VNode } from 'preact';
import { today } from '../../../platform/clock.ts';
import type { PersonActor } from '../../../platform/database/index.ts';
import { notFound, type RequestContext } from '../../../platform/http/index.ts';
import type { Assets } from '../../../ui/assets.ts';
import { renderPage } from '../../../ui/page.tsx';
import { pathOf, viewerOf } from '../../people/index.ts';
import type { WorkFrame } from '../../territory/index.ts';
import type { ImportContext } from '../importing/context.ts';
import { idSchema, unitCodeSchema } from '../schema.ts';

export interface WorkbookDependencies extends ImportContext {
  readonly assets: Assets;
}

export const frameOf = (
  c: RequestContext,
  actor: PersonActor,
  { assets }: WorkbookDependencies,
): WorkFrame => ({
  language: c.var.language,
  assets: assets.forPage(),
  viewer: viewerOf(actor, c.var.language, c.req.path),
  currentPath: pathOf(c),
});

export const page = (c: RequestContext, element: VNode, status: 200 | 422 = 200) =>
  c.html(renderPage(element), status);

export function unitCodeOf(c: RequestContext): string {
  const code = unitCodeSchema.safeParse(c.req.param('unit'));
  if (!code.success) throw notFound();
  return code.data;
}

export function idOf(c: RequestContext, name: string): string {
  const id = idSchema.safeParse(c.req.param(name));
  if (!id.success) throw notFound();
  return id.data;
}

/** The id of a query or a form, if it is one. */
export const idIn = (text: string | undefined): string | null => idSchema.safeParse(text).data ?? null;

export function yearOf(c: RequestContext, { clock }: WorkbookDependencies): number {
  const year = Number(/^20\d{2}$/.exec(c.req.query('nam') ?? '')?.[0]);
  return year >= 2019 ? year : Number(today(clock).slice(0, 4));
}

/** The number of a page, from 1. */
export const pageNumberOf = (c: RequestContext): number =>
  Math.max(1, Number(/^\d{1,5}$/.exec(c.req.query('trang') ?? '')?.[0] ?? 1));
