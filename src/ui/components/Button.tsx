import type { ComponentChildren, VNode } from 'preact';

export interface ButtonProps {
  readonly children: ComponentChildren;
  /** One `primary` on a page, named by its result; `danger` only for what cannot be undone. */
  readonly kind?: 'primary' | 'plain' | 'danger' | 'quiet' | undefined;
  /** With an address it is a link that looks like a button: for going somewhere, never for changing something. */
  readonly href?: string | undefined;
  /** Sent with the form, where one form has several buttons. */
  readonly name?: string | undefined;
  readonly value?: string | undefined;
  /** Sends the form to another address than its own. */
  readonly formAction?: string | undefined;
  readonly id?: string | undefined;
}

/** Does something. Never disabled: let people press, then tell them what is missing. Plain links stay links. */
export function Button(props: ButtonProps): VNode {
  const { kind = 'primary' } = props;
  const look = kind === 'primary' ? 'button' : `button ${kind}`;
  if (props.href !== undefined) {
    return (
      <a class={look} href={props.href} id={props.id}>
        {props.children}
      </a>
    );
  }
  return (
    <button
      class={look}
      type="submit"
      id={props.id}
      name={props.name}
      value={props.value}
      formAction={props.formAction}
    >
      {props.children}
    </button>
  );
}
