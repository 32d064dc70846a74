export type { AdministrativeUnit, Province, ProvinceType, UnitType } from './administrative-unit.ts';
export { loadAdministrativeUnits, loadProvinces, loadTerritory } from './load.ts';
export { type FindableUnit, searchUnits, unitQueryWords, unitSearchKey } from './search.ts';
export type { Territory } from './territory.ts';
