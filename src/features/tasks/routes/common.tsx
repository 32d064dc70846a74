import type { VNode } from 'preact';
import { today } from '../../../platform/clock.ts';
import type { PersonActor } from '../../../platform/database/index.ts';
import { notFound, type RequestContext } from '../../../platform/http/index.ts';
import type { Assets } from '../../../ui/assets.ts';
import { renderPage } from '../../../ui/page.tsx';
import { pathOf, viewerOf } from '../../people/index.ts';
import type { WorkFrame } from '../../territory/index.ts';
import type { CollectionWorkOf } from '../collection-work.ts';
import type { OccurrencePlace, TaskAddress, TasksContext } from '../commands/context.ts';
import type { Answer } from '../pages/frame.tsx';
import { type Fields, id, seenRevision, unitCode, yearNumber } from '../schema.ts';

export interface TasksDependencies extends TasksContext {
  readonly assets: Assets;
  /** What waits in the collection of figures, for the inbox; nothing where it is not handed in. */
  readonly collectionWork?: CollectionWorkOf;
}

/** Patterns of the addresses; `paths.ts` makes addresses of them. */
export const TASKS = '/don-vi/:unit/nhiem-vu';
export const TASK = `${TASKS}/:id{[0-9a-f-]{36}}` as const;
export const OCCURRENCE = `${TASK}/ky/:occurrence{[0-9a-f-]{36}}` as const;

/** What a page about tasks gets from its request. */
export function frameOf(c: RequestContext, actor: PersonActor, { assets }: TasksDependencies): WorkFrame {
  return {
    language: c.var.language,
    assets: assets.forPage(),
    viewer: viewerOf(actor, c.var.language, c.req.path),
    currentPath: pathOf(c),
  };
}

export const page = (c: RequestContext, element: VNode, status: 200 | 409 | 422 = 200) =>
  c.html(renderPage(element), status);

/** The status of a page by what it answers to. */
export const statusOf = ({ refused, conflict }: Answer): 200 | 409 | 422 =>
  conflict ? 409 : refused === undefined ? 200 : 422;

/** The word of the address that says what was just done. */
export const doneOf = (c: RequestContext): Answer => ({ done: c.req.query('xong') });

/** @throws RequestError 404 for what can be no unit's code */
export function unitCodeOf(c: RequestContext): string {
  const code = unitCode.safeParse(c.req.param('unit'));
  if (!code.success) throw notFound();
  return code.data;
}

/** @throws RequestError 404 for what can be no id */
export function idOf(c: RequestContext, name: string): string {
  const found = id.safeParse(c.req.param(name));
  if (!found.success) throw notFound();
  return found.data;
}

export const addressOf = (c: RequestContext): TaskAddress => ({ unitCode: unitCodeOf(c), id: idOf(c, 'id') });

/** The occurrence of the address, with the revision of its task that the form was made from. */
export const occurrenceOf = (c: RequestContext, fields: Fields): OccurrencePlace => ({
  ...addressOf(c),
  occurrenceId: idOf(c, 'occurrence'),
  seenRevision: seenRevision(fields),
});

/** The year of the address, or the current one. */
export function yearOf(c: RequestContext, { clock }: TasksContext): number {
  const year = yearNumber.safeParse(c.req.query('nam'));
  return year.success ? year.data : Number(today(clock).slice(0, 4));
}

/** The page of a list that the address asks for, from 1. */
export function pageNumberOf(c: RequestContext): number {
  return Math.max(1, Number(/^\d{1,5}$/.exec(c.req.query('trang') ?? '')?.[0] ?? 1));
}
