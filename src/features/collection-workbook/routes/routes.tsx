import { Hono } from 'hono';
import type { RequestEnvironment } from '../../../platform/http/index.ts';
import type { WorkbookDependencies } from './common.tsx';
import { addImportRoutes } from './imports.tsx';
import { addTemplateRoutes } from './template.tsx';

/** Figures as workbooks: out to be filled in, and in again. */
export function workbookRoutes(dependencies: WorkbookDependencies): Hono<RequestEnvironment> {
  const routes = new Hono<RequestEnvironment>();
  addTemplateRoutes(routes, dependencies);
  addImportRoutes(routes, dependencies);
  return routes;
}
