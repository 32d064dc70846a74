import { z } from 'zod';
import type { PersonId, Scope, UnitId } from '../../platform/database/index.ts';
import type { FileStore } from '../../platform/file-store/index.ts';
import { enqueue, type JobContext, type JobHandlers } from '../../platform/jobs/index.ts';
import type { StandardCatalogue } from '../standards/index.ts';
import { type ImportPlace, readImport } from './importing/read-import.ts';
import { storeImport } from './importing/store-import.ts';

const READ = 'read_workbook';
const STORE = 'store_workbook';
const uuid = z.string().regex(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
const payloadSchema = z.object({ unit: uuid, id: uuid, person: uuid });

/** Asks for a job of an import, in the transaction of the deed; one that waits already is not asked for twice. */
export function enqueueImport(scope: Scope, job: 'read' | 'store', place: ImportPlace): void {
  enqueue(scope, job === 'read' ? READ : STORE, { ...place }, { key: `${job} ${place.id}` });
}

/** What reads and stores workbooks in the background. */
export function workbookJobs({
  standards,
  files,
}: {
  readonly standards: StandardCatalogue;
  readonly files: FileStore;
}): JobHandlers {
  const place = (payload: unknown): ImportPlace => {
    const { unit, id, person } = payloadSchema.parse(payload);
    return { unit: unit as UnitId, id, person: person as PersonId };
  };
  const contextOf = ({ database, clock }: JobContext) => ({ database, clock, standards, files });
  return {
    [READ]: (payload, context) => readImport(contextOf(context), place(payload)),
    [STORE]: (payload, context) => storeImport(contextOf(context), place(payload)),
  };
}
