export { type DemoDependencies, loadDemo } from './load-demo.ts';
export type { DemoAccount, DemoAccounts } from './staff.ts';
