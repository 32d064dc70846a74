export { type BlankPlanInput, blankPlan, STANDING_BODY } from './blank-plan.ts';
export { type DraftOrganisation, REQUESTED_KINDS } from './blank-wording.ts';
export { type FaultSeverity, faultsOfPlan, type PlanCheckContext, type PlanFault } from './check-plan.ts';
export type * from './content.ts';
export { contentOfReading } from './content-of-reading.ts';
export { type CopiedPlan, type CopyForwardOptions, type CopyNotice, copyForward } from './copy-forward.ts';
export {
  citationOfSuperior,
  offersOfSuperior,
  planFromSuperior,
  type SuperiorOffer,
  type SuperiorPlan,
} from './from-superior.ts';
export { type HeadOfDocument, headOfDocument } from './head-of-document.ts';
export { linesOfParts, readingLinesUsed, readPlan } from './read-plan.ts';
export type * from './reading.ts';
export { planReadingJson } from './reading-json.ts';
export { withoutEnd } from './trim-end.ts';
export { UNIT_KINDS, type UnitKind } from './unit-kind.ts';
export { unitKindOf } from './units.ts';
export type { UnitOutsideEra } from './units-of-era.ts';
