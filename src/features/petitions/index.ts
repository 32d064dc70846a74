export { insertPetition } from './commands/record-petition.ts';
export { petitionsOfYearPath } from './paths.ts';
export type { PetitionContent } from './queries.ts';
export { type PetitionsDependencies, petitionsRoutes } from './routes.tsx';
