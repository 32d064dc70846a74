import { mayBePublished, type Publication } from '../../../domain/evidence/index.ts';
import { today } from '../../../platform/clock.ts';
import {
  newId,
  type PersonActor,
  sqlBuilder,
  withReadScope,
  withScope,
} from '../../../platform/database/index.ts';
import { notFound } from '../../../platform/http/index.ts';
import { recordAudit } from '../../audit/index.ts';
import { type IncomingFile, recordFile } from '../../files/index.ts';
import { evidenceToChange } from '../commands/change-evidence.ts';
import type { EvidenceContext, EvidencePlace, SeenEvidence } from '../commands/context.ts';
import { takeInPaper } from './consent-paper.ts';
import { fileAtTheDoor, listConsents } from './consents-query.ts';
import { setPublished, unpublishUnlessAllowed } from './publication.ts';
import type { NewConsent, PaperFault } from './schema.ts';

/**
 * Records who agreed for one child of the file that counts, by its mark; recorded again the later word counts, and the signed paper stays until
 * another one comes.
 * @returns what is wrong with the paper, or that a newer file has come, and then records nothing
 */
export async function recordConsent(
  context: EvidenceContext,
  actor: PersonActor,
  place: SeenEvidence,
  { mark, sevenOrOlder, guardianAgreedOn, childAgreedOn }: NewConsent,
  paper?: IncomingFile,
): Promise<PaperFault | 'fileReplaced' | null> {
  if (paper !== undefined)
    await withReadScope(context.database, actor, (scope) =>
      evidenceToChange(scope, actor, place, { lock: false }),
    );
  // A picture takes seconds, and waits for others: nobody's connection to the database waits with it.
  const taken = paper === undefined ? null : await takeInPaper(context, paper.bytes);
  if (typeof taken === 'string') return taken;
  return withScope(context.database, actor, async (scope) => {
    const { unit, evidence } = await evidenceToChange(scope, actor, place);
    if (evidence.revision !== place.seenRevision) return 'fileReplaced';
    const at = context.clock.now();
    const kept =
      taken === null ? null : await recordFile(scope, actor, unit.id, { ...taken, name: paper!.name }, at);
    const recorded = {
      seven_or_older: sevenOrOlder,
      guardian_agreed_on: guardianAgreedOn,
      child_agreed_on: childAgreedOn,
      withdrawn_on: null,
      recorded_by: actor.personId,
      recorded_at: at,
      ...(kept === null ? {} : { paper_file_id: kept.id }),
    };
    const row = {
      unit_id: unit.id,
      id: newId<string>(),
      evidence_id: evidence.id,
      revision: evidence.revision,
      child_mark: mark,
    };
    await scope.rows(
      sqlBuilder
        .insertInto('evidence_consent')
        .values({ ...row, paper_file_id: null, ...recorded })
        .onConflict((conflict) =>
          conflict.columns(['unit_id', 'evidence_id', 'revision', 'child_mark']).doUpdateSet(recorded),
        ),
    );
    const unpublished = await unpublishUnlessAllowed(scope, actor, evidence, at);
    recordAudit(scope, unit.id, at, {
      deed: 'recordConsent',
      object: { kind: 'evidence', id: evidence.id },
      fields: ['consent', ...(kept === null ? [] : ['consent.paper_file_id']), ...unpublished],
    });
    return null;
  });
}

/** A consent can be withdrawn at any time; what was published is so no longer. */
export async function withdrawConsent(
  { database, clock }: EvidenceContext,
  actor: PersonActor,
  place: EvidencePlace,
  consentId: string,
): Promise<void> {
  await withScope(database, actor, async (scope) => {
    const { unit, evidence } = await evidenceToChange(scope, actor, place);
    const withdrawn = await scope.first(
      sqlBuilder
        .updateTable('evidence_consent')
        .set({ withdrawn_on: today(clock) })
        .where('unit_id', '=', unit.id)
        .where('evidence_id', '=', evidence.id)
        .where('id', '=', consentId)
        .returning('id'),
    );
    if (withdrawn === undefined) throw notFound();
    const at = clock.now();
    const unpublished = await unpublishUnlessAllowed(scope, actor, evidence, at);
    recordAudit(scope, unit.id, at, {
      deed: 'withdrawConsent',
      object: { kind: 'evidence', id: evidence.id },
      fields: ['consent.withdrawn_on', ...unpublished],
    });
  });
}

/**
 * Publishes, where everything that the rule asks for is there; otherwise gives what is missing, or that a newer file has
 * come, and writes nothing.
 */
export async function publishEvidence(
  { database, clock }: EvidenceContext,
  actor: PersonActor,
  place: SeenEvidence,
): Promise<Publication | 'fileReplaced'> {
  return withScope(database, actor, async (scope) => {
    const { unit, evidence } = await evidenceToChange(scope, actor, place);
    if (evidence.revision !== place.seenRevision) return 'fileReplaced';
    const publication = mayBePublished(fileAtTheDoor(evidence), await listConsents(scope, evidence));
    if (!publication.ok || evidence.publishedAt !== null) return publication;
    await setPublished(scope, actor, evidence, clock.now(), true);
    recordAudit(scope, unit.id, clock.now(), {
      deed: 'publishEvidence',
      object: { kind: 'evidence', id: evidence.id },
      fields: ['published_at'],
    });
    return publication;
  });
}

/** Takes back that an evidence was published. */
export async function unpublishEvidence(
  { database, clock }: EvidenceContext,
  actor: PersonActor,
  place: EvidencePlace,
): Promise<void> {
  await withScope(database, actor, async (scope) => {
    const { unit, evidence } = await evidenceToChange(scope, actor, place);
    if (evidence.publishedAt === null) return;
    await setPublished(scope, actor, evidence, clock.now(), false);
    recordAudit(scope, unit.id, clock.now(), {
      deed: 'unpublishEvidence',
      object: { kind: 'evidence', id: evidence.id },
      fields: ['published_at'],
    });
  });
}
