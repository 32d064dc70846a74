import { Hono } from 'hono';
import type { RequestEnvironment } from '../../platform/http/index.ts';
import type { VillageEntryDependencies } from './dependencies.ts';
import { exchangeRoutes } from './routes/exchange.ts';
import { linkRoutes } from './routes/links.tsx';
import { offlineRoutes } from './routes/offline.ts';
import { villageRoutes } from './routes/village.tsx';

/** Links of villages, and what a village does at its own. */
export function villageEntryRoutes(dependencies: VillageEntryDependencies): Hono<RequestEnvironment> {
  return new Hono<RequestEnvironment>()
    .route('/', linkRoutes(dependencies))
    .route('/', villageRoutes(dependencies))
    .route('/', exchangeRoutes(dependencies))
    .route('/', offlineRoutes(dependencies));
}
