import { type ActivityKind, KINDS_WITH_PETITIONS } from '../../../domain/activity/index.ts';
import type { Clock } from '../../../platform/clock.ts';
import {
  type Database,
  newId,
  type OrganisationId,
  type PersonActor,
  type PersonId,
  prepared,
  type Scope,
  sqlBuilder,
  type UnitId,
  withScope,
} from '../../../platform/database/index.ts';
import { notAllowed, notFound } from '../../../platform/http/index.ts';
import { mayRecordFor, unitToWorkIn } from '../../activities/index.ts';
import { recordAudit } from '../../audit/index.ts';
import { lockPetition, type PetitionContent, type PetitionEntry } from '../queries.ts';

/** What the deeds on petitions need. */
export interface PetitionsContext {
  readonly database: Database;
  readonly clock: Clock;
}

/** Which petition of which unit a deed is about. */
export interface PetitionPlace {
  readonly unitCode: string;
  readonly id: string;
}

const columnsOf = (content: PetitionContent, year: number) => ({
  year,
  activity_id: content.activityId,
  text: content.text,
  asked_by: content.askedBy,
  addressee: content.addressee,
  addressee_id: content.addresseeId,
  sent_on: content.sentOn,
  due_date: content.dueDate,
  reviewed_at: content.reviewedAt,
});

/** Writes a petition as it is, without asking or telling anybody: for the deed below and for made-up data. */
export async function insertPetition(
  scope: Scope,
  unitId: UnitId,
  content: PetitionContent & { readonly answer: string | null; readonly answeredOn: string | null },
  year: number,
  recordedBy: PersonId,
  at: Date,
): Promise<string> {
  const id = newId<string>();
  await scope.rows(
    sqlBuilder.insertInto('petition').values({
      unit_id: unitId,
      id,
      ...columnsOf(content, year),
      answer: content.answer,
      answered_on: content.answeredOn,
      recorded_by: recordedBy,
      recorded_at: at,
    }),
  );
  return id;
}

interface Ground {
  readonly year: number | null;
  readonly kind: ActivityKind | null;
  readonly heldFrom: string | null;
  readonly organisationId: OrganisationId | null;
  readonly reviewedFrom: string | null;
  readonly addressee: string | null;
}

/** The activity it comes from, the forum that went through its answer, the organisation that is asked. */
const groundOfPetition = prepared<Ground>(
  'ground_of_petition',
  `select a.year, a.kind, a.held_from as "heldFrom", a.organisation_id as "organisationId",
          r.held_from as "reviewedFrom", o.name as addressee
     from (select $1::uuid as unit_id) u
     left join activity a on a.unit_id = u.unit_id and a.id = $2
     left join activity r on r.unit_id = u.unit_id and r.id = $3 and r.kind = 'forum'
     left join organisation o on o.unit_id = u.unit_id and o.id = $4`,
);

/**
 * What a petition rests on, for who may record for the activity it comes from; the forum that goes through its answer
 * is a later one.
 * @throws RequestError 403 or 404
 */
async function groundOf(
  scope: Scope,
  actor: PersonActor,
  unitId: UnitId,
  entry: PetitionEntry,
): Promise<{ readonly year: number; readonly content: PetitionContent }> {
  const { activityId, reviewedAt, addresseeId } = entry;
  const [ground] = await scope.run(groundOfPetition, [unitId, activityId, reviewedAt, addresseeId]);
  const { year, kind, heldFrom, organisationId, reviewedFrom } = ground!;
  if (year === null || kind === null || organisationId === null || !KINDS_WITH_PETITIONS.has(kind))
    throw notFound();
  if (reviewedAt !== null && (reviewedFrom === null || reviewedFrom <= heldFrom!)) throw notFound();
  const addressee = addresseeId === null ? entry.addressee : ground!.addressee;
  if (addressee === null) throw notFound();
  if (!mayRecordFor(actor, unitId, organisationId)) throw notAllowed('petitions.may-not-record');
  return { year, content: { ...entry, addressee } };
}

/** Records what children asked for at an activity. @returns the id of the petition */
export async function recordPetition(
  context: PetitionsContext,
  actor: PersonActor,
  unitCode: string,
  entry: PetitionEntry,
): Promise<string> {
  return withScope(context.database, actor, async (scope) => {
    const unit = await unitToWorkIn(scope, actor, unitCode, 'petitions.may-not-record');
    const { year, content } = await groundOf(scope, actor, unit.id, entry);
    const at = context.clock.now();
    const unanswered = { ...content, answer: null, answeredOn: null };
    const id = await insertPetition(scope, unit.id, unanswered, year, actor.personId, at);
    recordAudit(scope, unit.id, at, {
      deed: 'recordPetition',
      object: { kind: 'petition', id },
      fields: [],
    });
    return id;
  });
}

/**
 * Corrects a petition; its answer stays. @returns false, with nothing written, when somebody else has changed it since
 * it was on the screen
 * @throws RequestError 403 or 404
 */
export async function changePetition(
  context: PetitionsContext,
  actor: PersonActor,
  { unitCode, id }: PetitionPlace,
  entry: PetitionEntry,
  seenRevision: number,
): Promise<boolean> {
  return withScope(context.database, actor, async (scope) => {
    const unit = await unitToWorkIn(scope, actor, unitCode, 'petitions.may-not-change');
    const petition = await lockPetition(scope, unit.id, id);
    if (petition === undefined) throw notFound();
    if (!mayRecordFor(actor, unit.id, petition.activityOrganisationId))
      throw notAllowed('petitions.may-not-change');
    const { year, content } = await groundOf(scope, actor, unit.id, entry);
    if (petition.revision !== seenRevision) return false;
    await scope.rows(
      sqlBuilder
        .updateTable('petition')
        .set({ ...columnsOf(content, year), revision: petition.revision + 1 })
        .where('unit_id', '=', unit.id)
        .where('id', '=', petition.id),
    );
    recordAudit(scope, unit.id, context.clock.now(), {
      deed: 'changePetition',
      object: { kind: 'petition', id: petition.id },
      fields: ['content'],
    });
    return true;
  });
}
