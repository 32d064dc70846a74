export { commitmentsPath } from './paths.ts';
export { type CommitmentsDependencies, commitmentsRoutes } from './routes.tsx';
