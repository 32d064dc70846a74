import {
  type PersonActor,
  prepared,
  type Scope,
  sqlBuilder,
  withScope,
} from '../../../platform/database/index.ts';
import { notAllowed } from '../../../platform/http/index.ts';
import { recordAudit } from '../../audit/index.ts';
import type { UnitAtWork } from '../../territory/index.ts';
import { unpublishUnlessAllowed } from '../children/publication.ts';
import { mayChange } from '../policy.ts';
import { type Evidence, findEvidence } from '../queries/evidence.ts';
import type { EvidenceContent } from '../schema.ts';
import { insertFile, type SourceOfFile, takeFile } from './add-evidence.ts';
import { type EvidenceContext, type EvidencePlace, recordEvent, unitOfLibrary } from './context.ts';
import { changedColumns, contentRow, markOf } from './rows.ts';

const lockEvidence = prepared(
  'lock_evidence',
  'select id from evidence where unit_id = $1 and id = $2 for update',
);

/** The evidence of an address, locked unless it is only read, for who may change it. @throws RequestError 403 for who only sees it */
export async function evidenceToChange(
  scope: Scope,
  actor: PersonActor,
  { unitCode, id }: EvidencePlace,
  { lock = true } = {},
): Promise<{ unit: UnitAtWork; evidence: Evidence }> {
  const unit = await unitOfLibrary(scope, actor, unitCode);
  if (lock) scope.send(lockEvidence, [unit.id, id]);
  const evidence = await findEvidence(scope, actor, unit.id, id);
  if (!mayChange(actor, evidence)) throw notAllowed('evidence.may-not-change');
  return { unit, evidence };
}

/** What a change of an evidence entailed. */
export interface Changed {
  /** It was published, and is so no longer: as it stands now it may not be. */
  readonly unpublished: boolean;
}

/**
 * Says anew what an evidence is. What did not change leaves no trace.
 * @param seen the mark of what was on the screen
 * @returns `overtaken`, with nothing written, where it was described otherwise meanwhile: that it shows children, above all
 */
export async function describeEvidence(
  { database, clock }: EvidenceContext,
  actor: PersonActor,
  place: EvidencePlace,
  content: EvidenceContent,
  seen: string,
): Promise<Changed | 'overtaken'> {
  return withScope(database, actor, async (scope) => {
    const { unit, evidence } = await evidenceToChange(scope, actor, place);
    const fields = changedColumns(evidence, content);
    if (fields.length === 0) return { unpublished: false };
    if (markOf(evidence) !== seen) return 'overtaken';
    const at = clock.now();
    await scope.rows(
      sqlBuilder
        .updateTable('evidence')
        .set({ ...contentRow(content), changed_at: at })
        .where('unit_id', '=', unit.id)
        .where('id', '=', evidence.id),
    );
    await recordEvent(scope, {
      unitId: unit.id,
      evidenceId: evidence.id,
      kind: 'described',
      detail: fields.join(','),
      personId: actor.personId,
      at,
    });
    const unpublished = await unpublishUnlessAllowed(scope, actor, evidence, at);
    recordAudit(scope, unit.id, at, {
      deed: 'describeEvidence',
      object: { kind: 'evidence', id: evidence.id },
      fields: [...fields, ...unpublished],
    });
    return { unpublished: unpublished.length > 0 };
  });
}

/**
 * Gives an evidence a newer file; the older ones stay and can be opened. Nobody has decided yet that this one is published.
 * @param showsChildren of the newer file; where an earlier one or the record that it comes from says so, it stays said
 */
export async function reviseEvidence(
  context: EvidenceContext,
  actor: PersonActor,
  place: EvidencePlace,
  source: SourceOfFile,
  note: string | null,
  showsChildren = false,
): Promise<Changed> {
  return withScope(context.database, actor, async (scope) => {
    const { unit, evidence } = await evidenceToChange(scope, actor, place);
    const at = context.clock.now();
    const taken = await takeFile(scope, context, actor, unit.id, source, at);
    const revision = evidence.revision + 1;
    const nowShowsChildren = evidence.showsChildren || showsChildren || taken.showsChildren;
    await scope.rows(
      sqlBuilder
        .updateTable('evidence')
        // The words of the old file no longer find it.
        .set({ revision, content_key: '', shows_children: nowShowsChildren, changed_at: at })
        .where('unit_id', '=', unit.id)
        .where('id', '=', evidence.id),
    );
    await insertFile(scope, context, actor, {
      unitId: unit.id,
      evidenceId: evidence.id,
      revision,
      taken,
      note,
      at,
    });
    await recordEvent(scope, {
      unitId: unit.id,
      evidenceId: evidence.id,
      kind: 'revised',
      detail: String(revision),
      personId: actor.personId,
      at,
    });
    const unpublished = await unpublishUnlessAllowed(scope, actor, evidence, at);
    recordAudit(scope, unit.id, at, {
      deed: 'reviseEvidence',
      object: { kind: 'evidence', id: evidence.id },
      fields: [
        `file.${revision}`,
        ...(nowShowsChildren === evidence.showsChildren ? [] : ['shows_children']),
        ...unpublished,
      ],
    });
    return { unpublished: unpublished.length > 0 };
  });
}

/** Takes an evidence out of use, or back into it. It stays in the library with all its files. */
export async function setWithdrawn(
  { database, clock }: EvidenceContext,
  actor: PersonActor,
  place: EvidencePlace,
  withdrawn: boolean,
): Promise<Changed> {
  return withScope(database, actor, async (scope) => {
    const { unit, evidence } = await evidenceToChange(scope, actor, place);
    if (evidence.withdrawn === withdrawn) return { unpublished: false };
    const at = clock.now();
    await scope.rows(
      sqlBuilder
        .updateTable('evidence')
        .set({ withdrawn_at: withdrawn ? at : null, changed_at: at })
        .where('unit_id', '=', unit.id)
        .where('id', '=', evidence.id),
    );
    await recordEvent(scope, {
      unitId: unit.id,
      evidenceId: evidence.id,
      kind: withdrawn ? 'withdrawn' : 'restored',
      personId: actor.personId,
      at,
    });
    const unpublished = await unpublishUnlessAllowed(scope, actor, evidence, at);
    recordAudit(scope, unit.id, at, {
      deed: withdrawn ? 'withdrawEvidence' : 'restoreEvidence',
      object: { kind: 'evidence', id: evidence.id },
      fields: ['withdrawn_at', ...unpublished],
    });
    return { unpublished: unpublished.length > 0 };
  });
}
