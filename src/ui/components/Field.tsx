import type { ComponentChildren, VNode } from 'preact';
import { describedBy } from './described.ts';
import { FieldFrame, type FieldFrameProps } from './FieldFrame.tsx';

/** What is typed: it decides the keyboard on a phone, the alignment and the width. */
export type FieldKind = 'text' | 'figure' | 'decimal' | 'date' | 'password' | 'search' | 'file';

export interface FieldProps extends FieldFrameProps {
  /** `figure` for whole numbers, `decimal` for numbers with a comma. Default `text`. */
  readonly kind?: FieldKind | undefined;
  /** As the person typed it, also when it is wrong. */
  readonly value?: string | undefined;
  /** Shown after the box: "trẻ em", "%". */
  readonly unit?: string | undefined;
  /** The value to compare with: "năm 2025: 205". */
  readonly previous?: string | undefined;
  readonly width?: 'short' | 'medium' | 'full' | undefined;
  /** In UTF-16 code units, as browsers count. */
  readonly maxLength?: number | undefined;
  readonly required?: boolean | undefined;
  readonly readOnly?: boolean | undefined;
  readonly autocomplete?: string | undefined;
  /** For a file: the kinds that are taken, for example ".xlsx,.csv". */
  readonly accept?: string | undefined;
  /** For a file: whether several may be chosen at once. */
  readonly multiple?: boolean | undefined;
  /** What belongs under the box: a state to choose, a note, the history. */
  readonly children?: ComponentChildren;
}

/**
 * One line to type in. Numbers are text boxes with a number keyboard, so that nothing typed is swallowed and both
 * separators can be read. Not for long text (`TextArea`) or a choice among few (`Radios`).
 */
export function Field(props: FieldProps): VNode {
  const { id, kind = 'text', unit, previous } = props;
  const numeric = kind === 'figure' || kind === 'decimal';
  return (
    <FieldFrame {...props}>
      <div class="entry">
        <input
          id={id}
          name={props.name ?? id}
          class={`input ${numeric ? 'figure' : (props.width ?? widthOf(kind))}`}
          type={typeOf(kind)}
          inputMode={numeric ? (kind === 'figure' ? 'numeric' : 'decimal') : undefined}
          value={props.value}
          maxLength={props.maxLength}
          required={props.required}
          readOnly={props.readOnly}
          accept={props.accept}
          multiple={props.multiple}
          autocomplete={props.autocomplete ?? (numeric ? 'off' : undefined)}
          aria-invalid={props.error ? 'true' : undefined}
          aria-describedby={describedBy(
            props.hint ? `${id}-hint` : undefined,
            props.error && `${id}-error`,
            unit && `${id}-unit`,
            previous && `${id}-previous`,
          )}
        />
        {unit && (
          <span class="beside" id={`${id}-unit`}>
            {unit}
          </span>
        )}
        {previous && (
          <span class="beside" id={`${id}-previous`}>
            {previous}
          </span>
        )}
      </div>
      {props.children}
    </FieldFrame>
  );
}

/** The type checker knows one set of attributes for each type; all that are used here suit every type. */
function typeOf(kind: FieldKind): 'text' {
  return (kind === 'password' || kind === 'search' || kind === 'file' ? kind : 'text') as 'text';
}

function widthOf(kind: FieldKind): string {
  return kind === 'date' ? 'short' : 'medium';
}
