export { type DemoDependencies, loadDemo } from './load-demo.ts';
export { type DemoRouteDependencies, demoRoutes } from './routes.tsx';
export { sampleNote } from './sign-in-note.tsx';
export type { DemoAccount, DemoAccounts } from './staff.ts';
