import type { VNode } from 'preact';
import { type Choice, ChoiceRow } from './Choices.tsx';
import { describedBy } from './described.ts';
import { type FieldFrameProps, HintAndError } from './FieldFrame.tsx';

export interface RadiosProps extends FieldFrameProps {
  readonly choices: readonly Choice[];
  readonly value?: string | undefined;
}

/** One out of two to about seven, all in sight. The first button bears the `id`. For a long list use `Select`. */
export function Radios(props: RadiosProps): VNode {
  const { id, error } = props;
  return (
    <fieldset
      class={error ? 'field bad' : 'field'}
      aria-describedby={describedBy(props.hint ? `${id}-hint` : undefined, error && `${id}-error`)}
    >
      <legend>{props.label}</legend>
      <HintAndError id={id} hint={props.hint} error={error} />
      {props.choices.map((choice, place) => (
        <ChoiceRow
          key={choice.value}
          type="radio"
          id={place === 0 ? id : `${id}-${choice.value}`}
          name={props.name ?? id}
          choice={choice}
          checked={choice.value === props.value}
        />
      ))}
    </fieldset>
  );
}
