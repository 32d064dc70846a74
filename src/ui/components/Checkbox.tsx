import type { ComponentChildren, VNode } from 'preact';
import { ChoiceRow } from './Choices.tsx';

export interface CheckboxProps {
  readonly id: string;
  readonly name?: string | undefined;
  /** Sent when ticked; default "co". */
  readonly value?: string | undefined;
  readonly label: ComponentChildren;
  readonly hint?: ComponentChildren;
  readonly error?: string | undefined;
  readonly checked?: boolean | undefined;
  readonly revealed?: ComponentChildren;
}

/** One thing to agree to or to switch on. A question with two answers of equal weight is `Radios`. */
export function Checkbox(props: CheckboxProps): VNode {
  const { id, error } = props;
  return (
    <div class={error ? 'field bad' : 'field'}>
      {error && (
        <p class="error" id={`${id}-error`}>
          {error}
        </p>
      )}
      <ChoiceRow
        type="checkbox"
        id={id}
        name={props.name ?? id}
        choice={{
          value: props.value ?? 'co',
          label: props.label,
          hint: props.hint,
          revealed: props.revealed,
        }}
        checked={props.checked ?? false}
        describedBy={error && `${id}-error`}
        invalid={error !== undefined}
      />
    </div>
  );
}
