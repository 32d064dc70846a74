import type { VNode } from 'preact';
import { describedBy } from './described.ts';
import { FieldFrame, type FieldFrameProps } from './FieldFrame.tsx';

export interface TextAreaProps extends FieldFrameProps {
  readonly value?: string | undefined;
  readonly rows?: number | undefined;
  readonly maxLength?: number | undefined;
  readonly required?: boolean | undefined;
}

/** A reason, a remark, more than one line. For a name or a number use `Field`. */
export function TextArea(props: TextAreaProps): VNode {
  const { id } = props;
  return (
    <FieldFrame {...props}>
      <textarea
        id={id}
        name={props.name ?? id}
        class="input"
        rows={props.rows ?? 4}
        maxLength={props.maxLength}
        required={props.required}
        aria-invalid={props.error ? 'true' : undefined}
        aria-describedby={describedBy(props.hint ? `${id}-hint` : undefined, props.error && `${id}-error`)}
        value={props.value}
      />
    </FieldFrame>
  );
}
