import type { VNode } from 'preact';
import { periodName } from '../../../domain/calendar/index.ts';
import type { OccurrenceDeed } from '../../../domain/task/index.ts';
import type { Language } from '../../../domain/text/index.ts';
import { Button } from '../../../ui/components/Button.tsx';
import { Card } from '../../../ui/components/Card.tsx';
import { Details } from '../../../ui/components/Details.tsx';
import { TextArea } from '../../../ui/components/TextArea.tsx';
import type { UnitAtWork } from '../../territory/index.ts';
import { messages } from '../messages.ts';
import { occurrencePath } from '../paths.ts';
import type { Occurrence, Task } from '../queries/task-page.ts';
import { LONGEST } from '../schema.ts';
import { type Answer, fieldsOf } from './frame.tsx';
import { FileFields } from './task-work.tsx';

/** What this person can do with one occurrence: report it; accept, return, skip it; remind of it. */
export function OccurrenceWork(props: {
  readonly language: Language;
  readonly unit: UnitAtWork;
  readonly task: Task;
  readonly occurrence: Occurrence;
  readonly deeds: ReadonlySet<OccurrenceDeed>;
  readonly answer: Answer;
}): VNode | null {
  const { language, unit, task, occurrence, deeds, answer } = props;
  if (deeds.size === 0) return null;
  const words = messages[language];
  const path = occurrencePath(unit.code, task.id, occurrence.id);
  const seen = <input type="hidden" name="lan_sua" value={task.revision} />;
  const report = fieldsOf('bao_cao', answer, language);
  return (
    <Card title={words.page.workOn(periodName(occurrence.period, language))} id="viec">
      {deeds.has('report') && (
        <form method="post" action={`${path}/bao-cao`} enctype="multipart/form-data">
          {seen}
          <TextArea
            {...report('noi_dung')}
            label={words.page.reportNote}
            hint={words.page.reportHint}
            maxLength={LONGEST.text}
          />
          <FileFields language={language} form="bao_cao" />
          <Button>{words.page.report}</Button>
        </form>
      )}
      {deeds.has('accept') && (
        <form method="post" action={`${path}/chap-nhan`} class="form-part">
          {seen}
          <Button>{words.page.accept}</Button>
        </form>
      )}
      {deeds.has('remind') && (
        <form method="post" action={`${path}/nhac`} class="form-part">
          {seen}
          <Button kind={deeds.has('report') ? 'plain' : 'primary'}>{words.page.remind}</Button>
        </form>
      )}
      {deeds.has('return') && (
        <ReasonForm
          {...props}
          form="tra_lai"
          action={`${path}/tra-lai`}
          label={words.page.returnReason}
          submit={words.page.return}
        />
      )}
      {deeds.has('skip') && (
        <ReasonForm
          {...props}
          form="bo_qua"
          action={`${path}/bo-qua`}
          label={words.page.skipReason}
          submit={words.page.skip}
        />
      )}
      {deeds.has('resume') && (
        <form method="post" action={`${path}/khong-bo-qua`} class="form-part">
          {seen}
          <Button kind="plain">{words.page.resume}</Button>
        </form>
      )}
    </Card>
  );
}

/** A deed that needs a reason, folded away until wanted. */
export function ReasonForm(props: {
  readonly language: Language;
  readonly task: Task;
  readonly answer: Answer;
  readonly form: string;
  readonly action: string;
  readonly label: string;
  readonly hint?: string;
  readonly submit: string;
}): VNode {
  const { language, task, answer, form } = props;
  return (
    <Details summary={props.submit} open={answer.refused?.form === form}>
      <form method="post" action={props.action}>
        <input type="hidden" name="lan_sua" value={task.revision} />
        <TextArea
          {...fieldsOf(form, answer, language)('ly_do')}
          label={props.label}
          hint={props.hint ?? messages[language].fields.reasonHint}
          rows={3}
          maxLength={LONGEST.reason}
        />
        <Button kind="plain">{props.submit}</Button>
      </form>
    </Details>
  );
}
