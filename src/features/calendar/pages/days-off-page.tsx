import type { VNode } from 'preact';
import { formatDate, type Language } from '../../../domain/text/index.ts';
import { Button } from '../../../ui/components/Button.tsx';
import { ButtonRow } from '../../../ui/components/ButtonRow.tsx';
import { Card } from '../../../ui/components/Card.tsx';
import { Field } from '../../../ui/components/Field.tsx';
import { Note } from '../../../ui/components/Note.tsx';
import { Radios } from '../../../ui/components/Radios.tsx';
import { Table } from '../../../ui/components/Table.tsx';
import { Tag } from '../../../ui/components/Tag.tsx';
import { type UnitAtWork, UnitWorkPage, type WorkFrame } from '../../territory/index.ts';
import type { SpecialDay } from '../holidays.ts';
import { messages } from '../messages.ts';
import { calendarPath, daysOffPath, removeDayOffPath } from '../paths.ts';
import type { DayFaults } from '../schema.ts';
import { dayInWords } from './entry-state.tsx';

/** What was typed into the form of a day. */
export interface TypedDay {
  readonly ngay?: string | undefined;
  readonly loai?: string | undefined;
  readonly ten?: string | undefined;
}

export interface DaysOffPageProps {
  readonly frame: WorkFrame;
  readonly unit: UnitAtWork;
  readonly year: number;
  readonly days: readonly SpecialDay[];
  readonly mayChange: boolean;
  readonly typed: TypedDay;
  readonly faults: DayFaults;
  readonly notice?: 'saved' | 'removed' | undefined;
}

/** The days off of a year, and for the planning officer the form to change one. */
export function DaysOffPage(props: DaysOffPageProps): VNode {
  const { frame, unit, year, days, mayChange, faults, notice } = props;
  const { language } = frame;
  const words = messages[language].daysOff;
  const inWords = (field: string) => {
    const code = faults[field];
    return code === undefined ? undefined : messages[language].faults[code];
  };
  return (
    <UnitWorkPage
      frame={frame}
      unit={unit}
      title={words.title(year)}
      crumbs={[
        { label: messages[language].calendar.crumb, href: calendarPath(unit.code) },
        { label: words.crumb },
      ]}
      errors={Object.keys(faults).map((field) => ({ field, message: inWords(field) ?? '' }))}
    >
      <Card>
        <h1>{words.title(year)}</h1>
        {notice && (
          <Note kind="go" announced>
            <p>{words[notice]}</p>
          </Note>
        )}
        <p>{words.intro}</p>
        <Years language={language} unitCode={unit.code} year={year} />
        {days.length === 0 ? (
          <Note kind="wait">
            <p>{words.none(year)}</p>
          </Note>
        ) : (
          <Days {...props} />
        )}
        <ButtonRow>
          <Button href={calendarPath(unit.code)} kind="plain">
            {words.backToCalendar}
          </Button>
        </ButtonRow>
      </Card>
      {mayChange && (
        <div class="narrow">
          <Card title={words.add} id="them">
            <DayForm {...props} inWords={inWords} />
          </Card>
        </div>
      )}
    </UnitWorkPage>
  );
}

function Years({ language, unitCode, year }: { language: Language; unitCode: string; year: number }): VNode {
  const words = messages[language].daysOff;
  return (
    <nav class="pages" aria-label={words.years}>
      <ul>
        <li>
          <a href={daysOffPath(unitCode, year - 1)} rel="prev">
            ‹ {words.previousYear}
          </a>
        </li>
        <li>
          <a href={daysOffPath(unitCode, year + 1)} rel="next">
            {words.nextYear} ›
          </a>
        </li>
      </ul>
    </nav>
  );
}

function Days({ frame, unit, year, days, mayChange }: DaysOffPageProps): VNode {
  const { language } = frame;
  const words = messages[language].daysOff;
  const { columns } = words;
  const removable = mayChange && days.some(({ source }) => source === null);
  return (
    <Table
      caption={words.caption(year)}
      captionHidden
      columns={[
        { heading: columns.day },
        { heading: columns.kind },
        { heading: columns.name },
        { heading: columns.source },
        ...(removable ? [{ heading: columns.remove }] : []),
      ]}
      rows={days.map((day) => [
        dayInWords(day.day, language),
        <Tag key="kind" kind={day.kind === 'off' ? 'plain' : 'info'}>
          {words.kinds[day.kind]}
        </Tag>,
        <>
          {day.name}
          {day.replaces !== null && <span class="small muted"> · {words.replaced(day.replaces)}</span>}
        </>,
        <span key="source" class="small">
          {day.provisional !== null && <Tag kind="wait">{words.provisional}</Tag>}{' '}
          {day.source ?? words.ofTheUnit}
          {day.provisional !== null && <span class="muted">. {day.provisional}</span>}
        </span>,
        ...(removable
          ? [day.source === null && <RemoveForm language={language} unitCode={unit.code} day={day.day} />]
          : []),
      ])}
    />
  );
}

function RemoveForm({
  language,
  unitCode,
  day,
}: {
  language: Language;
  unitCode: string;
  day: string;
}): VNode {
  const words = messages[language].daysOff;
  return (
    <form method="post" action={removeDayOffPath(unitCode, day)}>
      <Button kind="quiet">
        {words.remove}
        <span class="visually-hidden"> {words.removeAbout(formatDate(day))}</span>
      </Button>
    </form>
  );
}

function DayForm({
  frame,
  unit,
  year,
  typed,
  inWords,
}: DaysOffPageProps & { readonly inWords: (field: string) => string | undefined }): VNode {
  const words = messages[frame.language].daysOff;
  return (
    <form method="post" action={daysOffPath(unit.code, year)} noValidate>
      <Field
        id="ngay"
        kind="date"
        label={words.day}
        hint={words.dayHint}
        value={typed.ngay}
        error={inWords('ngay')}
        required
      />
      <Radios
        id="loai"
        label={words.kind}
        value={typed.loai}
        error={inWords('loai')}
        choices={[
          { value: 'nghi', label: words.kindOff, hint: words.kindOffHint },
          { value: 'lam', label: words.kindWorked, hint: words.kindWorkedHint },
        ]}
      />
      <Field
        id="ten"
        label={words.name}
        hint={words.nameHint}
        value={typed.ten}
        error={inWords('ten')}
        width="full"
        required
      />
      <ButtonRow>
        <Button>{words.save}</Button>
      </ButtonRow>
    </form>
  );
}
