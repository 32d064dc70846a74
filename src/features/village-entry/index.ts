export type { VillageEntryDependencies } from './dependencies.ts';
export { isOfVillage, linksPath, VILLAGE } from './paths.ts';
export { villageEntryRoutes } from './routes.ts';
