import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkOrganisationCatalogue, type OrganisationCatalogue } from '../../domain/organisation/index.ts';
import { projectFolder } from '../../platform/project-folder.ts';

let ofTheProgram: OrganisationCatalogue | null = null;

/**
 * The kinds of organisation that come with the program, `standards/organisations.json`, read once.
 * @throws Error naming every fault of the file
 */
export function organisationCatalogue(): OrganisationCatalogue {
  ofTheProgram ??= load(join(projectFolder, 'standards', 'organisations.json'));
  return ofTheProgram;
}

function load(file: string): OrganisationCatalogue {
  const check = checkOrganisationCatalogue(JSON.parse(readFileSync(file, 'utf8')));
  if (check.ok) return check.catalogue;
  const faults = check.faults.map(({ path, message }) => `  ${path}: ${message}`);
  throw new Error(`Danh mục tổ chức ${file} không dùng được:\n${faults.join('\n')}`);
}
