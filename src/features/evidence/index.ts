export { addEvidence, type SourceOfFile } from './commands/add-evidence.ts';
export {
  type EvidenceContext,
  type EvidencePlace,
  unitOfLibrary,
} from './commands/context.ts';
export { useEvidence } from './commands/use-evidence.ts';
export { type EvidenceJobsSettings, evidenceJobs } from './jobs.ts';
export {
  bringPath,
  choosePath,
  evidenceCheckPath,
  evidencePath,
  filePath as evidenceFilePath,
  libraryPath,
  type Purpose,
} from './paths.ts';
export { copyFor, mayAdd, mayChange, maySeeEvidence, maySeeLibrary, seesRestricted } from './policy.ts';
export { type Evidence, type EvidenceFile, findEvidence } from './queries/evidence.ts';
export { type EvidenceOfYear, evidenceOfYear, recordOfYear } from './queries/of-year.ts';
export type { EvidenceDependencies } from './routes/common.tsx';
export { evidenceRoutes } from './routes.tsx';
export type { EvidenceContent, EvidenceUse } from './schema.ts';
export { wordsKey } from './search-words.ts';
export type { UploadSettings } from './upload-folder.ts';
export { documentText, numberText } from './wording.ts';
