export { workbookJobs } from './jobs.ts';
export { workbookLinks } from './links.ts';
export { workbookRoutes } from './routes/routes.tsx';
