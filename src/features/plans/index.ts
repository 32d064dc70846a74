export type { PlansDependencies } from './dependencies.ts';
export { draftInput } from './first-draft.ts';
export { originsOf } from './origins.ts';
export { printedPlan } from './printed-plan.ts';
export { plansRoutes } from './routes.tsx';
export { NO_CHOICES, workOf } from './work.ts';
