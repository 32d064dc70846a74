import type { ComponentChildren, VNode } from 'preact';

/** Buttons side by side, the main one first; they wrap on a phone. Not needed for a single button in a line of text. */
export function ButtonRow({ children }: { readonly children: ComponentChildren }): VNode {
  return <div class="button-row">{children}</div>;
}
