import { coverageSentence, noteOfRollUp, periodsText, type RolledUp } from '../../domain/collection/index.ts';
import type { Figure } from '../../domain/scoring/index.ts';
import type { Language } from '../../domain/text/index.ts';
import type { CollectedFigures } from '../assessment/index.ts';
import { rolledPlacesPath } from './paths.ts';
import { maySeeCollection } from './policy.ts';
import { findRolledInputs, type RolledInput } from './queries/roll-up.ts';

/** Whether a rolled-up figure is one that a cycle can take: a number, yes or no, or that it does not apply. */
export const canBeTaken = ({ figure }: RolledUp): boolean =>
  figure.state === 'given' || figure.state === 'not_applicable';

/** What is offered for an input: what the accepted sheets come to, and where none is accepted all that are in. */
export function offeredOf({ accepted, submitted }: RolledInput): RolledUp {
  return canBeTaken(accepted) ? accepted : submitted;
}

/** Whether nothing is missing any more and everything is accepted: then another figure wants a reason. */
export const isSettled = ({ accepted }: RolledInput): boolean => accepted.complete && canBeTaken(accepted);

/** Where a figure comes from: "9/12 khối phố đã nộp, 3 còn thiếu (6 tháng đầu năm 2026)". */
function sourceOf(rolled: RolledUp, places: string, language: Language): string {
  return `${coverageSentence(rolled, { places, language })} (${periodsText(rolled, language)})`;
}

/** What was collected for the inputs of a cycle, as the assessment shows it beside them; the server hands it over. */
export const collectedFigures: CollectedFigures = async (scope, cycle, standard, inputs) => {
  const { actor } = scope;
  const mayLook = actor.kind === 'person' && maySeeCollection(actor, cycle.unit.id);
  const found = await findRolledInputs(scope, cycle.unit.id, cycle.year, standard, inputs);
  return new Map(
    [...found].map(([input, rolled]) => {
      const offered = offeredOf(rolled);
      return [
        input,
        {
          figure: offered.figure,
          settled: isSettled(rolled),
          source: {
            vi: sourceOf(offered, rolled.places.vi, 'vi'),
            en: sourceOf(offered, rolled.places.en, 'en'),
          },
          note: noteOfRollUp(offered, rolled.places.vi),
          href: mayLook ? rolledPlacesPath(cycle.unit.code, cycle.year, input) : null,
        },
      ];
    }),
  );
};

/** A figure as a hidden box remembers that it was on the screen. */
export function tokenOf(figure: Figure): string {
  return figure.state === 'given' ? String(Number(figure.value)) : figure.state;
}
