import { type PersonActor, sqlBuilder, withScope } from '../../../platform/database/index.ts';
import { notAllowed, notFound } from '../../../platform/http/index.ts';
import { mayRemove, unitToWorkIn } from '../../activities/index.ts';
import { recordAudit } from '../../audit/index.ts';
import { mayAnswer } from '../policy.ts';
import { lockPetition } from '../queries.ts';
import type { Answer } from '../schema.ts';
import type { PetitionPlace, PetitionsContext } from './record-petition.ts';

/**
 * Records the answer to a petition, or corrects it. @returns false, with nothing written, when somebody else has changed
 * the petition since it was on the screen
 * @throws RequestError 403 or 404
 */
export async function answerPetition(
  context: PetitionsContext,
  actor: PersonActor,
  { unitCode, id }: PetitionPlace,
  answer: Answer,
  seenRevision: number,
): Promise<boolean> {
  return withScope(context.database, actor, async (scope) => {
    const unit = await unitToWorkIn(scope, actor, unitCode, 'petitions.may-not-answer');
    const petition = await lockPetition(scope, unit.id, id);
    if (petition === undefined) throw notFound();
    if (!mayAnswer(actor, unit.id, petition)) throw notAllowed('petitions.may-not-answer');
    if (petition.revision !== seenRevision) return false;
    await scope.rows(
      sqlBuilder
        .updateTable('petition')
        .set({ answer: answer.text, answered_on: answer.answeredOn, revision: petition.revision + 1 })
        .where('unit_id', '=', unit.id)
        .where('id', '=', petition.id),
    );
    recordAudit(scope, unit.id, context.clock.now(), {
      deed: 'answerPetition',
      object: { kind: 'petition', id: petition.id },
      fields: ['answer'],
    });
    return true;
  });
}

/** Takes a petition out, for who recorded it and the planning officer. @throws RequestError 403 or 404 */
export async function removePetition(
  context: PetitionsContext,
  actor: PersonActor,
  { unitCode, id }: PetitionPlace,
): Promise<{ year: number }> {
  return withScope(context.database, actor, async (scope) => {
    const unit = await unitToWorkIn(scope, actor, unitCode, 'petitions.may-not-remove');
    const petition = await lockPetition(scope, unit.id, id);
    if (petition === undefined) throw notFound();
    if (!mayRemove(actor, unit.id, petition)) throw notAllowed('petitions.may-not-remove');
    await scope.rows(
      sqlBuilder.deleteFrom('petition').where('unit_id', '=', unit.id).where('id', '=', petition.id),
    );
    recordAudit(scope, unit.id, context.clock.now(), {
      deed: 'removePetition',
      object: { kind: 'petition', id: petition.id },
      fields: [],
    });
    return { year: petition.year };
  });
}
