import type { ComponentChildren, VNode } from 'preact';

/** go: done, reached · wait: someone has to act · stop: disqualifying zero or error · info: on its way · plain: not begun. */
export type TagKind = 'go' | 'wait' | 'stop' | 'info' | 'plain';

const drawing: Readonly<Record<TagKind, string>> = {
  go: 'M2 6.5l3 3 5-7',
  wait: 'M6 3v3.5l2 1.5M6 1a5 5 0 100 10A5 5 0 006 1z',
  stop: 'M2.5 2.5l7 7m0-7l-7 7',
  info: 'M1 6h9M6.5 2.5L10 6l-3.5 3.5',
  plain: 'M3 6h6',
};

/** A state as icon, word and colour. Not a link, not a button, not a counter without a word. */
export function Tag(props: { readonly kind: TagKind; readonly children: ComponentChildren }): VNode {
  return (
    <span class={`tag ${props.kind}`}>
      <svg viewBox="0 0 12 12" fill="none" stroke="currentColor" stroke-width="1.6" aria-hidden="true">
        <path d={drawing[props.kind]} />
      </svg>
      {props.children}
    </span>
  );
}
