export { type OverviewDependencies, overviewRoutes } from './routes.tsx';
