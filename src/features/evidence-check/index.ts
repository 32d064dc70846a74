export { FoundFigures } from './found-figures.ts';
export { checkPath } from './paths.ts';
export { type EvidenceCheckDependencies, evidenceCheckRoutes } from './routes.tsx';
export { evidenceOnPages } from './shown.ts';
