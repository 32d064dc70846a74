import { type DueBound, periodName } from '../../domain/calendar/index.ts';
import {
  type OccurrenceStanding,
  type OccurrenceState,
  standingOfOccurrence,
  type TaskState,
} from '../../domain/task/index.ts';
import { formatDate, type Language } from '../../domain/text/index.ts';
import type { TagKind } from '../../ui/components/Tag.tsx';
import { messages } from './messages.ts';

const tagOfStanding: Readonly<Record<OccurrenceStanding, TagKind>> = {
  returned: 'wait',
  late: 'stop',
  reported: 'info',
  due_soon: 'wait',
  later: 'plain',
  undated: 'plain',
  done: 'go',
  skipped: 'plain',
};

/** Where an occurrence stands, as a tag says it. */
export function standingTag(
  standing: OccurrenceStanding,
  language: Language,
): { kind: TagKind; word: string } {
  return { kind: tagOfStanding[standing], word: messages[language].standings[standing] };
}

/** Where a task stands: by the occurrence that presses most while it is open. */
export function taskTag(
  state: TaskState,
  standing: OccurrenceStanding | null,
  language: Language,
): { kind: TagKind; word: string } {
  const words = messages[language].states;
  if (state === 'closed') return { kind: 'plain', word: words.closed };
  if (state === 'done') return { kind: 'go', word: words.done };
  return standing === null ? { kind: 'plain', word: words.open } : standingTag(standing, language);
}

/** A due date with its bound in words: "trước ngày 10/05/2026". */
export function dueText(dueDate: string | null, bound: DueBound | null, language: Language): string {
  const words = messages[language];
  return dueDate === null ? words.noDue : words.due[bound ?? 'none'](formatDate(dueDate));
}

/** The period of an occurrence, and by when: "Quý II năm 2026, trước ngày 10/05/2026". */
export function occurrenceText(
  { period, dueDate }: { readonly period: string; readonly dueDate: string | null },
  bound: DueBound | null,
  language: Language,
): string {
  return `${periodName(period, language)}, ${dueText(dueDate, bound, language)}`;
}

/** Tag of an occurrence as stored, on a day. */
export function occurrenceTag(
  occurrence: { readonly state: OccurrenceState; readonly dueDate: string | null },
  bound: DueBound | null,
  today: string,
  language: Language,
): { kind: TagKind; word: string } {
  return standingTag(standingOfOccurrence(occurrence, bound, today), language);
}

/** A change of a due date as the history of a task keeps it, in the official language. */
export function changeOfDueText(
  { period, dueDate }: { readonly period: string; readonly dueDate: string | null },
  to: string | null,
): string {
  const shown = (date: string | null) => (date === null ? messages.vi.noDue : formatDate(date));
  return `${periodName(period, 'vi')}: ${shown(dueDate)} → ${shown(to)}`;
}
