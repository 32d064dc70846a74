import type { VNode } from 'preact';
import { today } from '../../../platform/clock.ts';
import type { PersonActor, Scope } from '../../../platform/database/index.ts';
import type { RequestContext } from '../../../platform/http/index.ts';
import type { Assets } from '../../../ui/assets.ts';
import type { Language } from '../../../ui/language.ts';
import { renderPage } from '../../../ui/page.tsx';
import { pathOf, viewerOf } from '../../people/index.ts';
import type { UnitAtWork, WorkFrame } from '../../territory/index.ts';
import {
  type CollectionContext,
  type RoundAddress,
  roundOfUnit,
  unitOfCollection,
} from '../commands/context.ts';
import type { Round } from '../queries/round.ts';

export { unitOfCollection };

export interface CollectionDependencies extends CollectionContext {
  readonly assets: Assets;
  /** What other features do with a round, to be offered on its page to who enters figures in it or only looks. */
  readonly besideRound?: (
    round: Round,
    enters: boolean,
    unitCode: string,
    language: Language,
  ) => readonly RoundLink[];
}

export interface RoundLink {
  readonly href: string;
  readonly label: string;
}

/** Patterns of the addresses; `paths.ts` makes addresses of them. */
export const ROUNDS = '/don-vi/:unit{[0-9]{5}}/so-lieu';
export const UUID = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}';
export const ROUND = `${ROUNDS}/:round{${UUID}}` as const;
export const SHEET = `${ROUND}/phieu/:sheet{${UUID}}` as const;

/** What a page of the collection gets from its request. */
export function frameOf(
  c: RequestContext,
  actor: PersonActor,
  { assets }: { readonly assets: Assets },
  ...islands: readonly string[]
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

/** The year of an address that may say one; this year where it says none. */
export function yearOf(c: RequestContext, { clock }: CollectionContext): number {
  const year = Number(/^\d{4}$/.exec(c.req.query('nam') ?? '')?.[0]);
  return year >= 2019 && year <= 2100 ? year : Number(today(clock).slice(0, 4));
}

/** The number of a page, from 1. */
export const pageNumberOf = (c: RequestContext): number =>
  Math.max(1, Number(/^\d{1,5}$/.exec(c.req.query('trang') ?? '')?.[0] ?? 1));

/** Unit and round as the address names them. */
export const roundAddressOf = (c: RequestContext): RoundAddress => ({
  unitCode: c.req.param('unit')!,
  roundId: c.req.param('round')!,
});

/** Unit and round of the address, for who sees the collection of the unit. @throws RequestError 404 for everybody else */
export const roundOfAddress = (
  scope: Scope,
  actor: PersonActor,
  c: RequestContext,
): Promise<{ unit: UnitAtWork; round: Round }> => roundOfUnit(scope, actor, roundAddressOf(c));
