import { countOf, suggestedFigure } from '../../domain/activity/index.ts';
import type { Language } from '../../domain/text/index.ts';
import { today } from '../../platform/clock.ts';
import type { PersonActor } from '../../platform/database/index.ts';
import { inWrongState, notFound } from '../../platform/http/index.ts';
import { type AssessmentContext, answerOfSaving, type SavingAnswer } from '../assessment/index.ts';
import { messages } from './messages.ts';
import { findLogCounts } from './queries.ts';
import { countedFiguresOf, countInWords, figureOf } from './suggestions.ts';

/** A suggestion as it was on the screen. */
export interface SeenSuggestion {
  readonly unitCode: string;
  readonly year: number;
  readonly criterion: number;
  readonly input: string;
  readonly count: number;
  /** The revision of the figure in the cycle. */
  readonly revision: number;
}

/**
 * Takes a count of the log over into the cycle, by the assessment's own saving: its owner alone may, nobody once the
 * criterion is handed in, and somebody else's change meanwhile is a conflict. The note says what was counted.
 * @throws RequestError 403, 404 or 409; also 409 when the log has changed since it was on the screen
 */
export function acceptSuggestion(
  context: AssessmentContext,
  actor: PersonActor,
  seen: SeenSuggestion,
  language: Language,
): Promise<SavingAnswer> {
  const { unitCode, year, criterion } = seen;
  const place = { unitCode, year, number: criterion };
  return answerOfSaving(context, actor, place, language, async (standard, inputs, scope) => {
    const counted = countedFiguresOf(standard).find(({ input }) => input === seen.input);
    if (counted === undefined || !inputs.includes(seen.input)) throw notFound();
    const counts = await findLogCounts(scope, actor.unit.id, year, today(context.clock));
    const count = countOf(counted.rule, counts);
    const suggested = suggestedFigure(count, counted.yesFrom);
    if (count !== seen.count || suggested === null)
      throw inWrongState('figure-suggestions.log-changed', messages[language].logChanged);
    const note = messages.vi.note(countInWords(counted, count, 'vi'));
    return [
      {
        input: seen.input,
        typed: { text: suggested === true ? 'co' : String(suggested), state: '', reason: '', note },
        seen: { state: 'no_data' },
        seenNote: null,
        seenRevision: seen.revision,
        note,
        figure: figureOf(suggested),
        fault: null,
      },
    ];
  });
}
