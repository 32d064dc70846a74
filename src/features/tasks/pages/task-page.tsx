import type { VNode } from 'preact';
import { periodName } from '../../../domain/calendar/index.ts';
import { mostPressing } from '../../../domain/task/index.ts';
import { formatDate, formatInstant } from '../../../domain/text/index.ts';
import type { PersonActor } from '../../../platform/database/index.ts';
import { Card } from '../../../ui/components/Card.tsx';
import { Columns } from '../../../ui/components/Columns.tsx';
import { Note } from '../../../ui/components/Note.tsx';
import { SummaryList, type SummaryRow } from '../../../ui/components/SummaryList.tsx';
import { Table } from '../../../ui/components/Table.tsx';
import { Tag } from '../../../ui/components/Tag.tsx';
import { targetPath } from '../../targets/index.ts';
import type { UnitAtWork, WorkFrame } from '../../territory/index.ts';
import { messages } from '../messages.ts';
import { planOfTaskPath, taskPath, tasksPath } from '../paths.ts';
import { maySeeTaskFiles, occurrenceDeedsOf, taskDeedsOf } from '../policy.ts';
import type { Occurrence, Task } from '../queries/task-page.ts';
import { dueText, occurrenceTag, standingTag, taskTag } from '../wording.ts';
import { type Answer, TasksFrame } from './frame.tsx';
import { OccurrenceWork } from './occurrence-work.tsx';
import { FilesCard, HistoryCard, TaskDifficulties } from './task-background.tsx';
import { TaskWork } from './task-work.tsx';

export interface TaskPageProps {
  readonly frame: WorkFrame;
  readonly actor: PersonActor;
  readonly unit: UnitAtWork;
  readonly task: Task;
  /** YYYY-MM-DD. */
  readonly today: string;
  /** The occurrence asked for; absent: the one that presses most. */
  readonly occurrenceId?: string | undefined;
  readonly eventPage: number;
  readonly answer: Answer;
}

/** How much of a task's text its crumb shows. */
const CRUMB_LENGTH = 60;

/** One task: where it comes from, who does it by when, what was done, and what this person can do about it now. */
export function TaskPage(props: TaskPageProps): VNode {
  const { frame, actor, unit, task, today, answer } = props;
  const { language } = frame;
  const words = messages[language];
  const pressing = mostPressing(task.occurrences, task.dueBound, today);
  const chosen = task.occurrences.find(({ id }) => id === props.occurrenceId) ?? pressing;
  const tag =
    task.state === 'open' && pressing !== null
      ? occurrenceTag(pressing, task.dueBound, today, language)
      : taskTag(task.state, null, language);
  const crumb = task.text.length > CRUMB_LENGTH ? `${task.text.slice(0, CRUMB_LENGTH)}…` : task.text;
  return (
    <TasksFrame
      frame={frame}
      unit={unit}
      year={task.year}
      title={task.text}
      crumbs={[
        { label: words.parts.tasks, href: `${tasksPath(unit.code)}?nam=${task.year}` },
        { label: crumb },
      ]}
      answer={answer}
    >
      <h1>{task.text}</h1>
      <p>
        <Tag kind={tag.kind}>{tag.word}</Tag>{' '}
        <span class="muted">
          {task.form === 'order' ? words.page.order(task.lead) : words.page.request(task.lead)}
        </span>
      </p>
      {task.closedReason !== null && (
        <Note kind="wait" title={words.page.closedBecause}>
          <p>{task.closedReason}</p>
        </Note>
      )}
      <Columns layout="main-aside">
        <div>
          {(task.occurrences.length > 0 || task.recurrence === 'on_event') && (
            <Occurrences {...props} chosen={chosen} />
          )}
          {chosen !== null && (
            <OccurrenceWork
              language={language}
              unit={unit}
              task={task}
              occurrence={chosen}
              deeds={occurrenceDeedsOf(actor, task, chosen.state)}
              answer={answer}
            />
          )}
          <TaskWork
            language={language}
            unit={unit}
            task={task}
            deeds={taskDeedsOf(actor, task)}
            answer={answer}
          />
          <TaskDifficulties language={language} unit={unit} task={task} />
          <HistoryCard language={language} unit={unit} task={task} page={props.eventPage} />
        </div>
        <aside>
          <Card title={words.page.about} id="thong-tin">
            <SummaryList rows={aboutRows(props)} />
          </Card>
          {maySeeTaskFiles(actor, unit.id) && <FilesCard language={language} unit={unit} task={task} />}
        </aside>
      </Columns>
    </TasksFrame>
  );
}

