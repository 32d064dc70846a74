import type { ComponentChildren, VNode } from 'preact';

export interface NoteProps {
  /** wait: mind this · stop: what stands in the way · go: done · plain: for information. Default plain. */
  readonly kind?: 'wait' | 'stop' | 'go' | 'plain' | undefined;
  readonly title?: string | undefined;
  /** For a link that leads to it. */
  readonly id?: string | undefined;
  /** Read out at once: for the answer to what the person has just done. */
  readonly announced?: boolean | undefined;
  readonly children?: ComponentChildren;
}

/** A few sentences that must be seen. Faults of a form are an `ErrorSummary`; one state of one thing is a `Tag`. */
export function Note(props: NoteProps): VNode {
  return (
    <div id={props.id} class={`note ${props.kind ?? 'plain'}`} role={props.announced ? 'status' : undefined}>
      {props.title && <p class="title">{props.title}</p>}
      {props.children}
    </div>
  );
}
