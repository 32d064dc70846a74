export { loadLegalDocuments } from './load.ts';
export { documentsPath, newDocumentPath } from './paths.ts';
export { documentSearchKey, registryOf } from './queries.ts';
export { type LegalDocumentsDependencies, legalDocumentsRoutes } from './routes.tsx';
