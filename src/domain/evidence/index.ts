export {
  type ArchivedContent,
  type ArchivePlan,
  type EvidenceInUse,
  type IncludedFile,
  type LeftOut,
  planArchive,
  type ReasonLeftOut,
  tooLarge,
} from './archive-plan.ts';
export {
  type CheckedIndicator,
  type CheckedTime,
  checkIndicator,
  type EvidenceState,
  type IndicatorReason,
  provenUntil,
} from './check.ts';
export type { CheckedEvidence, EvidenceReason, EvidenceToCheck } from './check-evidence.ts';
export {
  type ChildConsent,
  type ConsentLack,
  lacksOf,
  mayBePublished,
  type Publication,
  type ReasonNotToPublish,
} from './consents.ts';
export {
  compareFigure,
  type FigureComparison,
  type FigureFound,
  figuresInText,
  type WantedFigure,
} from './figures-in-text.ts';
export { type FileAtTheDoor, type LeavingCopy, leavingCopy, type ReasonToStay } from './leaving-copy.ts';
export { evidenceReasonWords, indicatorReasonWords, type ReasonWords } from './reason-words.ts';
