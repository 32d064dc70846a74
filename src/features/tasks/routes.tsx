import { Hono } from 'hono';
import type { RequestEnvironment } from '../../platform/http/index.ts';
import { arrangingRoutes } from './routes/arranging.tsx';
import type { TasksDependencies } from './routes/common.tsx';
import { listRoutes } from './routes/lists.tsx';
import { oversightRoutes } from './routes/oversight.tsx';
import { taskRoutes } from './routes/task.tsx';

/** The inbox, and the year's tasks of a unit: `/don-vi/:unit/nhiem-vu…`. */
export function tasksRoutes(dependencies: TasksDependencies): Hono<RequestEnvironment> {
  return new Hono<RequestEnvironment>()
    .route('/', listRoutes(dependencies))
    .route('/', oversightRoutes(dependencies))
    .route('/', taskRoutes(dependencies))
    .route('/', arrangingRoutes(dependencies));
}