function aboutRows({ frame, unit, task }: TaskPageProps): SummaryRow[] {
  const words = messages[frame.language];
  const { plan } = task;
  const paper =
    plan?.number && plan.issuedOn ? ` (${words.page.numbered(plan.number, formatDate(plan.issuedOn))})` : '';
  const links = (rows: readonly { readonly href: string; readonly text: string }[]) => (
    <ul>
      {rows.map(({ href, text }) => (
        <li key={href}>
          <a href={href}>{text}</a>
        </li>
      ))}
    </ul>
  );
  return [
    {
      term: words.page.from,
      value:
        plan === null ? (
          words.page.beside
        ) : (
          <>
            <a href={planOfTaskPath(unit.code, plan.id)}>{words.page.fromPlan(plan.title)}</a>
            {paper}
          </>
        ),
    },
    ...(task.parent === null
      ? []
      : [
          {
            term: words.page.parent,
            value: <a href={taskPath(unit.code, task.parent.id)}>{task.parent.text}</a>,
          },
        ]),
    { term: words.fields.form, value: words.forms[task.form] },
    { term: words.fields.lead, value: task.lead },
    {
      term: words.fields.partners,
      value: task.partners.map(({ name }) => name).join(', ') || words.page.noPartners,
    },
    {
      term: words.fields.recurrence,
      value:
        task.recurrence === 'once' && task.occurrences.length > 1
          ? String(task.occurrences.length)
          : words.recurrences[task.recurrence],
    },
    ...(task.criteria.length > 0 ? [{ term: words.fields.criteria, value: task.criteria.join(', ') }] : []),
    ...(task.targets.length > 0
      ? [
          {
            term: words.fields.targets,
            value: links(task.targets.map(({ id, text }) => ({ href: targetPath(unit.code, id), text }))),
          },
        ]
      : []),
    ...(task.parts.length > 0
      ? [
          {
            term: words.page.parts,
            value: (
              <ul>
                {task.parts.map((part) => {
                  const tag = taskTag(part.state, null, frame.language);
                  return (
                    <li key={part.id}>
                      <a href={taskPath(unit.code, part.id)}>{part.text}</a> ({part.lead}){' '}
                      <Tag kind={tag.kind}>{tag.word}</Tag>
                    </li>
                  );
                })}
              </ul>
            ),
          },
        ]
      : []),
  ];
}

function Occurrences(props: TaskPageProps & { chosen: Occurrence | null }): VNode {
  const { frame, unit, task, today, chosen } = props;
  const { language } = frame;
  const words = messages[language];
  if (task.occurrences.length === 0)
    return (
      <Card title={words.page.occurrences} id="cac-ky">
        <p>{words.page.noOccurrences}</p>
      </Card>
    );
  return (
    <Card title={words.page.occurrences} id="cac-ky">
      <Table
        caption={words.page.occurrences}
        captionHidden
        columns={[
          { heading: words.page.columns.period },
          { heading: words.page.columns.due },
          { heading: words.page.columns.state },
        ]}
        rows={task.occurrences.map((occurrence) => {
          const tag =
            task.state === 'closed' && occurrence.state === 'waiting'
              ? standingTag('skipped', language)
              : occurrenceTag(occurrence, task.dueBound, today, language);
          const name = periodName(occurrence.period, language);
          return [
            <span key="period">
              {occurrence.id === chosen?.id ? (
                <b>{name}</b>
              ) : (
                <a href={`${taskPath(unit.code, task.id)}?ky=${occurrence.id}#viec`}>{name}</a>
              )}
            </span>,
            dueText(occurrence.dueDate, task.dueBound, language),
            <div key="state">
              <Tag kind={tag.kind}>{tag.word}</Tag>
              {occurrence.reason !== null && <div class="small">{words.page.reason(occurrence.reason)}</div>}
              {occurrence.reportedAt !== null && (
                <div class="small muted">
                  {words.page.reportedAt(formatInstant(new Date(occurrence.reportedAt)))}
                </div>
              )}
            </div>,
          ];
        })}
      />
    </Card>
  );
}
