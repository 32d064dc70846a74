export { actorOfPerson } from './actor-of-person.ts';
export { createOrganisationsOf, type UnitOfOrganisations } from './commands/create-organisations.ts';
export {
  type AddedPerson,
  addPerson,
  type CreatedPerson,
  createPerson,
  type FirstCredentials,
  type NewPerson,
  type RefusedPerson,
} from './commands/create-person.ts';
export { countFailure, lockedUntil } from './commands/sign-in-guard.ts';
export type { PeopleDependencies, PeopleServices } from './dependencies.ts';
export { deviceOf } from './device.ts';
export { newOneTimePassword } from './one-time-password.ts';
export { organisationCatalogue } from './organisation-catalogue.ts';
export { listOrganisations, type Organisation } from './queries.ts';
export { peopleRoutes } from './routes.tsx';
export { pathOf, requirePerson, sessionMiddleware } from './session-middleware.ts';
export { isAppraiserOf, worksIn } from './unit-standing.ts';
export { bannerFor, bannerOf, viewerOf } from './viewer.ts';
