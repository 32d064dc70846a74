export type { CatalogueEntry, StandardCatalogue } from './catalogue.ts';
export { loadStandards, type StandardFileFault, StandardFilesError, standardCatalogue } from './load.ts';
