import {
  newId,
  type PersonActor,
  prepared,
  sqlBuilder,
  withScope,
} from '../../../platform/database/index.ts';
import { notFound } from '../../../platform/http/index.ts';
import { recordAudit } from '../../audit/index.ts';
import { plainName, recordFile } from '../../files/index.ts';
import { type FileFault, roomForUploads, takeIn } from './bring-file.ts';
import { type EvidenceContext, unitToAddTo } from './context.ts';

/** An upload of a person that has begun. */
export interface Upload {
  readonly id: string;
  readonly name: string;
  /** Bytes, as announced. */
  readonly size: number;
  /** Whether all of it has come and was taken. */
  readonly ended: boolean;
}

/** Begins an upload. @returns its id, or that too many wait already */
export async function beginUpload(
  { database, clock }: EvidenceContext,
  actor: PersonActor,
  unitCode: string,
  { name, size }: { readonly name: string; readonly size: number },
): Promise<string | 'tooMany'> {
  return withScope(database, actor, async (scope) => {
    const unit = await unitToAddTo(scope, actor, unitCode);
    if ((await roomForUploads(scope, actor, unit)) === 0) return 'tooMany';
    const id = newId<string>();
    await scope.rows(
      sqlBuilder.insertInto('upload').values({
        unit_id: unit.id,
        id,
        name: plainName(name),
        size,
        started_by: actor.personId,
        started_at: clock.now(),
      }),
    );
    return id;
  });
}

const uploadOfPerson = prepared<Upload>(
  'upload_of_person',
  `select id, name, size, ended_at is not null as ended from upload where unit_id = $1 and started_by = $2 and id = $3`,
);

/** An upload of this person in this unit; undefined where there is none. @throws RequestError 403 for who only reads */
export async function findUpload(
  { database }: EvidenceContext,
  actor: PersonActor,
  unitCode: string,
  id: string,
): Promise<Upload | undefined> {
  return withScope(
    database,
    actor,
    async (scope) => {
      const unit = await unitToAddTo(scope, actor, unitCode);
      return (await scope.run(uploadOfPerson, [unit.id, actor.personId, id]))[0];
    },
    { readOnly: true },
  );
}

/** Forgets an upload that has not ended. */
export async function forgetUpload(
  { database }: EvidenceContext,
  actor: PersonActor,
  unitCode: string,
  id: string,
): Promise<void> {
  await withScope(database, actor, async (scope) => {
    const unit = await unitToAddTo(scope, actor, unitCode);
    await scope.rows(
      sqlBuilder
        .deleteFrom('upload')
        .where('unit_id', '=', unit.id)
        .where('started_by', '=', actor.personId)
        .where('id', '=', id)
        .where('ended_at', 'is', null),
    );
  });
}

const uploadToFinish = prepared<{ ended: boolean }>(
  'upload_to_finish',
  `select ended_at is not null as ended from upload where unit_id = $1 and started_by = $2 and id = $3 for update`,
);

/**
 * All of an upload has come: looks at it and keeps it, once, however often it is asked to. What is not taken is forgotten.
 * @returns what is wrong with it
 * @throws RequestError 404 where it was given up meanwhile
 */
export async function finishUpload(
  context: EvidenceContext,
  actor: PersonActor,
  unitCode: string,
  id: string,
  path: string,
): Promise<FileFault | null> {
  const upload = await findUpload(context, actor, unitCode, id);
  if (upload === undefined) throw notFound();
  if (upload.ended) return null;
  const taken = await takeIn(context, { path });
  if (typeof taken === 'string') {
    await forgetUpload(context, actor, unitCode, id);
    return taken;
  }
  await withScope(context.database, actor, async (scope) => {
    const unit = await unitToAddTo(scope, actor, unitCode);
    const [waiting] = await scope.run(uploadToFinish, [unit.id, actor.personId, id]);
    if (waiting === undefined) throw notFound();
    if (waiting.ended) return;
    const at = context.clock.now();
    const file = await recordFile(scope, actor, unit.id, { ...taken, name: upload.name }, at);
    await scope.rows(
      sqlBuilder
        .updateTable('upload')
        .set({ file_id: file.id, ended_at: at })
        .where('unit_id', '=', unit.id)
        .where('id', '=', id),
    );
    recordAudit(scope, unit.id, at, {
      deed: 'bringFiles',
      object: { kind: 'unit', id: unit.id },
      fields: [`upload.${id}`],
    });
  });
  return null;
}
