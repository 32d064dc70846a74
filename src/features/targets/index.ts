export { type SyncedTargets, syncTargetsOfPlan, type TargetOfPlan } from './commands/sync-targets.ts';
export { targetPath, targetsPath } from './paths.ts';
export { type TargetsDependencies, targetsRoutes } from './routes.tsx';
