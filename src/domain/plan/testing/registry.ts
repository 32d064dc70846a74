import { readFileSync } from 'node:fs';
import { legalRegistry } from '../../legal/index.ts';

/** The registry of legal documents that comes with the program. */
export const programRegistry = legalRegistry(
  JSON.parse(readFileSync(new URL('../../../../standards/legal-documents.json', import.meta.url), 'utf8'))
    .documents,
);
