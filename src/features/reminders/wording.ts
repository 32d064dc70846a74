import type { DueBound } from '../../domain/calendar/index.ts';
import { daysBetween, periodName } from '../../domain/calendar/index.ts';
import { lastDay } from '../../domain/task/index.ts';
import { formatDate } from '../../domain/text/index.ts';
import type { Mail } from '../../platform/mail/index.ts';
import { dueText } from '../tasks/index.ts';
import type { ReminderStep } from './step.ts';
import { words } from './words.ts';

/** One reminder, as a letter tells it. */
export interface RemindedOf {
  readonly kind: ReminderStep['kind'];
  readonly text: string;
  readonly period: string;
  readonly dueDate: string;
  readonly bound: DueBound | null;
}

export interface Reminded {
  readonly name: string;
  readonly email: string;
  readonly unitName: string;
  readonly fictional: boolean;
}

const PARTS = ['after', 'on_day', 'before'] as const;

/**
 * One letter with all that a person is reminded of on a day, the late first. It names tasks as the plan words them, which
 * name no child.
 * @param today `YYYY-MM-DD`
 * @param inbox address of the person's list of work
 */
export function reminderMail(
  person: Reminded,
  reminders: readonly RemindedOf[],
  today: string,
  inbox: string,
): Mail {
  const late = reminders.filter(({ kind }) => kind === 'after').length;
  const parts = PARTS.flatMap((kind) => {
    const ofThisKind = reminders
      .filter((one) => one.kind === kind)
      .sort((a, b) => (a.dueDate < b.dueDate ? -1 : a.dueDate > b.dueDate ? 1 : 0));
    if (ofThisKind.length === 0) return [];
    return ['', words.headings[kind], ...ofThisKind.map((one) => `- ${lineOf(one, today)}`)];
  });
  const lines = [
    words.greeting(person.name),
    '',
    words.opening(person.unitName, formatDate(today)),
    ...parts,
    '',
    words.link(inbox),
    '',
    words.why,
    ...(person.fictional ? ['', words.sample] : []),
  ];
  return { to: person.email, subject: words.subject(reminders.length, late), text: `${lines.join('\n')}\n` };
}

function lineOf({ text, period, dueDate, bound }: RemindedOf, today: string): string {
  const left = daysBetween(today, lastDay(dueDate, bound));
  const when = left > 0 ? [words.left(left)] : left < 0 ? [words.late(-left)] : [];
  return `${text} (${[periodName(period, 'vi'), words.due(dueText(dueDate, bound, 'vi')), ...when].join('; ')})`;
}
