import type { VNode } from 'preact';
import { Button } from '../../../ui/components/Button.tsx';
import { Details } from '../../../ui/components/Details.tsx';
import type { FieldError } from '../../../ui/components/ErrorSummary.tsx';
import { Field } from '../../../ui/components/Field.tsx';
import { Select } from '../../../ui/components/Select.tsx';
import type { Language } from '../../../ui/language.ts';
import { SECTION_ROLES } from '../choices.ts';
import { messages } from '../messages.ts';

/** Adds a section at the end of a draft. */
export function NewSectionForm(props: {
  readonly language: Language;
  readonly action: string;
  readonly errors: readonly FieldError[];
}): VNode {
  const words = messages[props.language];
  const error = props.errors.find(({ field }) => field === 'muc_moi')?.message;
  return (
    <Details summary={words.edit.addSection} open={error !== undefined}>
      <form method="post" action={props.action}>
        <Field
          id="muc_moi"
          label={words.edit.newHeading}
          hint={words.edit.headingHint}
          error={error}
          width="full"
        />
        <Select
          id="vai_tro_moi"
          label={words.edit.role}
          value="measures"
          options={SECTION_ROLES.map((role) => ({ value: role, label: words.roles[role] }))}
        />
        <Button kind="plain">{words.edit.addSection}</Button>
      </form>
    </Details>
  );
}
