import { createHash } from 'node:crypto';
import { Hono } from 'hono';
import { notFound, type RequestEnvironment } from '../../../platform/http/index.ts';
import type { VillageEntryDependencies } from '../dependencies.ts';
import { offlinePagePath, serviceWorkerPath, VILLAGE } from '../paths.ts';

/**
 * The service worker: the script of the build, told which files there are. Its text is another one for every build, by
 * which browsers notice.
 */
export function offlineRoutes({ assets, clientFiles }: VillageEntryDependencies): Hono<RequestEnvironment> {
  const routes = new Hono<RequestEnvironment>();
  const text = workerText();

  function workerText(): string | null {
    const href = assets.worker('offline');
    const script = href === undefined ? undefined : clientFiles.get(href)?.plain.toString('utf8');
    if (script === undefined) return null;
    const files = assets.everythingFor('village-sheet');
    const hash = createHash('sha256')
      .update([assets.version, script, ...files].join('\n'))
      .digest('hex');
    const build = { cache: `mang-non-thon-${hash.slice(0, 16)}`, page: offlinePagePath, files };
    return `const BUILD = ${JSON.stringify(build)};\n${script}`;
  }

  routes.get(serviceWorkerPath, (c) => {
    if (text === null) throw notFound();
    // It lies below the page it serves.
    c.header('service-worker-allowed', VILLAGE);
    return c.body(text, 200, { 'content-type': 'text/javascript; charset=utf-8' });
  });

  return routes;
}
