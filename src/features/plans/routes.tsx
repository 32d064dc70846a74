import { Hono } from 'hono';
import type { RequestEnvironment } from '../../platform/http/index.ts';
import type { PlansDependencies } from './dependencies.ts';
import { editingRoutes } from './routes/editing.tsx';
import { listRoutes } from './routes/list.tsx';
import { paperRoutes } from './routes/paper.tsx';
import { planRoutes } from './routes/plan.tsx';
import { readingRoutes } from './routes/reading.tsx';
import { writeRoutes } from './routes/write.tsx';

/** The pages and deeds of the plans: `/don-vi/:unit/ke-hoach…`. */
export function plansRoutes(dependencies: PlansDependencies): Hono<RequestEnvironment> {
  return new Hono<RequestEnvironment>()
    .route('/', listRoutes(dependencies))
    .route('/', readingRoutes(dependencies))
    .route('/', writeRoutes(dependencies))
    .route('/', editingRoutes(dependencies))
    .route('/', paperRoutes(dependencies))
    .route('/', planRoutes(dependencies));
}
