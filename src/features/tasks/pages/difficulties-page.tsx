import type { VNode } from 'preact';
import { formatInstant } from '../../../domain/text/index.ts';
import type { OrganisationId } from '../../../platform/database/index.ts';
import { Button } from '../../../ui/components/Button.tsx';
import { Card } from '../../../ui/components/Card.tsx';
import { Columns } from '../../../ui/components/Columns.tsx';
import { Details } from '../../../ui/components/Details.tsx';
import { EmptyState } from '../../../ui/components/EmptyState.tsx';
import { Field } from '../../../ui/components/Field.tsx';
import { Pagination } from '../../../ui/components/Pagination.tsx';
import { Radios } from '../../../ui/components/Radios.tsx';
import { Select } from '../../../ui/components/Select.tsx';
import { Tag, type TagKind } from '../../../ui/components/Tag.tsx';
import { TextArea } from '../../../ui/components/TextArea.tsx';
import type { UnitAtWork, WorkFrame } from '../../territory/index.ts';
import { messages } from '../messages.ts';
import { difficultiesPath, taskPath } from '../paths.ts';
import { DIFFICULTIES_OF_A_PAGE, type Difficulty } from '../queries/difficulties.ts';
import { LONGEST } from '../schema.ts';
import { type Answer, fieldsOf, TasksFrame } from './frame.tsx';

export const tagOfDifficulty: Readonly<Record<Difficulty['state'], TagKind>> = {
  open: 'wait',
  answered: 'go',
  escalated: 'info',
};

/** The states in the words of the address. */
export const DIFFICULTY_STATES = { cho: 'open', tra_loi: 'answered', chuyen: 'escalated' } as const;
export type DifficultyWord = keyof typeof DIFFICULTY_STATES;

export interface DifficultiesPageProps {
  readonly frame: WorkFrame;
  readonly unit: UnitAtWork;
  readonly difficulties: readonly Difficulty[];
  readonly total: number;
  readonly page: number;
  readonly state: DifficultyWord | null;
  readonly mayPlan: boolean;
  /** The person's organisations, to report a difficulty of. */
  readonly own: readonly { readonly id: OrganisationId; readonly name: string }[];
  readonly answer: Answer;
}

/** The difficulties of a unit with their answers, and the forms to answer and to report. */
export function DifficultiesPage(props: DifficultiesPageProps): VNode {
  const { frame, unit, difficulties, state } = props;
  const { language } = frame;
  const words = messages[language].difficultyPage;
  const href = (word: DifficultyWord | null, page = 1) => {
    const query = new URLSearchParams({
      ...(word ? { trang_thai: word } : {}),
      ...(page > 1 ? { trang: String(page) } : {}),
    });
    return `${difficultiesPath(unit.code)}${query.size > 0 ? `?${query}` : ''}`;
  };
  return (
    <TasksFrame frame={frame} unit={unit} part="difficulties" title={words.title} answer={props.answer}>
      <Columns layout="main-aside">
        <Card>
          <h1>{words.title}</h1>
          <p>{words.intro}</p>
          <nav class="pages" aria-label={words.filter}>
            <ul>
              {[null, ...(Object.keys(DIFFICULTY_STATES) as DifficultyWord[])].map((word) => (
                <li key={word ?? ''}>
                  <a href={href(word)} aria-current={word === state ? 'page' : undefined}>
                    {word === null ? words.all : words.states[DIFFICULTY_STATES[word]]}
                  </a>
                </li>
              ))}
            </ul>
          </nav>
          {difficulties.length === 0 &&
            (state === null ? (
              <EmptyState title={words.empty}>{words.emptyHint}</EmptyState>
            ) : (
              <p role="status">{words.nothingFound}</p>
            ))}
          {difficulties.map((difficulty) => (
            <OneDifficulty key={difficulty.id} {...props} difficulty={difficulty} />
          ))}
          <Pagination
            language={language}
            current={props.page}
            pages={Math.ceil(props.total / DIFFICULTIES_OF_A_PAGE)}
            hrefOf={(page) => href(state, page)}
          />
        </Card>
        <aside>{props.own.length > 0 && <RaiseForm {...props} />}</aside>
      </Columns>
    </TasksFrame>
  );
}

function OneDifficulty(props: DifficultiesPageProps & { difficulty: Difficulty }): VNode {
  const { frame, unit, difficulty, mayPlan } = props;
  const words = messages[frame.language].difficultyPage;
  const when = (instant: string) => formatInstant(new Date(instant));
  return (
    <section class="form-part" id={`k-${difficulty.id}`}>
      <h2>{difficulty.text}</h2>
      <p>
        <Tag kind={tagOfDifficulty[difficulty.state]}>{words.states[difficulty.state]}</Tag>{' '}
        <span class="small muted">
          {words.raisedBy(difficulty.raisedBy, difficulty.organisation, when(difficulty.raisedAt))}
        </span>
      </p>
      <p class="small">
        {difficulty.taskId === null ? (
          words.aboutUnit
        ) : (
          <>
            {words.aboutTask}: <a href={taskPath(unit.code, difficulty.taskId)}>{difficulty.taskText}</a>
          </>
        )}
      </p>
      {difficulty.escalatedTo !== null && <p>{words.escalatedTo(difficulty.escalatedTo)}</p>}
      {difficulty.answer !== null && (
        <p>
          {difficulty.answer}{' '}
          <span class="small muted">
            {words.settledBy(difficulty.settledBy ?? '', when(difficulty.settledAt ?? difficulty.raisedAt))}
          </span>
        </p>
      )}
      {mayPlan && difficulty.state !== 'answered' && <SettleForm {...props} />}
    </section>
  );
}

function SettleForm({
  frame,
  unit,
  answer,
  difficulty,
}: DifficultiesPageProps & { difficulty: Difficulty }): VNode {
  const words = messages[frame.language].difficultyPage;
  const form = `k-${difficulty.id}`;
  const field = fieldsOf(form, answer, frame.language);
  const escalatedTo = field('noi_nhan');
  return (
    <Details
      summary={difficulty.state === 'open' ? words.settle : words.settleLater}
      open={answer.refused?.form === form}
    >
      <form method="post" action={`${difficultiesPath(unit.code)}/${difficulty.id}`}>
        <input type="hidden" name="lan_sua" value={difficulty.revision} />
        <TextArea {...field('tra_loi')} label={words.answer} rows={3} maxLength={LONGEST.text} />
        <Radios
          {...field('cach', 'tra_loi')}
          label={words.how}
          choices={[
            { value: 'tra_loi', label: words.answerHere },
            {
              value: 'chuyen',
              label: words.escalate,
              revealed: <Field {...escalatedTo} label={words.escalateTo} />,
            },
          ]}
        />
        <Button kind="plain">{words.submit}</Button>
      </form>
    </Details>
  );
}

function RaiseForm({ frame, unit, own, answer }: DifficultiesPageProps): VNode {
  const words = messages[frame.language];
  const field = fieldsOf('bao', answer, frame.language);
  return (
    <Card title={words.difficultyPage.raiseTitle} id="bao-kho-khan">
      <form method="post" action={difficultiesPath(unit.code)}>
        <Select
          {...field('to_chuc', own[0]!.id)}
          label={words.fields.organisation}
          options={own.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <TextArea
          {...field('noi_dung')}
          label={words.page.raiseNote}
          hint={words.page.raiseHint}
          maxLength={LONGEST.text}
        />
        <Button kind="plain">{words.difficultyPage.raise}</Button>
      </form>
    </Card>
  );
}
