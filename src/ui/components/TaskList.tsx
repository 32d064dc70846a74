import type { ComponentChildren, VNode } from 'preact';
import { formatNumber } from '../../domain/text/index.ts';
import type { Language } from '../language.ts';
import { messages } from '../messages.ts';
import { MiniBar } from './MiniBar.tsx';
import { Tag, type TagKind } from './Tag.tsx';

export interface Task {
  readonly number: number;
  readonly name: string;
  /** Absent when the person may not open it. */
  readonly href?: string | undefined;
  /** Who answers for it. */
  readonly owner: string;
  readonly status: { readonly kind: TagKind; readonly word: string };
  /** Its points are zero, and that alone rules recognition out. */
  readonly disqualifyingZero: boolean;
  /** "3/4"; the column is left out when no task has it. */
  readonly evidence?: string | undefined;
  readonly due?: { readonly text: string; readonly urgent: boolean } | undefined;
  /** `have` is null while it cannot be scored. */
  readonly points: { readonly have: number | null; readonly maximum: number };
}

export interface TaskListProps {
  readonly language: Language;
  /** Names the table for screen readers; the page's heading says it to the others. */
  readonly caption: string;
  readonly tasks: readonly Task[];
}

/**
 * What has to be done, one line each, in the order of the standard: a table at a desk, cards on a phone. The whole line
 * opens the task. Not for lists to be searched or turned over (`Table` with `Pagination`).
 */
export function TaskList({ language, caption, tasks }: TaskListProps): VNode {
  const words = messages[language].task;
  const withEvidence = tasks.some((task) => task.evidence !== undefined);
  return (
    <table class="tasks">
      <caption class="visually-hidden">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">
            <span class="visually-hidden">{words.place}</span>
          </th>
          <th scope="col">{words.criterion}</th>
          <th scope="col">{words.status}</th>
          {withEvidence && <HeadOfNumbers>{words.evidence}</HeadOfNumbers>}
          <HeadOfNumbers>{words.due}</HeadOfNumbers>
          <HeadOfNumbers>{words.points}</HeadOfNumbers>
        </tr>
      </thead>
      <tbody>
        {tasks.map((task) => (
          <Row key={task.number} language={language} task={task} withEvidence={withEvidence} />
        ))}
      </tbody>
    </table>
  );
}

function HeadOfNumbers({ children }: { children: ComponentChildren }): VNode {
  return (
    <th scope="col" class="number">
      {children}
    </th>
  );
}

function Row({
  language,
  task,
  withEvidence,
}: {
  language: Language;
  task: Task;
  withEvidence: boolean;
}): VNode {
  const words = messages[language].task;
  return (
    <tr>
      <td class="place">{task.number}</td>
      <th scope="row">
        {task.href === undefined ? task.name : <a href={task.href}>{task.name}</a>}
        <div class="owner">{task.owner}</div>
      </th>
      <td>
        <Tag kind={task.status.kind}>{task.status.word}</Tag>
        {task.disqualifyingZero && (
          <div>
            <Tag kind="stop">{words.disqualifyingZero}</Tag>
          </div>
        )}
      </td>
      {withEvidence && (
        <td class="number small muted" data-label={words.evidence}>
          {task.evidence ?? '–'}
        </td>
      )}
      <td class="number small muted" data-label={words.due}>
        <span class={task.due?.urgent ? 'urgent' : undefined}>{task.due?.text ?? '–'}</span>
      </td>
      <td class="number points" data-label={words.points}>
        <Points language={language} task={task} />
      </td>
    </tr>
  );
}

function Points({ language, task: { points } }: { language: Language; task: Task }): VNode {
  const { outOf, task: words } = messages[language];
  return (
    <div>
      {points.have === null ? (
        <>
          <span aria-hidden="true">…</span>
          <span class="visually-hidden">{words.notYetScored}</span>
        </>
      ) : (
        <b>{formatNumber(points.have, language)}</b>
      )}{' '}
      <span class="muted">
        <span aria-hidden="true">/ </span>
        <span class="visually-hidden">{outOf} </span>
        {formatNumber(points.maximum, language)}
      </span>
      <MiniBar have={points.have} maximum={points.maximum} />
    </div>
  );
}
