export { lockSetUp } from './commands/lock-set-up.ts';
export { setUpUnit } from './commands/set-up-unit.ts';
export { UnitWorkPage, type WorkFrame } from './pages/UnitWorkPage.tsx';
export { findListedUnitsOfProvince, findOccupancy, type ListedUnit, type Occupancy } from './queries.ts';
export { type TerritoryDependencies, territoryRoutes } from './routes.tsx';
export { seedReference } from './seed-reference.ts';
export { assertSetUpCode, redirectUntilSetUp, type SetUpState, setUpState } from './set-up-state.ts';
export { findUnitAtWork, type UnitAtWork } from './unit-at-work.ts';
