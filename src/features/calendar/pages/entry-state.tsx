import type { VNode } from 'preact';
import { type Weekday, weekdayOf } from '../../../domain/calendar/index.ts';
import { formatDate, type Language } from '../../../domain/text/index.ts';
import { Tag, type TagKind } from '../../../ui/components/Tag.tsx';
import type { DayMark, EntryState } from '../entries.ts';
import { messages } from '../messages.ts';

const kinds: Readonly<Record<EntryState, TagKind>> = {
  late: 'stop',
  returned: 'wait',
  reported: 'info',
  done: 'go',
  open: 'plain',
};

/** Where something due stands, in word, icon and colour. */
export function EntryStateTag({ state, language }: { state: EntryState; language: Language }): VNode {
  return <Tag kind={kinds[state]}>{messages[language].states[state]}</Tag>;
}

/** What a day is, with the word that it is not certain yet. */
export function MarkText({ mark, language }: { mark: DayMark; language: Language }): VNode {
  return (
    <>
      {mark.text}
      {mark.provisional && ` (${messages[language].calendar.provisional})`}
    </>
  );
}

export const weekdayName = (weekday: Weekday, language: Language): string =>
  messages[language].calendar.weekdays[weekday - 1]!;

/** "thứ Sáu 08/05/2026", for the middle of a sentence. */
export function dayInWords(date: string, language: Language): string {
  return messages[language].calendar.weekdayAndDate(weekdayName(weekdayOf(date), language), formatDate(date));
}
