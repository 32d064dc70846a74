export type { VillageEntryDependencies } from './dependencies.ts';
export { linksPath } from './paths.ts';
export { villageEntryRoutes } from './routes.ts';
