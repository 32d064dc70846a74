export * from './assessment.ts';
export { assessmentJson, PROVISIONAL } from './assessment-json.ts';
export { checkStandard } from './check-standard.ts';
export { compileStandard, type Scorer } from './compile.ts';
export { explainReason, formulaOf, sentenceOf } from './explain.ts';
export * from './figures.ts';
export { type NextStep, nextStepOf } from './next-step.ts';
export { type Points, rescore, score, scorePoints } from './score.ts';
export * from './standard.ts';
export type { StandardFault, StandardFaultCode } from './standard-fault.ts';
export {
  type FigureFault,
  type FigureFaultCode,
  faultsOfFigures,
  isWildChange,
  LARGEST_FIGURE,
  messageOfFault,
  partsOfWholes,
} from './validate-figures.ts';
export { bandText, type Language, scaleText, valueText } from './wording.ts';
