import type { Scope } from '../../../platform/database/index.ts';
import {
  newId,
  type PersonActor,
  sqlBuilder,
  type UnitId,
  withScope,
} from '../../../platform/database/index.ts';
import { inWrongState, notFound } from '../../../platform/http/index.ts';
import { enqueue } from '../../../platform/jobs/index.ts';
import { recordAudit } from '../../audit/index.ts';
import { type IncomingFile, keepFile } from '../../files/index.ts';
import { READ_EVIDENCE, SCAN_EVIDENCE } from '../job-names.ts';
import { keepingOrganisation } from '../policy.ts';
import { findWaitingFile, type WaitingFile } from '../queries/waiting.ts';
import type { EvidenceContent, EvidenceUse } from '../schema.ts';
import { type EvidenceContext, recordEvent, unitToAddTo } from './context.ts';
import { contentRow } from './rows.ts';
import { insertUses } from './use-evidence.ts';

/** Where the file of an evidence comes from: what the person uploaded before, or bytes at hand. */
export type SourceOfFile = { readonly uploadId: string } | IncomingFile;

/**
 * Adds an evidence to the library of a unit, kept by the organisation of the person, and at once used for what it was
 * brought for. Its text is read and the file scanned later, by jobs.
 * @returns its id
 * @throws RequestError 404 for an upload that is not the person's, 403 for who only reads
 */
export async function addEvidence(
  context: EvidenceContext,
  actor: PersonActor,
  unitCode: string,
  content: EvidenceContent,
  source: SourceOfFile,
  uses: readonly EvidenceUse[] = [],
): Promise<string> {
  return withScope(context.database, actor, async (scope) => {
    const unit = await unitToAddTo(scope, actor, unitCode);
    const at = context.clock.now();
    const taken = await takeFile(scope, context, actor, unit.id, source, at);
    const id = newId<string>();
    await scope.rows(
      sqlBuilder.insertInto('evidence').values({
        unit_id: unit.id,
        id,
        organisation_id: keepingOrganisation(actor, unit.id)!,
        ...contentRow(content),
        added_by: actor.personId,
        added_at: at,
        changed_at: at,
      }),
    );
    await insertFile(scope, context, actor, {
      unitId: unit.id,
      evidenceId: id,
      revision: 1,
      taken,
      note: null,
      at,
    });
    await recordEvent(scope, {
      unitId: unit.id,
      evidenceId: id,
      kind: 'added',
      personId: actor.personId,
      at,
    });
    await insertUses(scope, actor, unit.id, id, uses, at);
    recordAudit(scope, unit.id, at, {
      deed: 'addEvidence',
      object: { kind: 'evidence', id },
      fields: [
        'file',
        ...uses.map((use) => ('indicator' in use ? `use.${use.year}.${use.indicator}` : `use.${use.taskId}`)),
      ],
    });
    return id;
  });
}

export type FileTaken = Pick<WaitingFile, 'fileId' | 'sourceFileId' | 'showsChildren'>;

/** The stored file behind a source; an upload is used up by it. */
export async function takeFile(
  scope: Scope,
  { files }: EvidenceContext,
  actor: PersonActor,
  unitId: UnitId,
  source: SourceOfFile,
  at: Date,
): Promise<FileTaken> {
  if (!('uploadId' in source)) {
    if (source.bytes.byteLength === 0) throw inWrongState('evidence.empty-file', 'Tệp không có nội dung.');
    const { id: fileId } = await keepFile(scope, files, actor, unitId, source, at);
    return { fileId, sourceFileId: null, showsChildren: false };
  }
  const waiting = await findWaitingFile(scope, actor, unitId, source.uploadId, { lock: true });
  if (waiting === undefined) throw notFound();
  await scope.rows(
    sqlBuilder.deleteFrom('upload').where('unit_id', '=', unitId).where('id', '=', waiting.id),
  );
  return waiting;
}

/** A further file of an evidence, and the jobs that look at it. */
export async function insertFile(
  scope: Scope,
  { scanner }: EvidenceContext,
  actor: PersonActor,
  file: {
    readonly unitId: UnitId;
    readonly evidenceId: string;
    readonly revision: number;
    readonly taken: FileTaken;
    readonly note: string | null;
    readonly at: Date;
  },
): Promise<void> {
  const id = newId<string>();
  await scope.rows(
    sqlBuilder.insertInto('evidence_file').values({
      unit_id: file.unitId,
      id,
      evidence_id: file.evidenceId,
      revision: file.revision,
      file_id: file.taken.fileId,
      source_file_id: file.taken.sourceFileId,
      reading: 'waiting',
      scan: scanner === null ? 'not_scanned' : 'waiting',
      note: file.note,
      added_by: actor.personId,
      added_at: file.at,
    }),
  );
  // Nothing of a file is read before it was scanned.
  enqueue(scope, scanner === null ? READ_EVIDENCE : SCAN_EVIDENCE, { unit: file.unitId, file: id });
}
