import type { VNode } from 'preact';
import { periodName } from '../../../domain/calendar/index.ts';
import type { Language } from '../../../domain/text/index.ts';
import { Pagination } from '../../../ui/components/Pagination.tsx';
import { Table } from '../../../ui/components/Table.tsx';
import type { DayMark, DueEntry } from '../entries.ts';
import { messages } from '../messages.ts';
import { dayInWords, EntryStateTag, MarkText } from './entry-state.tsx';

const LINES_OF_A_PAGE = 100;

export interface DueListProps {
  readonly language: Language;
  readonly month: string;
  readonly entries: readonly DueEntry[];
  readonly marks: readonly DayMark[];
  /** From 1; beyond the last one shows the last. */
  readonly page: number;
  readonly hrefOf: (page: number) => string;
}

type Line = { readonly day: string; readonly mark?: DayMark; readonly entry?: DueEntry };

/** The month as a list, with all that the grid has no room for. */
export function DueList({ language, month, entries, marks, page, hrefOf }: DueListProps): VNode | null {
  const words = messages[language].calendar;
  const lines: Line[] = [
    ...marks.map((mark) => ({ day: mark.day, mark })),
    ...entries.map((entry) => ({ day: entry.day, entry })),
  ].sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
  if (lines.length === 0) return null;
  const pages = Math.ceil(lines.length / LINES_OF_A_PAGE);
  const shown = Math.min(page, pages);
  const ofThePage = lines.slice((shown - 1) * LINES_OF_A_PAGE, shown * LINES_OF_A_PAGE);
  return (
    <>
      <Table
        caption={words.caption(periodName(month, language))}
        captionHidden
        columns={[
          { heading: words.columns.day },
          { heading: words.columns.what },
          { heading: words.columns.who },
          { heading: words.columns.state },
        ]}
        rows={ofThePage.map(({ day, mark, entry }, place) => [
          <span key="day" id={ofThePage[place - 1]?.day === day ? undefined : `ngay-${day}`}>
            {dayInWords(day, language)}
          </span>,
          mark === undefined ? (
            entry && <a href={entry.href}>{entry.text}</a>
          ) : (
            <MarkText mark={mark} language={language} />
          ),
          entry?.lead,
          entry && (
            <>
              <EntryStateTag state={entry.state} language={language} />
              {entry.handInBy !== null && (
                <div class="small muted">{words.handInBy(dayInWords(entry.handInBy, language))}</div>
              )}
            </>
          ),
        ])}
      />
      <Pagination language={language} current={shown} pages={pages} hrefOf={hrefOf} />
    </>
  );
}
