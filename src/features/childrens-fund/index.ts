export { fundOfYearPath } from './paths.ts';
export { childrensFundRoutes, type FundDependencies } from './routes.tsx';
