import { type PersonActor, withReadScope } from '../../../platform/database/index.ts';
import { notAllowed, type RequestContext } from '../../../platform/http/index.ts';
import { findFile, type StoredFile } from '../../files/index.ts';
import type { UnitAtWork } from '../../territory/index.ts';
import { type EvidenceContext, unitOfLibrary } from '../commands/context.ts';
import { mayChange } from '../policy.ts';
import { type Evidence, findEvidence } from '../queries/evidence.ts';
import { idOf, unitCodeOf } from '../routes/common.tsx';
import { listConsents, type RecordedConsent } from './consents-query.ts';

export interface ProtectedEvidence {
  readonly unit: UnitAtWork;
  readonly evidence: Evidence;
  /** The file that counts. */
  readonly file: StoredFile | undefined;
  readonly consents: readonly RecordedConsent[];
}

/** The evidence of the address with what protects its children, for who may change it. @throws RequestError 403 or 404 */
export function protectedEvidence(
  { database }: EvidenceContext,
  c: RequestContext,
  actor: PersonActor,
): Promise<ProtectedEvidence> {
  return withReadScope(database, actor, async (scope) => {
    const unit = await unitOfLibrary(scope, actor, unitCodeOf(c));
    const evidence = await findEvidence(scope, actor, unit.id, idOf(c));
    if (!mayChange(actor, evidence)) throw notAllowed('evidence.may-not-change');
    const file = await findFile(scope, unit.id, evidence.files[0]!.fileId);
    return { unit, evidence, file, consents: await listConsents(scope, evidence) };
  });
}
