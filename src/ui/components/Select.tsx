import type { VNode } from 'preact';
import { describedBy } from './described.ts';
import { FieldFrame, type FieldFrameProps } from './FieldFrame.tsx';

export interface SelectProps extends FieldFrameProps {
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly value?: string | undefined;
  /** The first, empty line: "Chọn tỉnh, thành phố". Absent where a value is always chosen. */
  readonly placeholder?: string | undefined;
  readonly required?: boolean | undefined;
}

/** One out of a long list that people know. Up to about seven choices are better as `Radios`. */
export function Select(props: SelectProps): VNode {
  const { id, placeholder } = props;
  return (
    <FieldFrame {...props}>
      <select
        id={id}
        name={props.name ?? id}
        class="input"
        required={props.required}
        aria-invalid={props.error ? 'true' : undefined}
        aria-describedby={describedBy(props.hint ? `${id}-hint` : undefined, props.error && `${id}-error`)}
      >
        {placeholder !== undefined && <option value="">{placeholder}</option>}
        {props.options.map((option) => (
          <option key={option.value} value={option.value} selected={option.value === props.value}>
            {option.label}
          </option>
        ))}
      </select>
    </FieldFrame>
  );
}
