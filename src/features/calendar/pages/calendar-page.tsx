import type { VNode } from 'preact';
import { addDays, firstDayOf, lastDayOf, periodName, periodOf } from '../../../domain/calendar/index.ts';
import { Button } from '../../../ui/components/Button.tsx';
import { ButtonRow } from '../../../ui/components/ButtonRow.tsx';
import { Card } from '../../../ui/components/Card.tsx';
import { Note } from '../../../ui/components/Note.tsx';
import { type UnitAtWork, UnitWorkPage, type WorkFrame } from '../../territory/index.ts';
import { calendarDays, type DayMark, type DueEntry } from '../entries.ts';
import { messages } from '../messages.ts';
import { type CalendarAddress, calendarPath, daysOffPath, ownFeedPath } from '../paths.ts';
import { DueList } from './due-list.tsx';
import { MonthGrid } from './month-grid.tsx';

export interface CalendarPageProps {
  readonly frame: WorkFrame;
  readonly unit: UnitAtWork;
  readonly address: Required<CalendarAddress>;
  /** `YYYY-MM-DD`. */
  readonly today: string;
  readonly entries: readonly DueEntry[];
  readonly marks: readonly DayMark[];
  /** Whether the person works here, and so has work of their own. */
  readonly isOwnUnit: boolean;
}

/** A month of a unit: what is due when, days off, feasts. */
export function CalendarPage(props: CalendarPageProps): VNode {
  const { frame, unit, address, entries, marks } = props;
  const { language } = frame;
  const words = messages[language].calendar;
  const month = periodName(address.thang, language);
  const [from, to] = [firstDayOf(address.thang), lastDayOf(address.thang)];
  return (
    <UnitWorkPage frame={frame} unit={unit} title={words.title(month)} crumbs={[{ label: words.crumb }]}>
      <Card>
        <h1>{words.title(month)}</h1>
        <p class="no-print">{words.intro}</p>
        <Ways {...props} />
        {entries.length === 0 && (
          <Note title={words.empty}>
            <p>{words.emptyHint}</p>
          </Note>
        )}
        {address.xem === 'thang' ? (
          <MonthGrid
            language={language}
            month={address.thang}
            days={calendarDays(from, to, marks, entries)}
            today={props.today}
            listPath={calendarPath(unit.code, { ...address, xem: 'danh-sach', trang: 1 })}
          />
        ) : (
          <DueList
            language={language}
            month={address.thang}
            entries={entries}
            marks={marks}
            page={address.trang}
            hrefOf={(trang) => calendarPath(unit.code, { ...address, trang })}
          />
        )}
        <ButtonRow>
          <Button href={daysOffPath(unit.code, Number(address.thang.slice(0, 4)))} kind="plain">
            {words.daysOff}
          </Button>
          {props.isOwnUnit && (
            <Button href={ownFeedPath} kind="plain">
              {words.feed}
            </Button>
          )}
        </ButtonRow>
      </Card>
    </UnitWorkPage>
  );
}

/** Links to other months, to the other form, and to whose work is shown. */
function Ways({ frame, unit, address, today, isOwnUnit }: CalendarPageProps): VNode {
  const words = messages[frame.language].calendar;
  const { thang, xem, cua } = address;
  const to = (change: Partial<CalendarAddress>) => calendarPath(unit.code, { thang, xem, cua, ...change });
  const monthOf = (day: string) => periodOf(day, 'month');
  const current = (is: boolean) => (is ? 'page' : undefined);
  return (
    <div class="calendar-ways no-print">
      <nav class="pages" aria-label={words.months}>
        <ul>
          <li>
            <a href={to({ thang: monthOf(addDays(firstDayOf(thang), -1)) })} rel="prev">
              ‹ {words.previous}
            </a>
          </li>
          <li>
            <a href={to({ thang: monthOf(today) })} aria-current={current(thang === monthOf(today))}>
              {words.thisMonth}
            </a>
          </li>
          <li>
            <a href={to({ thang: monthOf(addDays(lastDayOf(thang), 1)) })} rel="next">
              {words.next} ›
            </a>
          </li>
        </ul>
      </nav>
      <nav class="pages" aria-label={words.views}>
        <ul>
          <li>
            <a href={to({ xem: 'thang' })} aria-current={current(xem === 'thang')}>
              {words.asMonth}
            </a>
          </li>
          <li>
            <a href={to({ xem: 'danh-sach' })} aria-current={current(xem === 'danh-sach')}>
              {words.asList}
            </a>
          </li>
        </ul>
      </nav>
      {isOwnUnit && (
        <nav class="pages" aria-label={words.whose}>
          <ul>
            <li>
              <a href={to({ cua: 'toi' })} aria-current={current(cua === 'toi')}>
                {words.mine}
              </a>
            </li>
            <li>
              <a href={to({ cua: 'don-vi' })} aria-current={current(cua === 'don-vi')}>
                {words.wholeUnit}
              </a>
            </li>
          </ul>
        </nav>
      )}
    </div>
  );
}
