export { insertContribution } from './commands/contributions.ts';
export { insertFundUse } from './commands/uses.ts';
export type { Contribution, FundUse } from './content.ts';
export { fundOfYearPath } from './paths.ts';
export { childrensFundRoutes, type FundDependencies } from './routes.tsx';
