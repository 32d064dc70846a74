import type { ComponentChildren, VNode } from 'preact';
import type { Language } from '../../../domain/text/index.ts';
import type { Crumb } from '../../../ui/components/Breadcrumbs.tsx';
import type { FieldError } from '../../../ui/components/ErrorSummary.tsx';
import { Note } from '../../../ui/components/Note.tsx';
import { type UnitAtWork, UnitWorkPage, type WorkFrame } from '../../territory/index.ts';
import { messages } from '../messages.ts';
import { checksPath, difficultiesPath, loadPath, tasksPath } from '../paths.ts';
import type { FieldFaults, Fields } from '../schema.ts';

/** A form that was sent and not taken: which one, what was typed, and what is wrong with it. */
export interface RefusedForm {
  readonly form: string;
  readonly fields: Fields;
  readonly faults: FieldFaults;
}

/** The answer to what the person has just done. */
export interface Answer {
  readonly refused?: RefusedForm | undefined;
  /** Somebody else changed the thing meanwhile. */
  readonly conflict?: boolean | undefined;
  /** A key of the words in `done`. */
  readonly done?: string | undefined;
}

/** The errors of a page, with the same words as at the fields. */
export function errorsOf({ refused, conflict }: Answer, language: Language): FieldError[] {
  const words = messages[language];
  return [
    ...(conflict ? [{ message: words.conflict }] : []),
    ...Object.entries(refused?.faults ?? {}).map(([name, fault]) => ({
      field: `${refused!.form}-${name}`,
      message: words.faults[fault],
    })),
  ];
}

/** Id, name, value and error of the fields of one form on a page with several. */
export function fieldsOf(form: string, answer: Answer, language: Language) {
  const refused = answer.refused?.form === form ? answer.refused : undefined;
  return (name: string, stored = '') => {
    const fault = refused?.faults[name];
    return {
      id: `${form}-${name}`,
      name,
      value: refused === undefined ? stored : (refused.fields[name] ?? ''),
      error: fault && messages[language].faults[fault],
    };
  };
}

export type TasksPart = 'tasks' | 'load' | 'checks' | 'difficulties';

/** A page about the tasks of a unit, with the ways to the others. */
export function TasksFrame(props: {
  readonly frame: WorkFrame;
  readonly unit: UnitAtWork;
  /** Which of the pages this is; absent for one below the list of tasks. */
  readonly part?: TasksPart;
  readonly year?: number | undefined;
  readonly title: string;
  readonly crumbs?: readonly Crumb[];
  readonly answer?: Answer;
  readonly children: ComponentChildren;
}): VNode {
  const { frame, unit, answer = {} } = props;
  const { language } = frame;
  const done = doneText(answer.done, language);
  return (
    <UnitWorkPage
      frame={frame}
      unit={unit}
      title={props.title}
      crumbs={props.crumbs ?? [{ label: props.title }]}
      errors={errorsOf(answer, language)}
    >
      <Parts language={language} unit={unit} part={props.part} year={props.year} />
      {done !== undefined && (
        <Note kind="go" announced>
          <p>{done}</p>
        </Note>
      )}
      {props.children}
    </UnitWorkPage>
  );
}

/** The words of a deed just done; undefined for what is no key of them. */
export function doneText(done: string | undefined, language: Language): string | undefined {
  const words = messages[language].done;
  return done !== undefined && done in words ? words[done as keyof typeof words] : undefined;
}

function Parts(props: {
  language: Language;
  unit: UnitAtWork;
  part: TasksPart | undefined;
  year: number | undefined;
}): VNode {
  const { unit, year } = props;
  const words = messages[props.language].parts;
  const links: readonly (readonly [string, string, TasksPart])[] = [
    [year === undefined ? tasksPath(unit.code) : `${tasksPath(unit.code)}?nam=${year}`, words.tasks, 'tasks'],
    [loadPath(unit.code, year), words.load, 'load'],
    [checksPath(unit.code, year), words.checks, 'checks'],
    [difficultiesPath(unit.code), words.difficulties, 'difficulties'],
  ];
  return (
    <nav class="pages no-print" aria-label={words.label}>
      <ul>
        {links.map(([href, label, part]) => (
          <li key={href}>
            <a href={href} aria-current={part === props.part ? 'page' : undefined}>
              {label}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
