import type { ComponentChildren, VNode } from 'preact';
import { periodName } from '../../../domain/calendar/index.ts';
import { DUE_BOUNDS, isToBeDone, RECURRENCES } from '../../../domain/task/index.ts';
import { formatDate, type Language } from '../../../domain/text/index.ts';
import { Button } from '../../../ui/components/Button.tsx';
import { ButtonRow } from '../../../ui/components/ButtonRow.tsx';
import { Card } from '../../../ui/components/Card.tsx';
import { Checkbox } from '../../../ui/components/Checkbox.tsx';
import { Field } from '../../../ui/components/Field.tsx';
import { Radios } from '../../../ui/components/Radios.tsx';
import { Select } from '../../../ui/components/Select.tsx';
import { TextArea } from '../../../ui/components/TextArea.tsx';
import type { UnitAtWork, WorkFrame } from '../../territory/index.ts';
import { messages } from '../messages.ts';
import { newTaskPath, taskPath, tasksPath } from '../paths.ts';
import type { Task, TaskChoices, TaskToArrange } from '../queries/task-page.ts';
import { LONGEST, PARTS_OF_A_FORM } from '../schema.ts';
import { type Answer, fieldsOf, TasksFrame } from './frame.tsx';

interface FormPageProps {
  readonly frame: WorkFrame;
  readonly unit: UnitAtWork;
  readonly answer: Answer;
}

/** A page with one form about a task. */
function FormPage(
  props: FormPageProps & {
    readonly title: string;
    readonly year: number;
    readonly task?: Task;
    readonly children: ComponentChildren;
  },
): VNode {
  const { frame, unit, title, year, task } = props;
  const words = messages[frame.language];
  return (
    <TasksFrame
      frame={frame}
      unit={unit}
      year={year}
      title={title}
      crumbs={[
        { label: words.parts.tasks, href: `${tasksPath(unit.code)}?nam=${year}` },
        ...(task ? [{ label: words.fields.task, href: taskPath(unit.code, task.id) }] : []),
        { label: title },
      ]}
      answer={props.answer}
    >
      <div class="narrow">
        <Card>
          <h1>{title}</h1>
          {task && (
            <p>
              <a href={taskPath(unit.code, task.id)}>{task.text}</a>
            </p>
          )}
          {props.children}
        </Card>
      </div>
    </TasksFrame>
  );
}

/** Things of which any number can be ticked. */
function Ticks(props: {
  readonly legend: string;
  readonly name: string;
  readonly choices: readonly { readonly id: string; readonly label: string }[];
  readonly isTicked: (id: string) => boolean;
}): VNode {
  return (
    <fieldset class="field">
      <legend>{props.legend}</legend>
      {props.choices.map(({ id, label }) => (
        <Checkbox
          key={id}
          id={`${props.name}.${id}`}
          label={label}
          checked={props.isTicked(`${props.name}.${id}`)}
        />
      ))}
    </fieldset>
  );
}

type FieldOf = ReturnType<typeof fieldsOf>;

