import type { VNode } from 'preact';
import { periodName } from '../../../domain/calendar/index.ts';
import { formatInstant, type Language } from '../../../domain/text/index.ts';
import { Card } from '../../../ui/components/Card.tsx';
import { Pagination } from '../../../ui/components/Pagination.tsx';
import { Tag } from '../../../ui/components/Tag.tsx';
import { Timeline } from '../../../ui/components/Timeline.tsx';
import type { UnitAtWork } from '../../territory/index.ts';
import { messages } from '../messages.ts';
import { difficultiesPath, taskFilePath, taskPath } from '../paths.ts';
import { EVENTS_OF_A_PAGE, type Task } from '../queries/task-page.ts';
import { tagOfDifficulty } from './difficulties-page.tsx';

interface BackgroundProps {
  readonly language: Language;
  readonly unit: UnitAtWork;
  readonly task: Task;
}

/** What happened to a task, the latest first. */
export function HistoryCard({ language, unit, task, page }: BackgroundProps & { page: number }): VNode {
  const words = messages[language];
  return (
    <Card title={words.page.history} id="dien-bien">
      <Timeline
        happenings={task.events.map((event) => ({
          when: formatInstant(new Date(event.happenedAt)),
          instant: event.happenedAt,
          who: event.personName,
          what:
            event.period === null || task.occurrences.length < 2
              ? words.events[event.kind]
              : `${words.events[event.kind]}: ${periodName(event.period, language)}`,
          why: event.text ?? undefined,
        }))}
      />
      <Pagination
        language={language}
        current={page}
        pages={Math.ceil(task.eventCount / EVENTS_OF_A_PAGE)}
        hrefOf={(one) => `${taskPath(unit.code, task.id)}?trang=${one}#dien-bien`}
      />
    </Card>
  );
}

/** The evidence. */
export function FilesCard({ language, unit, task }: BackgroundProps): VNode {
  const words = messages[language].page;
  return (
    <Card title={words.files} id="tep">
      {task.files.length === 0 ? (
        <p>{words.noFiles}</p>
      ) : (
        <ul>
          {task.files.map((file) => (
            <li key={file.id}>
              <a href={taskFilePath(unit.code, task.id, file.id)}>{file.name}</a>
              <div class="small muted">
                {file.period !== null &&
                  task.occurrences.length > 1 &&
                  `${periodName(file.period, language)} · `}
                {words.addedBy(file.addedBy, formatInstant(new Date(file.addedAt)))}
              </div>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}

/** The difficulties with a task, and what became of them. */
export function TaskDifficulties({ language, unit, task }: BackgroundProps): VNode | null {
  if (task.difficulties.length === 0) return null;
  const words = messages[language];
  return (
    <Card title={words.page.difficulties} id="kho-khan">
      {task.difficulties.map((difficulty) => (
        <div key={difficulty.id} class="form-part">
          <p>
            <Tag kind={tagOfDifficulty[difficulty.state]}>
              {words.difficultyPage.states[difficulty.state]}
            </Tag>{' '}
            <a href={`${difficultiesPath(unit.code)}#k-${difficulty.id}`}>{difficulty.text}</a>
          </p>
          {difficulty.escalatedTo !== null && (
            <p>{words.difficultyPage.escalatedTo(difficulty.escalatedTo)}</p>
          )}
          {difficulty.answer !== null && <p>{difficulty.answer}</p>}
          <p class="small muted">
            {difficulty.organisation}, {formatInstant(new Date(difficulty.raisedAt))}
          </p>
        </div>
      ))}
    </Card>
  );
}
