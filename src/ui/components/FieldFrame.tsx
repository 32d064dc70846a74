import type { ComponentChildren, VNode } from 'preact';

/** What every kind of field has around its control. */
export interface FieldFrameProps {
  /** The id of the control, and the `name` it is sent under unless `name` says otherwise. */
  readonly id: string;
  readonly name?: string | undefined;
  readonly label: ComponentChildren;
  readonly hint?: ComponentChildren;
  readonly error?: string | undefined;
}

/** Label, hint and error of one control, with the ids that `describedBy` refers to. Used by the fields alone. */
export function FieldFrame(props: FieldFrameProps & { readonly children: ComponentChildren }): VNode {
  return (
    <div class={props.error ? 'field bad' : 'field'}>
      <label for={props.id}>{props.label}</label>
      <HintAndError id={props.id} hint={props.hint} error={props.error} />
      {props.children}
    </div>
  );
}

export function HintAndError({ id, hint, error }: Pick<FieldFrameProps, 'id' | 'hint' | 'error'>): VNode {
  return (
    <>
      {hint && (
        <p class="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {error && (
        <p class="error" id={`${id}-error`}>
          {error}
        </p>
      )}
    </>
  );
}
