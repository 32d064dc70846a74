import { Hono } from 'hono';
import type { RequestEnvironment } from '../../platform/http/index.ts';
import { activityRoutes } from './routes/activity.tsx';
import { attachmentRoutes } from './routes/attachments.tsx';
import type { ActivitiesDependencies } from './routes/common.tsx';
import { logRoutes } from './routes/log.tsx';

/** The log of the year: `/don-vi/:unit/hoat-dong…`. */
export function activitiesRoutes(dependencies: ActivitiesDependencies): Hono<RequestEnvironment> {
  return new Hono<RequestEnvironment>()
    .route('/', logRoutes(dependencies))
    .route('/', activityRoutes(dependencies))
    .route('/', attachmentRoutes(dependencies));
}
