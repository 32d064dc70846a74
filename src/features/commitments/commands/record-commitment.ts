import { newId, type PersonActor, sqlBuilder, withScope } from '../../../platform/database/index.ts';
import { notAllowed, notFound } from '../../../platform/http/index.ts';
import { recordAudit } from '../../audit/index.ts';
import { type IncomingFile, keepFile } from '../../files/index.ts';
import { mayRecordCommitments } from '../policy.ts';
import { findVillage } from '../queries.ts';
import type { CommitmentFields } from '../schema.ts';
import { type CommitmentPlace, type CommitmentsContext, unitOfCommitments } from './context.ts';

/** Records what a village promised for a year; recorded again, the later word counts and the file stays unless a new one comes. */
export async function recordCommitment(
  { database, clock, files }: CommitmentsContext,
  actor: PersonActor,
  { unitCode, placeId, year }: CommitmentPlace,
  { signedOn, signedBy, criteria }: CommitmentFields,
  file: IncomingFile | null,
): Promise<void> {
  await withScope(database, actor, async (scope) => {
    const unit = await unitOfCommitments(scope, actor, unitCode);
    const village = await findVillage(scope, unit.id, placeId, year);
    if (village === undefined) throw notFound();
    if (!mayRecordCommitments(actor, unit.id)) throw notAllowed('commitments.may-not-record');
    const at = clock.now();
    const kept = file === null ? null : await keepFile(scope, files, actor, unit.id, file, at);
    const recorded = {
      signed_on: signedOn,
      signed_by: signedBy,
      criteria: [...criteria],
      file_id: kept?.id ?? village.commitment?.fileId ?? null,
      recorded_by: actor.personId,
      recorded_at: at,
    };
    await scope.rows(
      sqlBuilder
        .insertInto('commitment')
        .values({ unit_id: unit.id, id: newId<string>(), year, place_id: village.id, ...recorded })
        .onConflict((conflict) => conflict.columns(['unit_id', 'year', 'place_id']).doUpdateSet(recorded)),
    );
    recordAudit(scope, unit.id, at, {
      deed: 'recordCommitment',
      object: { kind: 'place', id: village.id },
      fields: [`commitment.${year}`, ...(kept === null ? [] : ['file'])],
    });
  });
}

/** Takes back what was recorded by mistake. */
export async function removeCommitment(
  { database, clock }: CommitmentsContext,
  actor: PersonActor,
  { unitCode, placeId, year }: CommitmentPlace,
): Promise<void> {
  await withScope(database, actor, async (scope) => {
    const unit = await unitOfCommitments(scope, actor, unitCode);
    const village = await findVillage(scope, unit.id, placeId, year);
    if (village === undefined) throw notFound();
    if (!mayRecordCommitments(actor, unit.id)) throw notAllowed('commitments.may-not-record');
    await scope.rows(
      sqlBuilder
        .deleteFrom('commitment')
        .where('unit_id', '=', unit.id)
        .where('place_id', '=', village.id)
        .where('year', '=', year),
    );
    recordAudit(scope, unit.id, clock.now(), {
      deed: 'removeCommitment',
      object: { kind: 'place', id: village.id },
      fields: [`commitment.${year}`],
    });
  });
}
