import type { CriterionState } from '../../domain/cycle/index.ts';
import { type Figure, inputsOfCriterion, type Standard } from '../../domain/scoring/index.ts';
import { formatDate, formatNumber, type Language } from '../../domain/text/index.ts';
import type { TagKind } from '../../ui/components/Tag.tsx';
import { messages } from './messages.ts';
import type { Cycle, CycleCriterion } from './queries.ts';

const tagOfState: Readonly<Record<CriterionState, TagKind>> = {
  not_started: 'plain',
  in_work: 'wait',
  handed_in: 'info',
  accepted: 'go',
  returned: 'wait',
};

/** The state of a criterion as a tag says it: "Đang nhập 2/4". */
export function statusOf(
  criterion: CycleCriterion,
  cycle: Cycle,
  standard: Standard,
  language: Language,
): { kind: TagKind; word: string } {
  const words = messages[language];
  const kind = tagOfState[criterion.state];
  if (criterion.state !== 'in_work') return { kind, word: words.states[criterion.state] };
  const inputs = inputsOfCriterion(standard.criteria.find(({ number }) => number === criterion.number)!);
  const have = inputs.filter((input) => {
    const state = cycle.figures[input]?.state;
    return state === 'given' || state === 'not_applicable';
  }).length;
  return { kind, word: words.entered(have, inputs.length) };
}

/** A figure as people read it. */
export function figureText(figure: Figure | undefined, language: Language): string {
  const words = messages[language];
  if (figure === undefined) return words.figureStates.no_data;
  if (figure.state !== 'given') return words.figureStates[figure.state];
  if (typeof figure.value === 'boolean') return figure.value ? words.yes : words.no;
  return formatNumber(figure.value, language);
}

/** The due date of a criterion, urgent from the day itself until it is handed in. */
export function dueText(
  criterion: CycleCriterion,
  today: string,
  language: Language,
): { text: string; urgent: boolean } {
  const words = messages[language];
  const short = formatDate(criterion.dueDate).replace(/^(\d\d)\/(\d\d)\/\d{4}$/, '$1/$2');
  const done = criterion.state === 'handed_in' || criterion.state === 'accepted';
  if (done || criterion.dueDate > today) return { text: short, urgent: false };
  return criterion.dueDate === today
    ? { text: words.today, urgent: true }
    : { text: words.overdue(short), urgent: true };
}

/** The name of a criterion in the language of the page. */
export function criterionName(standard: Standard, number: number, language: Language): string {
  const criterion = standard.criteria.find((candidate) => candidate.number === number)!;
  return language === 'vi' ? criterion.name : criterion.nameEn;
}

/** The label of an input in the language of the page. */
export function inputLabel(standard: Standard, input: string, language: Language): string {
  const definition = standard.inputs[input]!;
  return language === 'vi' ? definition.label : definition.labelEn;
}
