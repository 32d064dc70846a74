export * from './assessment.ts';
export { checkStandard, type StandardFault, type StandardFaultCode } from './check-standard.ts';
export { compileStandard, type Scorer } from './compile.ts';
export { explainReason, formulaOf, type NextStep, nextStepOf, sentenceOf } from './explain.ts';
export * from './figures.ts';
export { type AssessmentInput, type Points, rescore, score, scorePoints } from './score.ts';
export * from './standard.ts';
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
