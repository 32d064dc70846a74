import { Hono } from 'hono';
import type { RequestEnvironment } from '../../../platform/http/index.ts';
import type { CollectionDependencies } from './common.tsx';
import { roundRoutes } from './rounds.tsx';

/** Figures from the villages up: `/don-vi/:unit/so-lieu…`. */
export function collectionRoutes(dependencies: CollectionDependencies): Hono<RequestEnvironment> {
  return new Hono<RequestEnvironment>().route('/', roundRoutes(dependencies));
}