function WhoFields(props: {
  readonly language: Language;
  readonly organisations: TaskChoices['organisations'];
  readonly field: FieldOf;
  readonly answer: Answer;
  readonly task?: Task;
}): VNode {
  const { language, organisations, field, task } = props;
  const words = messages[language];
  const typed = props.answer.refused?.fields;
  const isPartner = (name: string) =>
    typed !== undefined
      ? typed[name] !== undefined
      : (task?.partnerIds.some((id) => name === `phoi_hop.${id}`) ?? false);
  return (
    <>
      <Select
        {...field('chu_tri', task?.leadId ?? '')}
        label={words.fields.lead}
        placeholder={words.fields.chooseOrganisation}
        options={organisations.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <Radios
        {...field('hinh_thuc', task?.form ?? 'order')}
        label={words.fields.form}
        hint={words.fields.formHint}
        choices={(['order', 'request'] as const).map((form) => ({ value: form, label: words.forms[form] }))}
      />
      <Ticks
        legend={words.fields.partners}
        name="phoi_hop"
        choices={organisations.map(({ id, name }) => ({ id, label: name }))}
        isTicked={isPartner}
      />
    </>
  );
}

/** The planning officer gives a task beside the plan. */
export function NewTaskPage(
  props: FormPageProps & { readonly year: number; readonly choices: TaskChoices },
): VNode {
  const { frame, unit, choices, answer, year } = props;
  const { language } = frame;
  const words = messages[language];
  const field = fieldsOf('moi', answer, language);
  const typed = answer.refused?.fields;
  return (
    <FormPage {...props} title={words.new.title}>
      <p>{words.new.intro}</p>
      <form method="post" action={newTaskPath(unit.code, year)}>
        <TextArea {...field('noi_dung')} label={words.fields.text} maxLength={LONGEST.text} />
        <WhoFields language={language} organisations={choices.organisations} field={field} answer={answer} />
        <Select
          {...field('dinh_ky', 'once')}
          label={words.fields.recurrence}
          options={RECURRENCES.map((value) => ({ value, label: words.recurrences[value] }))}
        />
        <Select
          {...field('loai_han', 'before')}
          label={words.fields.bound}
          options={DUE_BOUNDS.map((value) => ({ value, label: words.bounds[value] }))}
        />
        <Field {...field('han')} kind="date" label={words.fields.due} hint={words.fields.dueHint} />
        <Field {...field('tieu_chi')} label={words.fields.criteria} hint={words.fields.criteriaHint} />
        {choices.targets.length > 0 && (
          <Ticks
            legend={words.fields.targets}
            name="chi_tieu"
            choices={choices.targets.map(({ id, text }) => ({ id, label: text }))}
            isTicked={(name) => typed?.[name] !== undefined}
          />
        )}
        <Button>{words.new.submit}</Button>
      </form>
    </FormPage>
  );
}

interface TaskFormProps extends FormPageProps {
  readonly task: TaskToArrange;
}

const Seen = ({ task }: { task: Task }) => <input type="hidden" name="lan_sua" value={task.revision} />;

function ReasonField({ field, language }: { field: FieldOf; language: Language }): VNode {
  const words = messages[language].fields;
  return (
    <TextArea
      {...field('ly_do')}
      label={words.reason}
      hint={words.reasonHint}
      rows={3}
      maxLength={LONGEST.reason}
    />
  );
}

function Buttons({ language, submit, href }: { language: Language; submit: string; href: string }): VNode {
  return (
    <ButtonRow>
      <Button>{submit}</Button>
      <Button kind="plain" href={href}>
        {messages[language].page.backToTask}
      </Button>
    </ButtonRow>
  );
}

/** Another lead, other partners. */
export function ReassignPage(props: TaskFormProps): VNode {
  const { frame, unit, task, answer } = props;
  const { language } = frame;
  const words = messages[language].reassignPage;
  const field = fieldsOf('phan_cong', answer, language);
  const path = taskPath(unit.code, task.id);
  return (
    <FormPage {...props} title={words.title} year={task.year}>
      <form method="post" action={`${path}/phan-cong`}>
        <Seen task={task} />
        <WhoFields
          language={language}
          organisations={task.organisations}
          field={field}
          answer={answer}
          task={task}
        />
        <ReasonField field={field} language={language} />
        <Buttons language={language} submit={words.submit} href={path} />
      </form>
    </FormPage>
  );
}

/** Other due dates for what is not yet done. */
export function DueDatesPage(props: TaskFormProps): VNode {
  const { frame, unit, task, answer } = props;
  const { language } = frame;
  const words = messages[language];
  const field = fieldsOf('han', answer, language);
  const path = taskPath(unit.code, task.id);
  const unsettled = task.occurrences.filter(({ state }) => isToBeDone(state));
  return (
    <FormPage {...props} title={words.duePage.title} year={task.year}>
      {unsettled.length === 0 ? (
        <p>{words.duePage.nothing}</p>
      ) : (
        <>
          <p>{words.duePage.intro}</p>
          <form method="post" action={`${path}/han`}>
            <Seen task={task} />
            <Select
              {...field('loai_han', task.dueBound ?? '')}
              label={words.fields.bound}
              options={[
                { value: '', label: words.duePage.noBound },
                ...DUE_BOUNDS.map((value) => ({ value, label: words.bounds[value] })),
              ]}
            />
            {unsettled.map(({ id, period, dueDate }) => (
              <Field
                key={id}
                {...field(`han.${id}`, dueDate === null ? '' : formatDate(dueDate))}
                kind="date"
                label={words.duePage.due(periodName(period, language))}
                hint={words.fields.dayHint}
              />
            ))}
            <ReasonField field={field} language={language} />
            <Buttons language={language} submit={words.duePage.submit} href={path} />
          </form>
        </>
      )}
    </FormPage>
  );
}

/** Parts for several organisations. */
export function SplitPage(props: TaskFormProps): VNode {
  const { frame, unit, task, answer } = props;
  const { language } = frame;
  const words = messages[language].splitPage;
  const field = fieldsOf('tach', answer, language);
  const path = taskPath(unit.code, task.id);
  const numbers = Array.from({ length: PARTS_OF_A_FORM }, (_, place) => place + 1);
  return (
    <FormPage {...props} title={words.title} year={task.year}>
      <p>{words.intro}</p>
      <form method="post" action={`${path}/tach`}>
        <Seen task={task} />
        {numbers.map((number) => (
          <section key={number} class="form-part">
            <h2>{words.part(number)}</h2>
            <Select
              {...field(`to_chuc_${number}`, number === 1 ? task.leadId : '')}
              label={words.lead(number)}
              placeholder={words.unused}
              options={task.organisations.map(({ id, name }) => ({ value: id, label: name }))}
            />
            <TextArea
              {...field(`noi_dung_${number}`, task.text)}
              label={words.text(number)}
              rows={3}
              maxLength={LONGEST.text}
            />
          </section>
        ))}
        <section class="form-part">
          <ReasonField field={field} language={language} />
        </section>
        <Buttons language={language} submit={words.submit} href={path} />
      </form>
    </FormPage>
  );
}
