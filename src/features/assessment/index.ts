export type { AssessmentContext } from './commands/context.ts';
export { insertCycle, type NewCycle } from './commands/open-cycle.ts';
export { summaryValues, writeSummary } from './commands/summarise.ts';
export { cyclePath, cyclesPath } from './paths.ts';
export { visibleCriteria } from './policy.ts';
export { type Cycle, findCycle } from './queries.ts';
export type { AssessmentDependencies } from './routes/common.tsx';
export { assessmentRoutes } from './routes.tsx';
export { type ScoredCycle, scoreCycle, yesNoInputsOf } from './scored-cycle.ts';
