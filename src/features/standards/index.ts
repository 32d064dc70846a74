export { type CatalogueEntry, type StandardCatalogue, standardInForce } from './catalogue.ts';
export { loadStandards, type StandardFileFault, StandardFilesError, standardCatalogue } from './load.ts';
