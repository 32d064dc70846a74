import type { VNode } from 'preact';
import { formatDate, type Language } from '../../../domain/text/index.ts';
import type { FieldError } from '../../../ui/components/ErrorSummary.tsx';
import { Field } from '../../../ui/components/Field.tsx';
import { Note } from '../../../ui/components/Note.tsx';
import { Select } from '../../../ui/components/Select.tsx';
import { TextArea } from '../../../ui/components/TextArea.tsx';
import type { Fields } from '../../activities/index.ts';
import { messages } from '../messages.ts';
import type { ActivityChoice, PetitionChoices } from '../queries.ts';

/** The boxes of a petition, without its answer. */
export function PetitionFields(props: {
  readonly language: Language;
  readonly values: Fields;
  readonly choices: PetitionChoices;
  /** The activities that this person records petitions for. */
  readonly origins: readonly ActivityChoice[];
  readonly errors: readonly FieldError[];
  /** Whether the answer can have been gone through already. */
  readonly withReview: boolean;
}): VNode {
  const { values, choices } = props;
  const words = messages[props.language].form;
  const box = (id: string) => ({
    id,
    value: values[id] ?? '',
    error: props.errors.find(({ field }) => field === id)?.message,
  });
  const options = (activities: readonly ActivityChoice[]) =>
    activities.map(({ id, title, heldFrom }) => ({ value: id, label: `${formatDate(heldFrom)}: ${title}` }));
  const origin = choices.activities.find(({ id }) => id === values.hoat_dong);
  return (
    <>
      <Note kind="wait">
        <p>{words.groups}</p>
      </Note>
      <Select
        {...box('hoat_dong')}
        label={words.activity}
        placeholder={words.choose}
        options={options(props.origins)}
      />
      <TextArea {...box('noi_dung')} label={words.text} rows={4} maxLength={4000} />
      <Field {...box('nhom')} label={words.askedBy} width="full" />
      <Select
        {...box('don_vi_tra_loi')}
        label={words.addressee}
        placeholder={words.outside}
        options={choices.organisations.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <Field {...box('co_quan')} label={words.outsideName} hint={words.outsideHint} width="full" />
      <Field {...box('ngay_gui')} kind="date" label={words.sentOn} hint={words.dateHint} />
      <Field {...box('han')} kind="date" label={words.due} hint={words.dateHint} />
      {props.withReview && (
        <Select
          {...box('ra_soat')}
          label={words.reviewedAt}
          placeholder={words.notReviewed}
          options={options(
            choices.activities.filter(
              ({ kind, heldFrom }) => kind === 'forum' && heldFrom > (origin?.heldFrom ?? ''),
            ),
          )}
        />
      )}
    </>
  );
}
