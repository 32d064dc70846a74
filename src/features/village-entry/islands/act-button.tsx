import type { ComponentChildren, VNode } from 'preact';

/** A button of a script: it does something here and sends no form. */
export function ActButton(props: {
  readonly kind?: 'primary' | 'plain' | 'quiet';
  readonly onAct: () => void;
  readonly children: ComponentChildren;
}): VNode {
  const { kind = 'primary' } = props;
  return (
    <button type="button" class={kind === 'primary' ? 'button' : `button ${kind}`} onClick={props.onAct}>
      {props.children}
    </button>
  );
}
