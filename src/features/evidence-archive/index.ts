export { archivePagePath } from './paths.ts';
export { mayTakeOut } from './policy.ts';
export { type EvidenceArchiveDependencies, evidenceArchiveRoutes } from './routes.tsx';
