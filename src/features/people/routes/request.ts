import type { RequestContext } from '../../../platform/http/index.ts';
import type { Assets } from '../../../ui/assets.ts';
import type { Frame } from '../pages/frame.tsx';
import { pathOf } from '../session-middleware.ts';
import { bannerOf, viewerOf } from '../viewer.ts';

/** What a page of this feature needs of its request; none of them is kept by a browser. */
export function frameOf(c: RequestContext, assets: Assets, currentPath = pathOf(c)): Frame {
  const { actor, language } = c.var;
  const viewer = actor && viewerOf(actor, language, currentPath);
  c.header('Cache-Control', 'no-store');
  return {
    language,
    assets: assets.forPage(),
    viewer: viewer && actor?.mustChangePassword ? { ...viewer, navigation: [] } : viewer,
    banner: bannerOf(actor, language),
    currentPath,
  };
}

/** Whole minutes that are left, at least one. */
export function minutesUntil(until: Date, now: Date): number {
  return Math.max(1, Math.ceil((until.getTime() - now.getTime()) / 60_000));
}
