import { Hono } from 'hono';
import type { RequestEnvironment } from '../../platform/http/index.ts';
import { assignmentRoutes } from './routes/assignment.tsx';
import type { AssessmentDependencies } from './routes/common.tsx';
import { criterionRoutes } from './routes/criterion.tsx';
import { cycleRoutes } from './routes/cycles.tsx';
import { reportRoutes } from './routes/report.tsx';

/** The pages and deeds of the self-assessment: `/don-vi/:unit/tu-danh-gia…`. */
export function assessmentRoutes(dependencies: AssessmentDependencies): Hono<RequestEnvironment> {
  return new Hono<RequestEnvironment>()
    .route('/', cycleRoutes(dependencies))
    .route('/', criterionRoutes(dependencies))
    .route('/', assignmentRoutes(dependencies))
    .route('/', reportRoutes(dependencies));
}
