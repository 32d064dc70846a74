import type { VNode } from 'preact';
import { FORUM_RULES } from '../../../domain/activity/index.ts';
import type { Language } from '../../../domain/text/index.ts';
import { Checkbox } from '../../../ui/components/Checkbox.tsx';
import type { FieldError } from '../../../ui/components/ErrorSummary.tsx';
import { Field } from '../../../ui/components/Field.tsx';
import { Radios } from '../../../ui/components/Radios.tsx';
import type { Fields } from '../form-reading.ts';
import { messages } from '../messages.ts';

/** What only a children's forum has, for the rules of its circular. */
export function ForumFields(props: {
  readonly language: Language;
  readonly values: Fields;
  readonly errors: readonly FieldError[];
}): VNode {
  const { values } = props;
  const words = messages[props.language].form;
  const figure = (id: string, label: string) => (
    <Field
      id={id}
      kind="figure"
      label={label}
      value={values[id] ?? ''}
      error={props.errors.find(({ field }) => field === id)?.message}
    />
  );
  return (
    <section class="form-part">
      <h2>{words.forumTitle}</h2>
      <p class="muted">{words.forumHint}</p>
      {figure('phu_trach', words.adultsInCharge)}
      {figure('tinh_nguyen', words.volunteers)}
      {figure('khach_moi', words.guests)}
      <fieldset class="field">
        <legend>{words.planParts}</legend>
        {FORUM_RULES.planParts.parts.map((part) => (
          <Checkbox
            key={part}
            id={`phan.${part}`}
            label={words.parts[part]}
            checked={values[`phan.${part}`] === 'co'}
          />
        ))}
      </fieldset>
      <Radios
        id="ra_soat"
        label={words.previous}
        value={values.ra_soat ?? ''}
        choices={(['gone_through', 'left_out', 'none'] as const).map((choice) => ({
          value: choice,
          label: words.previousChoices[choice],
        }))}
      />
      <Field
        id="ngay_bao_cao"
        kind="date"
        label={words.reportedOn}
        hint={words.dateHint}
        value={values.ngay_bao_cao ?? ''}
        error={props.errors.find(({ field }) => field === 'ngay_bao_cao')?.message}
      />
    </section>
  );
}
