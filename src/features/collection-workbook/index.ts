export { workbookJobs } from './jobs.ts';
export { importsPath, templateOfRoundPath } from './paths.ts';
export type { WorkbookDependencies } from './routes/common.tsx';
export { workbookRoutes } from './routes/routes.tsx';
