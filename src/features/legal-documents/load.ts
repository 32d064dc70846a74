import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkLegalDocuments, type LegalDocuments } from '../../domain/legal/index.ts';
import { projectFolder } from '../../platform/project-folder.ts';

let ofTheProgram: LegalDocuments | null = null;

/**
 * The legal documents that come with the program, `standards/legal-documents.json`, read once.
 * @throws Error naming every fault of the file
 */
export function loadLegalDocuments(): LegalDocuments {
  ofTheProgram ??= load(join(projectFolder, 'standards', 'legal-documents.json'));
  return ofTheProgram;
}

function load(file: string): LegalDocuments {
  const check = checkLegalDocuments(JSON.parse(readFileSync(file, 'utf8')));
  if (check.ok) return check.documents;
  const faults = check.faults.map(({ path, message }) => `  ${path}: ${message}`);
  throw new Error(`Danh mục văn bản ${file} không dùng được:\n${faults.join('\n')}`);
}
