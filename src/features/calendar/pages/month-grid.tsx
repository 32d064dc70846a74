import type { VNode } from 'preact';
import { periodName, type Weekday, weekdayOf } from '../../../domain/calendar/index.ts';
import { formatDate, type Language } from '../../../domain/text/index.ts';
import type { CalendarDay } from '../entries.ts';
import { messages } from '../messages.ts';
import { dayInWords, EntryStateTag, MarkText, weekdayName } from './entry-state.tsx';

const WEEKDAYS: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7];
/** So many entries fit into a day; the list has the rest. */
const ENTRIES_OF_A_DAY = 4;

export interface MonthGridProps {
  readonly language: Language;
  /** `YYYY-MM`. */
  readonly month: string;
  readonly days: readonly CalendarDay[];
  readonly today: string;
  /** Where a day that holds more than fits is shown whole. */
  readonly listPath: string;
}

/** The month as a table of weeks. On a phone the days with something on them stand one below the other. */
export function MonthGrid(props: MonthGridProps): VNode {
  const { language, days } = props;
  const words = messages[language].calendar;
  return (
    <table class="month-grid">
      <caption class="visually-hidden">{words.caption(periodName(props.month, language))}</caption>
      <thead>
        <tr>
          {WEEKDAYS.map((weekday) => (
            <th key={weekday} scope="col">
              {weekdayName(weekday, language)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeksOf(days).map((week, place) => (
          <tr key={place}>
            {week.map((day, at) =>
              day === null ? <td key={at} class="blank" /> : <Day key={at} {...props} day={day} />,
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** The days in rows of seven from Monday, with blanks before the first and after the last. */
function weeksOf(days: readonly CalendarDay[]): (CalendarDay | null)[][] {
  const before = days[0] === undefined ? 0 : weekdayOf(days[0].date) - 1;
  const cells = [...Array.from({ length: before }, () => null), ...days];
  const after = (7 - (cells.length % 7)) % 7;
  const filled = [...cells, ...Array.from({ length: after }, () => null)];
  return Array.from({ length: filled.length / 7 }, (_, week) => filled.slice(week * 7, week * 7 + 7));
}

function Day({ day, today, language, listPath }: MonthGridProps & { readonly day: CalendarDay }): VNode {
  const { date, marks, entries } = day;
  const words = messages[language].calendar;
  const isOff = marks.some(({ kind }) => kind === 'off');
  const isEmpty = marks.length === 0 && entries.length === 0;
  const look = [isEmpty && 'clear', (isOff || weekdayOf(date) > 5) && 'off', date === today && 'today'];
  const rest = entries.length - ENTRIES_OF_A_DAY;
  return (
    <td class={look.filter(Boolean).join(' ') || undefined}>
      <p class="date">
        <time dateTime={date}>
          <span aria-hidden="true" class="short">
            {Number(date.slice(8))}
          </span>
          <span class="whole">{dayInWords(date, language)}</span>
        </time>
        {date === today && <span class="now"> {words.today}</span>}
      </p>
      {marks.map((mark) => (
        <p key={mark.text} class={`mark ${mark.kind}`}>
          <MarkText mark={mark} language={language} />
        </p>
      ))}
      {entries.length > 0 && (
        <ul>
          {entries.slice(0, ENTRIES_OF_A_DAY).map((entry) => (
            <li key={entry.id}>
              {entry.state !== 'open' && <EntryStateTag state={entry.state} language={language} />}
              <a href={entry.href}>{entry.text}</a>
            </li>
          ))}
          {rest > 0 && (
            <li>
              <a href={`${listPath}#ngay-${date}`}>
                {words.more(rest)}
                <span class="visually-hidden"> {formatDate(date)}</span>
              </a>
            </li>
          )}
        </ul>
      )}
    </td>
  );
}
