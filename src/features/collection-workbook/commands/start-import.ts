import { newId, type PersonActor, sqlBuilder, withScope } from '../../../platform/database/index.ts';
import { recordAudit } from '../../audit/index.ts';
import { findRound } from '../../collection/index.ts';
import { type IncomingFile, keepFile } from '../../files/index.ts';
import type { ImportContext } from '../importing/context.ts';
import { enqueueImport } from '../jobs.ts';
import { unitToImportInto } from './context.ts';

/**
 * Keeps a workbook and asks for it to be read; nothing of it is stored before it is confirmed.
 * @param round where a foreign workbook belongs to, when that is known already
 * @returns the id of the import
 */
export async function startImport(
  { database, clock, files }: ImportContext,
  actor: PersonActor,
  unitCode: string,
  file: IncomingFile,
  round: string | null,
): Promise<string> {
  return withScope(database, actor, async (scope) => {
    const unit = await unitToImportInto(scope, actor, unitCode);
    const known = round === null ? undefined : await findRound(scope, unit.id, round);
    const at = clock.now();
    const kept = await keepFile(scope, files, actor, unit.id, file, at);
    const id = newId<string>();
    await scope.rows(
      sqlBuilder.insertInto('workbook_import').values({
        unit_id: unit.id,
        id,
        file_id: kept.id,
        round_id: known?.id ?? null,
        state: 'reading',
        progressed_at: at,
        started_by: actor.personId,
        started_at: at,
        matching: null,
        summary: null,
        faults_file_id: null,
        failure: null,
        ended_at: null,
      }),
    );
    enqueueImport(scope, 'read', { unit: unit.id, id, person: actor.personId });
    recordAudit(scope, unit.id, at, {
      deed: 'startWorkbookImport',
      object: { kind: 'workbook_import', id },
      fields: ['file'],
    });
    return id;
  });
}
