import { documentKey } from '../../../domain/legal/index.ts';
import {
  newId,
  type PersonActor,
  type Scope,
  sqlBuilder,
  withScope,
} from '../../../platform/database/index.ts';
import { notFound } from '../../../platform/http/index.ts';
import { recordAudit } from '../../audit/index.ts';
import { assertMayKeepDocuments } from '../policy.ts';
import { documentSearchKey, findOwnDocument } from '../queries.ts';
import type { DocumentFields } from '../schema.ts';
import type { LegalDocumentsContext } from './context.ts';

export type KeptDocument =
  | { readonly ok: true; readonly id: string }
  /** The unit has a document with this number, date and issuer already. */
  | { readonly ok: false; readonly fault: 'duplicate' };

/** Adds a document to those of the own unit. */
export async function addDocument(
  { database, clock }: LegalDocumentsContext,
  actor: PersonActor,
  fields: DocumentFields,
): Promise<KeptDocument> {
  assertMayKeepDocuments(actor);
  return withScope(database, actor, async (scope): Promise<KeptDocument> => {
    if (await isThere(scope, actor, fields, null)) return { ok: false, fault: 'duplicate' };
    const id = newId<string>();
    const added = await scope.first(
      sqlBuilder
        .insertInto('legal_document')
        .values({
          unit_id: actor.unit.id,
          id,
          ...columnsOf(fields),
          added_by: actor.personId,
          added_at: clock.now(),
        })
        .onConflict((conflict) => conflict.doNothing())
        .returning('id'),
    );
    // Somebody else added it in the meantime.
    if (added === undefined) return { ok: false, fault: 'duplicate' };
    recordAudit(scope, actor.unit.id, clock.now(), {
      deed: 'addLegalDocument',
      object: { kind: 'legal_document', id },
      fields: Object.keys(columnsOf(fields)),
    });
    return { ok: true, id };
  });
}

/** Corrects a document of the own unit. @throws RequestError 404 when the unit has none with this id */
export async function changeDocument(
  { database, clock }: LegalDocumentsContext,
  actor: PersonActor,
  id: string,
  fields: DocumentFields,
): Promise<KeptDocument> {
  assertMayKeepDocuments(actor);
  return withScope(database, actor, async (scope): Promise<KeptDocument> => {
    const stored = await findOwnDocument(scope, actor.unit.id, id);
    if (stored === undefined) throw notFound();
    if (await isThere(scope, actor, fields, id)) return { ok: false, fault: 'duplicate' };
    const before = columnsOf({
      ...stored,
      issuedOn: stored.issuedOn ?? '',
      inForceFrom: stored.inForce.from,
      inForceUntil: stored.inForce.until,
    });
    const after = columnsOf(fields);
    const changed = Object.keys(after).filter(
      (column) => before[column as keyof typeof before] !== after[column as keyof typeof after],
    );
    if (changed.length === 0) return { ok: true, id };
    await scope.rows(
      sqlBuilder
        .updateTable('legal_document')
        .set(after)
        .where('unit_id', '=', actor.unit.id)
        .where('id', '=', id),
    );
    recordAudit(scope, actor.unit.id, clock.now(), {
      deed: 'changeLegalDocument',
      object: { kind: 'legal_document', id },
      fields: changed,
    });
    return { ok: true, id };
  });
}

/** Removes a document of the own unit; plans that cite it stay as they are. */
export async function removeDocument(
  { database, clock }: LegalDocumentsContext,
  actor: PersonActor,
  id: string,
): Promise<void> {
  assertMayKeepDocuments(actor);
  await withScope(database, actor, async (scope) => {
    const removed = await scope.first(
      sqlBuilder
        .deleteFrom('legal_document')
        .where('unit_id', '=', actor.unit.id)
        .where('id', '=', id)
        .returning('id'),
    );
    if (removed === undefined) throw notFound();
    recordAudit(scope, actor.unit.id, clock.now(), {
      deed: 'removeLegalDocument',
      object: { kind: 'legal_document', id },
      fields: ['legal_document'],
    });
  });
}

/** Another document of the unit that differs from this one in writing only ("UBND tỉnh", "Ủy ban nhân dân tỉnh"). */
async function isThere(
  scope: Scope,
  actor: PersonActor,
  fields: DocumentFields,
  except: string | null,
): Promise<boolean> {
  const sameDay = await scope.rows(
    sqlBuilder
      .selectFrom('legal_document')
      .where('unit_id', '=', actor.unit.id)
      .where('issued_on', '=', fields.issuedOn)
      .select(['id', 'number', 'issued_on as issuedOn', 'issuer']),
  );
  const key = documentKey(fields);
  return sameDay.some((one) => one.id !== except && documentKey(one) === key);
}

function columnsOf(fields: DocumentFields) {
  return {
    document_type: fields.type,
    number: fields.number,
    issued_on: fields.issuedOn,
    issuer: fields.issuer,
    title: fields.title,
    in_force_from: fields.inForceFrom,
    in_force_until: fields.inForceUntil,
    replaced_by: fields.replacedBy,
    search_key: documentSearchKey(fields),
  };
}
