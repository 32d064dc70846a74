import type { VNode } from 'preact';
import { formatDate } from '../../../domain/text/index.ts';
import { Button } from '../../../ui/components/Button.tsx';
import { Card } from '../../../ui/components/Card.tsx';
import { Columns } from '../../../ui/components/Columns.tsx';
import { EmptyState } from '../../../ui/components/EmptyState.tsx';
import { Field } from '../../../ui/components/Field.tsx';
import { Pagination } from '../../../ui/components/Pagination.tsx';
import { Radios } from '../../../ui/components/Radios.tsx';
import { Select } from '../../../ui/components/Select.tsx';
import { Table } from '../../../ui/components/Table.tsx';
import { Tag, type TagKind } from '../../../ui/components/Tag.tsx';
import { TextArea } from '../../../ui/components/TextArea.tsx';
import type { UnitAtWork, WorkFrame } from '../../territory/index.ts';
import { messages } from '../messages.ts';
import { checksPath, taskPath } from '../paths.ts';
import { CHECKS_OF_A_PAGE, type CheckOutcome, type Checks } from '../queries/checks.ts';
import { LONGEST } from '../schema.ts';
import { type Answer, fieldsOf, TasksFrame } from './frame.tsx';

export interface ChecksPageProps {
  readonly frame: WorkFrame;
  readonly unit: UnitAtWork;
  readonly year: number;
  /** YYYY-MM-DD. */
  readonly today: string;
  readonly checks: Checks;
  readonly page: number;
  readonly mayPlan: boolean;
  readonly answer: Answer;
}

const tagOfOutcome: Readonly<Record<CheckOutcome, TagKind>> = {
  satisfied: 'go',
  to_be_mended: 'wait',
  not_done: 'stop',
};

/** How much of a task's text a list of choices shows. */
const CHOICE_LENGTH = 90;

/** What was urged and checked in a year, and the form to log more. */
export function ChecksPage(props: ChecksPageProps): VNode {
  const { frame, unit, year, checks, mayPlan } = props;
  const { language } = frame;
  const words = messages[language].checkPage;
  const title = words.title(year);
  const list = (
    <Card>
      <h1>{title}</h1>
      {checks.total === 0 ? (
        <EmptyState title={words.empty(year)}>{words.emptyHint}</EmptyState>
      ) : (
        <CheckTable {...props} />
      )}
      <Pagination
        language={language}
        current={props.page}
        pages={Math.ceil(checks.total / CHECKS_OF_A_PAGE)}
        hrefOf={(page) => `${checksPath(unit.code, year)}&trang=${page}`}
      />
    </Card>
  );
  return (
    <TasksFrame frame={frame} unit={unit} part="checks" year={year} title={title} answer={props.answer}>
      {mayPlan ? (
        <Columns layout="main-aside">
          {list}
          <aside>
            <CheckForm {...props} />
          </aside>
        </Columns>
      ) : (
        list
      )}
    </TasksFrame>
  );
}

function CheckTable({ frame, unit, checks }: ChecksPageProps): VNode {
  const words = messages[frame.language].checkPage;
  const { columns } = words;
  return (
    <Table
      caption={words.caption}
      captionHidden
      columns={[
        { heading: columns.day },
        { heading: columns.organisation },
        { heading: columns.finding },
        { heading: columns.outcome },
        { heading: columns.followUp },
      ]}
      rows={checks.checks.map((check) => [
        formatDate(check.heldOn),
        check.organisation,
        <div key="finding">
          <b>{words.kinds[check.kind]}.</b> {check.finding}
          {check.taskId !== null && (
            <div class="small">
              <a href={taskPath(unit.code, check.taskId)}>{check.taskText}</a>
            </div>
          )}
          <div class="small muted">{words.by(check.person)}</div>
        </div>,
        <Tag key="outcome" kind={tagOfOutcome[check.outcome]}>
          {words.outcomes[check.outcome]}
        </Tag>,
        check.followUpBy === null ? words.none : formatDate(check.followUpBy),
      ])}
    />
  );
}

function CheckForm({ frame, unit, year, today, checks, answer }: ChecksPageProps): VNode {
  const { language } = frame;
  const words = messages[language].checkPage;
  const field = fieldsOf('kiem', answer, language);
  const choicesOf = <Key extends string>(labels: Readonly<Record<Key, string>>) =>
    (Object.entries(labels) as [Key, string][]).map(([value, label]) => ({ value, label }));
  const short = (text: string) => (text.length > CHOICE_LENGTH ? `${text.slice(0, CHOICE_LENGTH)}…` : text);
  return (
    <Card title={words.formTitle} id="ghi-kiem-tra">
      <form method="post" action={checksPath(unit.code, year)}>
        <Radios {...field('hinh_thuc', 'inspection')} label={words.kind} choices={choicesOf(words.kinds)} />
        <Select
          {...field('to_chuc')}
          label={words.organisation}
          placeholder={messages[language].fields.chooseOrganisation}
          options={checks.organisations.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <Select
          {...field('nhiem_vu')}
          label={words.task}
          placeholder={words.anyTask}
          options={checks.tasks.map(({ id, text }) => ({ value: id, label: short(text) }))}
        />
        <Field
          {...field('ngay', formatDate(today))}
          kind="date"
          label={words.day}
          hint={messages[language].fields.dayHint}
        />
        <TextArea
          {...field('ket_qua')}
          label={words.finding}
          hint={words.findingHint}
          rows={4}
          maxLength={LONGEST.text}
        />
        <Radios {...field('danh_gia')} label={words.outcome} choices={choicesOf(words.outcomes)} />
        <Field {...field('hen')} kind="date" label={words.followUp} hint={words.followUpHint} />
        <Button>{words.submit}</Button>
      </form>
    </Card>
  );
}
