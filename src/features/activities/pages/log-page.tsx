import type { VNode } from 'preact';
import { ACTIVITY_KINDS, type ActivityKind } from '../../../domain/activity/index.ts';
import { formatNumber } from '../../../domain/text/index.ts';
import { Button } from '../../../ui/components/Button.tsx';
import { ButtonRow } from '../../../ui/components/ButtonRow.tsx';
import { Card } from '../../../ui/components/Card.tsx';
import { Columns } from '../../../ui/components/Columns.tsx';
import { EmptyState } from '../../../ui/components/EmptyState.tsx';
import { Field } from '../../../ui/components/Field.tsx';
import { Note } from '../../../ui/components/Note.tsx';
import { Pagination } from '../../../ui/components/Pagination.tsx';
import { Select } from '../../../ui/components/Select.tsx';
import { Table } from '../../../ui/components/Table.tsx';
import { type UnitAtWork, UnitWorkPage, type WorkFrame } from '../../territory/index.ts';
import { messages } from '../messages.ts';
import {
  activityPath,
  KIND_SLUGS,
  type LogFilter,
  logOfYearPath,
  logPath,
  newActivityPath,
  pagesBeyond,
} from '../paths.ts';
import type { LogPage as PageOfLog } from '../queries.ts';
import { heldText } from '../wording.ts';
import { MonthsOfCommunication } from './months-of-communication.tsx';

export interface LogPageProps {
  readonly frame: WorkFrame;
  readonly unit: UnitAtWork;
  readonly log: PageOfLog;
  readonly filter: Required<Pick<LogFilter, 'year' | 'search'>> & {
    readonly kind: ActivityKind | null;
    readonly organisationId: string | null;
  };
  readonly mayRecord: boolean;
  readonly today: string;
  readonly done?: string | undefined;
}

/** The log of a year: what was done, narrowed and paged; for communication also the twelve months. */
export function LogPage(props: LogPageProps): VNode {
  const { frame, unit, log, filter } = props;
  const { language } = frame;
  const words = messages[language];
  const year = String(filter.year);
  const narrowed = filter.kind !== null || filter.organisationId !== null || filter.search !== '';
  const hrefOf = (page: number) => logOfYearPath(unit.code, { ...filter, page });
  const record = props.mayRecord && (
    <Button href={newActivityPath(unit.code, filter.kind ?? undefined)}>{words.list.record}</Button>
  );
  return (
    <UnitWorkPage
      frame={frame}
      unit={unit}
      title={words.titleOfYear(year)}
      crumbs={[{ label: words.titleOfYear(year) }]}
    >
      <h1>{words.titleOfYear(year)}</h1>
      {props.done && (
        <Note kind="go" announced>
          <p>{props.done}</p>
        </Note>
      )}
      <Columns layout="main-aside">
        <div>
          <Card>
            {log.total > 0 || narrowed ? (
              <>
                {record && <ButtonRow>{record}</ButtonRow>}
                <p role="status">
                  {log.total === 0
                    ? words.list.nothingFound
                    : words.list.found(formatNumber(log.total, language))}
                </p>
              </>
            ) : (
              <EmptyState title={words.list.empty(year)} action={record || undefined}>
                {words.list.emptyHint}
              </EmptyState>
            )}
            {log.total > 0 && <ActivitiesTable {...props} />}
            <Pagination language={language} current={log.page} pages={log.pages} hrefOf={hrefOf} />
          </Card>
          {filter.kind === 'communication' && (
            <MonthsOfCommunication
              language={language}
              year={filter.year}
              today={props.today}
              items={log.communication}
            />
          )}
        </div>
        <aside>
          <FilterForm {...props} />
        </aside>
      </Columns>
    </UnitWorkPage>
  );
}

function ActivitiesTable({ frame, unit, log }: LogPageProps): VNode {
  const { language } = frame;
  const words = messages[language];
  const { columns } = words.list;
  return (
    <Table
      caption={words.list.caption}
      captionHidden
      columns={[
        { heading: columns.title },
        { heading: columns.kind },
        { heading: columns.date },
        { heading: columns.organisation },
        { heading: columns.children, numeric: true },
        { heading: columns.files, numeric: true },
      ]}
      rows={log.activities.map((activity) => [
        <a key="title" href={activityPath(unit.code, activity.id)}>
          {activity.title}
        </a>,
        activity.channel === null
          ? words.kinds[activity.kind]
          : `${words.kinds[activity.kind]}: ${words.channels[activity.channel]}`,
        heldText(activity, language),
        activity.organisationName,
        activity.children === null ? '–' : formatNumber(activity.children, language),
        formatNumber(activity.files, language),
      ])}
    />
  );
}

function FilterForm({ frame, unit, log, filter }: LogPageProps): VNode {
  const { language } = frame;
  const words = messages[language];
  const communication = { year: filter.year, kind: 'communication' } as const;
  return (
    <Card title={words.list.filter} id="loc">
      <search>
        <form method="get" action={logPath(unit.code)}>
          <Field id="nam" kind="figure" label={words.list.year} value={String(filter.year)} />
          <Select
            id="loai"
            label={words.list.kind}
            placeholder={words.list.allKinds}
            value={filter.kind === null ? '' : KIND_SLUGS[filter.kind]}
            options={ACTIVITY_KINDS.map((kind) => ({ value: KIND_SLUGS[kind], label: words.kinds[kind] }))}
          />
          <Select
            id="to_chuc"
            label={words.list.organisation}
            placeholder={words.list.allOrganisations}
            value={filter.organisationId ?? ''}
            options={log.organisations.map(({ id, name }) => ({ value: id, label: name }))}
          />
          <Field
            id="tim"
            kind="search"
            width="full"
            label={words.list.search}
            hint={words.list.searchHint}
            value={filter.search}
          />
          <ButtonRow>
            <Button kind="plain">{words.list.submit}</Button>
            <Button kind="quiet" href={logOfYearPath(unit.code, { year: filter.year })}>
              {words.list.showAll}
            </Button>
          </ButtonRow>
        </form>
      </search>
      <ul>
        <li>
          <a href={logOfYearPath(unit.code, communication)}>{words.list.communicationOfYear}</a>
        </li>
        <li>
          <a href={pagesBeyond.petitions(unit.code, filter.year)}>{words.list.petitions}</a>
        </li>
        <li>
          <a href={pagesBeyond.fund(unit.code, filter.year)}>{words.list.fund}</a>
        </li>
        <li>
          <a href={pagesBeyond.suggestions(unit.code, filter.year)}>{words.list.suggestions}</a>
        </li>
      </ul>
    </Card>
  );
}
