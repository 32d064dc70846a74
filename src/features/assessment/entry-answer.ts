import {
  type Assessment,
  type Figure,
  messageOfFault,
  PROVISIONAL,
  type Standard,
  sentenceOf,
} from '../../domain/scoring/index.ts';
import {
  formatInstant,
  formatNumber,
  type Language,
  type WholeNumberFault,
} from '../../domain/text/index.ts';
import { type PersonActor, type Scope, withReadScope } from '../../platform/database/index.ts';
import type { FieldError } from '../../ui/components/ErrorSummary.tsx';
import type { AssessmentContext, CriterionPlace } from './commands/context.ts';
import { type EntryFault, saveFigures } from './commands/save-figures.ts';
import { messages } from './messages.ts';
import type { BoxValue, ShownConflict } from './pages/figures-form.tsx';
import { findCriterionBackground } from './queries.ts';
import type { ReadFigure } from './schema.ts';
import { criterionScore, type ScoredCycle } from './scored-cycle.ts';
import { figureText, inputLabel } from './wording.ts';

/** What saving answers, to a page and to a program. */
export interface SavingAnswer {
  readonly status: 200 | 409 | 422;
  readonly answer: {
    readonly typed?: ReadonlyMap<string, BoxValue>;
    readonly errors?: readonly FieldError[];
    readonly conflicts?: readonly ShownConflict[];
    readonly done?: string;
  };
  readonly json: Record<string, unknown>;
  /** The cycle after saving, where it was saved: the page needs no second look. */
  readonly scored?: ScoredCycle;
}

const messageOfTyping = (fault: WholeNumberFault, label: string, language: Language): string => {
  const words = messages[language].faults;
  switch (fault) {
    case 'empty':
      return words.empty(label);
    case 'fraction':
      return words.fraction(label);
    case 'formula':
      return words.formula(label);
    case 'negative':
      return language === 'vi' ? `“${label}” không được là số âm.` : `“${label}” must not be negative.`;
    case 'too_large':
    case 'not_a_number':
      return words.notANumber(label);
  }
};

/** Faults as the summary and the fields say them. */
export const errorsOfEntry = {
  /** What could not be read, or may not be stored. */
  faults(faults: readonly EntryFault[], standard: Standard, language: Language): FieldError[] {
    const words = messages[language].faults;
    return faults.map((fault) => {
      const label = inputLabel(standard, fault.input, language);
      switch (fault.code) {
        case 'unreadable':
          return { field: fault.input, message: messageOfTyping(fault.fault, label, language) };
        case 'note_missing':
          return {
            field: `${fault.input}.ghi_chu`,
            message: words.noteMissing(label, formatNumber(fault.lastYear, language)),
          };
        case 'overrules_collected':
          return {
            field: `${fault.input}.ghi_chu`,
            message: words.overrulesCollected(label, figureText(fault.collected, language)),
          };
        case 'locked_by_criterion':
          return { field: fault.input, message: words.locked(label, fault.criterion) };
        case 'reason_missing':
          return { field: `${fault.input}.ly_do`, message: messageOfFault(fault, standard, language) };
        default:
          return { field: fault.input, message: messageOfFault(fault, standard, language) };
      }
    });
  },
  /** What is still missing when a criterion is handed in. */
  missing(inputs: readonly string[], standard: Standard, language: Language): FieldError[] {
    const words = messages[language].page;
    return inputs.map((input) => ({
      field: input,
      message: words.missingForHandIn(inputLabel(standard, input, language)),
    }));
  },
};

/** What was typed, by input, for the form to show it again. */
export const boxes = (figures: readonly ReadFigure[]): ReadonlyMap<string, BoxValue> =>
  new Map(figures.map(({ input, typed }) => [input, typed]));

const refusal = (figures: readonly ReadFigure[], errors: FieldError[]): SavingAnswer => ({
  status: 422,
  answer: { typed: boxes(figures), errors },
  json: { outcome: 'refused', errors },
});

/** The score of one criterion as a program reads it. */
function scoreJson(assessment: Assessment, standard: Standard, number: number) {
  const score = criterionScore(assessment, number);
  return {
    criterion: number,
    points: score.points,
    maximum: score.maximum,
    disqualifyingZero: score.disqualifyingZero,
    indicators: score.indicators.map((indicator) => ({
      code: indicator.code,
      points: indicator.points,
      maximum: indicator.maximum,
      text: sentenceOf(indicator.trace, standard, indicator.points, 'vi'),
    })),
    total: assessment.total,
    least: assessment.least,
    most: assessment.most,
    verdict: assessment.verdict,
    provisional: assessment.provisional.length > 0,
    ...(assessment.provisional.length > 0 ? { note: PROVISIONAL.vi } : {}),
  };
}

/** Reads, checks and saves the figures of a criterion, and says in the language of the page how it went. */
export async function answerOfSaving(
  context: AssessmentContext,
  actor: PersonActor,
  place: CriterionPlace,
  language: Language,
  read: (standard: Standard, inputs: readonly string[], scope: Scope) => ReadFigure[] | Promise<ReadFigure[]>,
): Promise<SavingAnswer> {
  const words = messages[language].page;
  let figures: readonly ReadFigure[] = [];
  const result = await saveFigures(context, actor, place, async (standard, inputs, scope) => {
    figures = await read(standard, inputs, scope);
    return figures.map(({ input, figure, fault, note, seen, seenNote, seenRevision }) =>
      figure === null
        ? { input, figure, fault: fault! }
        : { input, figure, note, seen, seenNote, seenRevision },
    );
  });
  switch (result.outcome) {
    case 'refused':
      return refusal(figures, errorsOfEntry.faults(result.faults, result.standard, language));
    case 'conflict': {
      const { lastChanges } = await withReadScope(context.database, actor, (scope) =>
        findCriterionBackground(
          scope,
          result.cycle,
          place.number,
          result.conflicts.map(({ input }) => input),
        ),
      );
      const text = (figure: Figure) => figureText(figure, language);
      const conflicts = result.conflicts.map(({ input, entered, stored }) => ({
        input,
        yours: text(entered),
        stored: text(stored),
        storedBy: lastChanges.get(input)?.personName ?? '',
        storedAt: formatInstant(lastChanges.get(input)?.changedAt ?? context.clock.now()),
      }));
      return {
        status: 409,
        answer: { typed: boxes(figures), conflicts },
        json: { outcome: 'conflict', conflicts },
      };
    }
    case 'saved': {
      const { scored, changed } = result;
      const { assessment, standard } = scored;
      const score = criterionScore(assessment, place.number);
      const points = (value: number) => formatNumber(value, language);
      const done =
        changed.length === 0
          ? words.savedNothing
          : `${words.saved}. ${
              score.points === null
                ? words.savedNoScore
                : words.savedScore(points(score.points), points(score.maximum))
            }`;
      return {
        status: 200,
        answer: { done },
        json: { outcome: 'saved', changed, score: scoreJson(assessment, standard, place.number) },
        scored,
      };
    }
  }
}
