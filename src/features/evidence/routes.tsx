import { Hono } from 'hono';
import type { RequestEnvironment } from '../../platform/http/index.ts';
import { childrenRoutes } from './children/routes.tsx';
import { bringRoutes } from './routes/bring.tsx';
import type { EvidenceDependencies } from './routes/common.tsx';
import { evidenceRoutes as oneEvidenceRoutes } from './routes/evidence.tsx';
import { fileRoutes } from './routes/files.tsx';
import { listRoutes } from './routes/list.tsx';
import { takeOverRoutes } from './routes/take-over.tsx';
import { uploadRoutes } from './routes/uploads.ts';

/** The library of a unit: files, what they are and what they prove. */
export function evidenceRoutes(dependencies: EvidenceDependencies): Hono<RequestEnvironment> {
  const routes = new Hono<RequestEnvironment>();
  routes.route('/', listRoutes(dependencies));
  routes.route('/', bringRoutes(dependencies));
  routes.route('/', oneEvidenceRoutes(dependencies));
  routes.route('/', fileRoutes(dependencies));
  routes.route('/', uploadRoutes(dependencies));
  routes.route('/', takeOverRoutes(dependencies));
  routes.route('/', childrenRoutes(dependencies));
  return routes;
}
