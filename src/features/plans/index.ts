export type { PlansContext } from './commands/context.ts';
export { putPlanToWork } from './commands/put-to-work.ts';
export { insertPlan, type NewPlan } from './commands/write-plan.ts';
export type { PlansDependencies } from './dependencies.ts';
export { planPath, plansPath } from './paths.ts';
export { plansRoutes } from './routes.tsx';
