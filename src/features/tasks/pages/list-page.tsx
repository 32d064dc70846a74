import type { VNode } from 'preact';
import { formatNumber } from '../../../domain/text/index.ts';
import { Button } from '../../../ui/components/Button.tsx';
import { ButtonRow } from '../../../ui/components/ButtonRow.tsx';
import { Card } from '../../../ui/components/Card.tsx';
import { Columns } from '../../../ui/components/Columns.tsx';
import { Details } from '../../../ui/components/Details.tsx';
import { EmptyState } from '../../../ui/components/EmptyState.tsx';
import { Field } from '../../../ui/components/Field.tsx';
import { Pagination } from '../../../ui/components/Pagination.tsx';
import { Select } from '../../../ui/components/Select.tsx';
import { Table } from '../../../ui/components/Table.tsx';
import { Tag } from '../../../ui/components/Tag.tsx';
import type { UnitAtWork, WorkFrame } from '../../territory/index.ts';
import { messages } from '../messages.ts';
import { newTaskPath, taskListPath, taskPath, tasksPath } from '../paths.ts';
import { type ListedTask, TASKS_OF_A_PAGE, type TaskList } from '../queries/task-list.ts';
import { type ListQuery, stateOfWord } from '../schema.ts';
import { dueText, taskTag } from '../wording.ts';
import { type Answer, TasksFrame } from './frame.tsx';

export interface TaskListPageProps {
  readonly frame: WorkFrame;
  readonly unit: UnitAtWork;
  readonly year: number;
  readonly thisYear: number;
  readonly query: ListQuery;
  readonly list: TaskList;
  readonly mayPlan: boolean;
  /** Whether the person works in one of the organisations. */
  readonly hasOwn: boolean;
  readonly answer: Answer;
}

/** So many partners are named; of more only the number is said. */
const PARTNERS_NAMED = 3;

/** The tasks of a year, narrowed by organisation, state, criterion or words. */
export function TaskListPage(props: TaskListPageProps): VNode {
  const { frame, unit, year, query, list } = props;
  const { language } = frame;
  const words = messages[language];
  const title = words.list.title(year);
  const narrowed = isNarrowed(query);
  return (
    <TasksFrame frame={frame} unit={unit} part="tasks" year={year} title={title} answer={props.answer}>
      <Card>
        <h1>{title}</h1>
        {props.mayPlan && (
          <ButtonRow>
            <Button kind="plain" href={newTaskPath(unit.code, year)}>
              {words.list.add}
            </Button>
          </ButtonRow>
        )}
        <Details summary={words.list.narrow} open={narrowed}>
          <Filter {...props} />
        </Details>
        {list.total === 0 && !narrowed ? (
          <EmptyState title={words.list.empty(year)}>{words.list.emptyHint}</EmptyState>
        ) : (
          <p role="status">
            {list.total === 0
              ? words.list.nothingFound
              : words.list.found(formatNumber(list.total, language))}{' '}
            {narrowed && <a href={taskListPath(unit.code, { nam: year })}>{words.list.clear}</a>}
          </p>
        )}
        {list.tasks.length > 0 && <Tasks {...props} />}
        <Pagination
          language={language}
          current={query.trang}
          pages={Math.max(1, Math.ceil(list.total / TASKS_OF_A_PAGE))}
          hrefOf={(page) => taskListPath(unit.code, { ...query, nam: year, trang: page })}
        />
      </Card>
    </TasksFrame>
  );
}

const isNarrowed = ({ to_chuc, vai, trang_thai, tieu_chi, tim }: ListQuery): boolean =>
  [to_chuc, vai, trang_thai, tieu_chi].some((value) => value !== undefined) || tim !== '';

function Filter({ frame, unit, year, thisYear, query, list, hasOwn }: TaskListPageProps): VNode {
  const words = messages[frame.language];
  const years = [...new Set([year, ...Array.from({ length: 5 }, (_, place) => thisYear + 1 - place)])];
  const states = Object.entries(stateOfWord).map(([value, state]) => ({
    value,
    label: state === 'open' || state === 'closed' ? words.states[state] : words.standings[state],
  }));
  return (
    <search>
      <form method="get" action={tasksPath(unit.code)}>
        <Columns layout="three">
          <Select
            id="nam"
            label={words.fields.year}
            value={String(year)}
            options={years.sort((a, b) => b - a).map((one) => ({ value: String(one), label: String(one) }))}
          />
          <Select
            id="to_chuc"
            label={words.fields.organisation}
            value={query.to_chuc}
            placeholder={words.list.allOrganisations}
            options={[
              ...(hasOwn ? [{ value: 'toi', label: words.list.mine }] : []),
              ...list.organisations.map(({ id, name }) => ({ value: id, label: name })),
            ]}
          />
          <Select
            id="vai"
            label={words.fields.part}
            value={query.vai}
            placeholder={words.list.bothParts}
            options={[
              { value: 'chu_tri', label: words.list.leading },
              { value: 'phoi_hop', label: words.list.takingPart },
            ]}
          />
          <Select
            id="trang_thai"
            label={words.fields.state}
            value={query.trang_thai}
            placeholder={words.list.allStates}
            options={states}
          />
          <Select
            id="tieu_chi"
            label={words.fields.criterion}
            value={query.tieu_chi?.toString()}
            placeholder={words.list.allCriteria}
            options={list.criteria.map((number) => ({ value: String(number), label: String(number) }))}
          />
          <Field id="tim" kind="search" label={words.fields.search} value={query.tim} />
        </Columns>
        <ButtonRow>
          <Button kind="plain">{words.list.filter}</Button>
        </ButtonRow>
      </form>
    </search>
  );
}

function Tasks({ frame, unit, list }: TaskListPageProps): VNode {
  const { language } = frame;
  const { columns, caption, none } = messages[language].list;
  return (
    <Table
      caption={caption}
      captionHidden
      columns={[
        { heading: columns.task },
        { heading: columns.lead },
        { heading: columns.criteria },
        { heading: columns.due },
        { heading: columns.state },
      ]}
      rows={list.tasks.map((task) => {
        const tag = taskTag(task.state, task.occurrence?.standing ?? null, language);
        return [
          <a key="task" href={taskPath(unit.code, task.id)}>
            {task.text}
          </a>,
          <Organisations key="lead" task={task} language={language} />,
          task.criteria.length > 0 ? task.criteria.join(', ') : none,
          dueOf(task, language),
          <Tag key="state" kind={tag.kind}>
            {tag.word}
          </Tag>,
        ];
      })}
    />
  );
}

function dueOf({ state, recurrence, occurrence, dueBound }: ListedTask, language: 'vi' | 'en'): string {
  const words = messages[language].list;
  if (state !== 'open') return words.none;
  if (recurrence === 'on_event') return words.onEvent;
  return dueText(occurrence?.dueDate ?? null, dueBound, language);
}

function Organisations({ task, language }: { task: ListedTask; language: 'vi' | 'en' }): VNode {
  const words = messages[language].list;
  const { lead, partners } = task;
  return (
    <div>
      {lead}
      {partners.length > 0 && (
        <div class="small muted">
          {partners.length > PARTNERS_NAMED
            ? words.allTogether(partners.length)
            : words.partners(partners.join(', '))}
        </div>
      )}
    </div>
  );
}
