export {
  type Era,
  type OrganisationCatalogue,
  type OrganisationKind,
  type OrganisationLevel,
  type OrganisationNaming,
  type OrganisationUnitType,
  organisationKindsInForce,
  organisationName,
  organisationNaming,
  roleOfOrganisation,
} from './catalogue.ts';
export {
  type CatalogueCheck,
  type CatalogueFault,
  type CatalogueFaultCode,
  checkOrganisationCatalogue,
} from './check-catalogue.ts';
export {
  COLLECTION_ROLES,
  isRole,
  OFFICER_ROLES,
  ROLE_NAMES,
  ROLES,
  type Role,
  type RoleName,
} from './roles.ts';
