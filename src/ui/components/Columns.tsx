import type { ComponentChildren, VNode } from 'preact';

export interface ColumnsProps {
  /** main-aside: the work and what one needs beside it · two, three: equals. One below the other on a narrow screen. */
  readonly layout: 'main-aside' | 'two' | 'three';
  readonly children: ComponentChildren;
}

/** Lays cards side by side at a desk. The reading order is the order in the page: the main thing first. */
export function Columns({ layout, children }: ColumnsProps): VNode {
  return <div class={`columns ${layout}${layout === 'main-aside' ? '' : ' equal'}`}>{children}</div>;
}
