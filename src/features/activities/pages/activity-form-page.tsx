import type { VNode } from 'preact';
import {
  type ActivityKind,
  AUDIENCES,
  CHANNELS,
  KINDS_WITH_ATTENDANCE,
} from '../../../domain/activity/index.ts';
import { Button } from '../../../ui/components/Button.tsx';
import { ButtonRow } from '../../../ui/components/ButtonRow.tsx';
import { Card } from '../../../ui/components/Card.tsx';
import { Checkbox } from '../../../ui/components/Checkbox.tsx';
import { Columns } from '../../../ui/components/Columns.tsx';
import type { FieldError } from '../../../ui/components/ErrorSummary.tsx';
import { Field } from '../../../ui/components/Field.tsx';
import { Note } from '../../../ui/components/Note.tsx';
import { Select } from '../../../ui/components/Select.tsx';
import { TextArea } from '../../../ui/components/TextArea.tsx';
import { type UnitAtWork, UnitWorkPage, type WorkFrame } from '../../territory/index.ts';
import type { Fields } from '../form-reading.ts';
import { messages } from '../messages.ts';
import { activityPath, KIND_SLUGS, logPath, newActivityPath } from '../paths.ts';
import type { OrganisationChoice } from '../queries.ts';
import type { FieldFaults } from '../schema.ts';
import { ForumFields } from './forum-fields.tsx';

export interface ActivityFormPageProps {
  readonly frame: WorkFrame;
  readonly unit: UnitAtWork;
  readonly kind: ActivityKind;
  /** The activity that is corrected; null for a new one. */
  readonly activity: { readonly id: string; readonly title: string } | null;
  readonly revision: number;
  readonly values: Fields;
  readonly organisations: readonly OrganisationChoice[];
  readonly faults: FieldFaults;
  /** Labels and stored values of what somebody else has changed meanwhile; empty without a conflict. */
  readonly conflicts: readonly { readonly label: string; readonly stored: string }[];
}

/** What is noted of an activity of one kind, in one form. */
export function ActivityFormPage(props: ActivityFormPageProps): VNode {
  const { frame, unit, kind, activity, conflicts } = props;
  const { language } = frame;
  const words = messages[language];
  const title =
    activity === null ? words.form.newTitle(words.kinds[kind]) : words.form.changeTitle(activity.title);
  const errors: FieldError[] = Object.entries(props.faults).map(([field, fault]) => ({
    field,
    message: words.faults[fault],
  }));
  const path =
    activity === null ? newActivityPath(unit.code, kind) : `${activityPath(unit.code, activity.id)}/sua`;
  return (
    <UnitWorkPage
      frame={frame}
      unit={unit}
      title={title}
      errors={errors}
      crumbs={[{ label: words.title, href: logPath(unit.code) }, { label: title }]}
    >
      <div class="narrow">
        <Card>
          <h1>{title}</h1>
          {conflicts.length > 0 && (
            <Note kind="stop" title={words.form.conflictTitle} announced>
              <p>{words.form.conflict}</p>
              <p>{words.form.conflictStored}</p>
              <ul>
                {conflicts.map(({ label, stored }) => (
                  <li key={label}>
                    {label}: <b>{stored === '' ? words.form.nothing : stored}</b>
                  </li>
                ))}
              </ul>
            </Note>
          )}
          <form method="post" action={path}>
            <input type="hidden" name="loai" value={KIND_SLUGS[kind]} />
            <input type="hidden" name="lan_sua" value={String(props.revision)} />
            <CommonFields {...props} errors={errors} />
            {kind === 'forum' && <ForumFields language={language} values={props.values} errors={errors} />}
            <ButtonRow>
              <Button>{words.form.save}</Button>
              <Button
                kind="plain"
                href={activity === null ? logPath(unit.code) : activityPath(unit.code, activity.id)}
              >
                {words.form.back}
              </Button>
            </ButtonRow>
          </form>
        </Card>
      </div>
    </UnitWorkPage>
  );
}

function CommonFields(props: ActivityFormPageProps & { readonly errors: readonly FieldError[] }): VNode {
  const { kind, values, organisations, errors } = props;
  const words = messages[props.frame.language];
  const box = (id: string) => ({
    id,
    value: values[id] ?? '',
    error: errors.find(({ field }) => field === id)?.message,
  });
  const outcome =
    kind === 'board_meeting'
      ? words.form.conclusion
      : kind === 'oversight'
        ? words.form.finding
        : words.form.outcome;
  return (
    <>
      <Field {...box('ten')} width="full" label={words.form.name} hint={words.form.nameHint} />
      <Columns layout="two">
        <Field {...box('tu_ngay')} kind="date" label={words.form.from} hint={words.form.dateHint} />
        <Field {...box('den_ngay')} kind="date" label={words.form.until} hint={words.form.dateHint} />
      </Columns>
      <Field {...box('noi')} width="full" label={words.form.place} />
      <Select
        {...box('don_vi')}
        label={words.form.organisation}
        options={organisations.map(({ id, name }) => ({ value: id, label: name }))}
      />
      {kind === 'communication' && (
        <>
          <Select
            {...box('kenh')}
            label={words.form.channel}
            placeholder={words.form.channelPlaceholder}
            options={CHANNELS.map((channel) => ({ value: channel, label: words.channels[channel] }))}
          />
          <Field {...box('so_tin')} kind="figure" label={words.form.items} hint={words.form.itemsHint} />
          <fieldset class="field">
            <legend>{words.form.audience}</legend>
            {AUDIENCES.map((audience) => (
              <Checkbox
                key={audience}
                id={`doi_tuong.${audience}`}
                label={words.audiences[audience]}
                checked={values[`doi_tuong.${audience}`] === 'co'}
              />
            ))}
          </fieldset>
        </>
      )}
      <Columns layout="two">
        <Field {...box('tre_em')} kind="figure" label={words.form.children} hint={words.form.childrenHint} />
        <Field {...box('nguoi_lon')} kind="figure" label={words.form.adults} />
      </Columns>
      {KINDS_WITH_ATTENDANCE.has(kind) && (
        <TextArea
          {...box('nguoi_du')}
          rows={8}
          label={words.form.attendance}
          hint={words.form.attendanceHint}
        />
      )}
      <TextArea {...box('tom_tat')} rows={4} label={words.form.summary} maxLength={4000} />
      <TextArea {...box('ket_qua')} rows={4} label={outcome} maxLength={4000} />
    </>
  );
}
