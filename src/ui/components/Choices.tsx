import type { ComponentChildren, VNode } from 'preact';

export interface Choice {
  readonly value: string;
  readonly label: ComponentChildren;
  readonly hint?: ComponentChildren;
  /** Shown only while this choice is made, for example the reason of "không áp dụng". */
  readonly revealed?: ComponentChildren;
}

/** One box or button with its label. Used by `Radios` and `Checkbox` alone. */
export function ChoiceRow(props: {
  readonly type: 'radio' | 'checkbox';
  readonly id: string;
  readonly name: string;
  readonly choice: Choice;
  readonly checked: boolean;
  readonly describedBy?: string | undefined;
  readonly invalid?: boolean | undefined;
}): VNode {
  const { id, choice } = props;
  const hintId = `${id}-choice-hint`;
  return (
    <>
      <div class="choice">
        <input
          type={props.type}
          id={id}
          name={props.name}
          value={choice.value}
          checked={props.checked}
          aria-invalid={props.invalid ? 'true' : undefined}
          aria-describedby={
            [choice.hint ? hintId : '', props.describedBy ?? ''].filter(Boolean).join(' ') || undefined
          }
        />
        <label for={id}>
          {choice.label}
          {choice.hint && (
            <span class="hint" id={hintId}>
              {choice.hint}
            </span>
          )}
        </label>
      </div>
      {choice.revealed && <div class="revealed">{choice.revealed}</div>}
    </>
  );
}
