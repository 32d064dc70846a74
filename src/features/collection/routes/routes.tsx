import { Hono } from 'hono';
import type { RequestEnvironment } from '../../../platform/http/index.ts';
import type { CollectionDependencies } from './common.tsx';
import { conflictRoutes } from './conflicts.tsx';
import { gridRoutes } from './grid.tsx';
import { roundRoutes } from './round.tsx';
import { roundsRoutes } from './rounds.tsx';
import { sheetRoutes } from './sheets.tsx';

/** Figures from the villages up: `/don-vi/:unit/so-lieu…`. */
export function collectionRoutes(dependencies: CollectionDependencies): Hono<RequestEnvironment> {
  return new Hono<RequestEnvironment>()
    .route('/', roundsRoutes(dependencies))
    .route('/', roundRoutes(dependencies))
    .route('/', sheetRoutes(dependencies))
    .route('/', gridRoutes(dependencies))
    .route('/', conflictRoutes(dependencies));
}
