import type { VNode } from 'preact';
import type { TaskDeed } from '../../../domain/task/index.ts';
import type { Language } from '../../../domain/text/index.ts';
import { Button } from '../../../ui/components/Button.tsx';
import { ButtonRow } from '../../../ui/components/ButtonRow.tsx';
import { Card } from '../../../ui/components/Card.tsx';
import { Details } from '../../../ui/components/Details.tsx';
import { Field } from '../../../ui/components/Field.tsx';
import { TextArea } from '../../../ui/components/TextArea.tsx';
import type { UnitAtWork } from '../../territory/index.ts';
import { messages } from '../messages.ts';
import { taskPath } from '../paths.ts';
import type { Task } from '../queries/task-page.ts';
import { LONGEST } from '../schema.ts';
import { type Answer, fieldsOf } from './frame.tsx';
import { ReasonForm } from './occurrence-work.tsx';

interface TaskWorkProps {
  readonly language: Language;
  readonly unit: UnitAtWork;
  readonly task: Task;
  readonly deeds: ReadonlySet<TaskDeed>;
  readonly answer: Answer;
}

/** What this person can do with the whole task: tell of it, report a difficulty, arrange it anew. */
export function TaskWork(props: TaskWorkProps): VNode | null {
  const { language, unit, task, deeds } = props;
  if (deeds.size === 0) return null;
  const words = messages[language].page;
  const path = taskPath(unit.code, task.id);
  const arranging = (['reassign', 'change_due', 'split', 'close', 'reopen'] as const).some((deed) =>
    deeds.has(deed),
  );
  return (
    <>
      {(deeds.has('note_progress') || deeds.has('record_event')) && <TellForms {...props} />}
      {arranging && (
        <Card title={words.manage} id="dieu-chinh">
          <ButtonRow>
            {deeds.has('reassign') && (
              <Button kind="plain" href={`${path}/phan-cong`}>
                {words.reassign}
              </Button>
            )}
            {deeds.has('change_due') && task.recurrence !== 'on_event' && (
              <Button kind="plain" href={`${path}/han`}>
                {words.changeDue}
              </Button>
            )}
            {deeds.has('split') && (
              <Button kind="plain" href={`${path}/tach`}>
                {words.split}
              </Button>
            )}
          </ButtonRow>
          {deeds.has('close') && (
            <ReasonForm
              {...props}
              form="dong"
              action={`${path}/dong`}
              label={words.closeReason}
              hint={words.closeHint}
              submit={words.close}
            />
          )}
          {deeds.has('reopen') && (
            <form method="post" action={`${path}/mo-lai`}>
              <input type="hidden" name="lan_sua" value={task.revision} />
              <Button kind="plain">{words.reopen}</Button>
            </form>
          )}
        </Card>
      )}
    </>
  );
}

function TellForms({ language, unit, task, deeds, answer }: TaskWorkProps): VNode {
  const words = messages[language];
  const path = taskPath(unit.code, task.id);
  const isOpen = (form: string) => answer.refused?.form === form;
  const record = fieldsOf('phat_sinh', answer, language);
  return (
    <Card title={words.page.tell} id="tien-do">
      {deeds.has('record_event') && (
        <Details summary={words.page.record} open={isOpen('phat_sinh')}>
          <form method="post" action={`${path}/phat-sinh`} enctype="multipart/form-data">
            <input type="hidden" name="lan_sua" value={task.revision} />
            <Field {...record('ngay')} kind="date" label={words.fields.day} hint={words.fields.dayHint} />
            <TextArea
              {...record('noi_dung')}
              label={words.page.recordNote}
              hint={words.page.recordHint}
              maxLength={LONGEST.text}
            />
            <FileFields language={language} form="phat_sinh" />
            <Button>{words.page.record}</Button>
          </form>
        </Details>
      )}
      {deeds.has('note_progress') && (
        <Details summary={words.page.progress} open={isOpen('tien_do')}>
          <form method="post" action={`${path}/tien-do`} enctype="multipart/form-data">
            <TextArea
              {...fieldsOf('tien_do', answer, language)('noi_dung')}
              label={words.page.progressNote}
              maxLength={LONGEST.text}
            />
            <FileFields language={language} form="tien_do" />
            <Button kind="plain">{words.page.progress}</Button>
          </form>
        </Details>
      )}
      {deeds.has('raise_difficulty') && (
        <Details summary={words.page.raise} open={isOpen('kho_khan')}>
          <form method="post" action={`${path}/kho-khan`}>
            <TextArea
              {...fieldsOf('kho_khan', answer, language)('noi_dung')}
              label={words.page.raiseNote}
              hint={words.page.raiseHint}
              maxLength={LONGEST.text}
            />
            <Button kind="plain">{words.page.raise}</Button>
          </form>
        </Details>
      )}
    </Card>
  );
}

/** Two files at a time: more are added with the next note. */
export function FileFields({
  language,
  form,
}: {
  readonly language: Language;
  readonly form: string;
}): VNode {
  const words = messages[language].fields;
  return (
    <>
      <Field id={`${form}-tep`} name="tep" kind="file" label={words.file} hint={words.fileHint} />
      <Field id={`${form}-tep-2`} name="tep" kind="file" label={words.secondFile} />
    </>
  );
}
