import { noteOfRollUp, type Standpoint } from '../../../domain/collection/index.ts';
import type { Figure } from '../../../domain/scoring/index.ts';
import type { Language } from '../../../domain/text/index.ts';
import type { PersonActor } from '../../../platform/database/index.ts';
import { inWrongState, notFound } from '../../../platform/http/index.ts';
import { type AssessmentContext, answerOfSaving, type SavingAnswer } from '../../assessment/index.ts';
import { findRolledInputs } from '../queries/roll-up.ts';
import { canBeTaken, tokenOf } from '../roll-up-figures.ts';
import { rollUpMessages } from '../roll-up-messages.ts';

/** A figure as it would be typed. */
function typedValue(figure: Figure): string {
  if (figure.state !== 'given') return '';
  if (typeof figure.value === 'number') return String(figure.value);
  return figure.value ? 'co' : 'khong';
}

/** A rolled-up figure as it was on the screen. */
export interface SeenRollUp {
  readonly input: string;
  readonly standpoint: Standpoint;
  /** As {@link tokenOf} says it. */
  readonly token: string;
  /** The revision of the figure in the cycle; 0 where there was none. */
  readonly revision: number;
}

/**
 * Takes rolled-up figures of one criterion over into the cycle, by the assessment's own saving: its owner alone may,
 * nobody once the criterion is handed in, somebody else's change meanwhile is a conflict, and all are taken or none. The
 * note says from how many places and which periods, and where the collection is not complete, that it is not.
 * @throws RequestError 403, 404 or 409; also 409 when sheets have changed a figure since it was on the screen
 */
export function takeOver(
  context: AssessmentContext,
  actor: PersonActor,
  place: { readonly unitCode: string; readonly year: number; readonly number: number },
  seen: readonly SeenRollUp[],
  language: Language,
): Promise<SavingAnswer> {
  return answerOfSaving(context, actor, place, language, async (standard, inputs, scope) => {
    const wanted = seen.map(({ input }) => input);
    if (!wanted.every((input) => inputs.includes(input))) throw notFound();
    const found = await findRolledInputs(scope, actor.unit.id, place.year, standard, wanted);
    return seen.map(({ input, standpoint, token, revision }) => {
      const rolled = found.get(input);
      if (rolled === undefined) throw notFound();
      const taken = rolled[standpoint];
      if (!canBeTaken(taken) || tokenOf(taken.figure) !== token)
        throw inWrongState('collection.sheets-changed', rollUpMessages[language].sheetsChanged);
      const { figure } = taken;
      const note = noteOfRollUp(taken, rolled.places.vi);
      return {
        input,
        typed: {
          text: typedValue(figure),
          state: figure.state,
          reason: figure.state === 'not_applicable' ? figure.reason : '',
          note,
        },
        seen: { state: 'no_data' },
        seenNote: null,
        seenRevision: revision,
        note,
        figure,
        fault: null,
      };
    });
  });
}
