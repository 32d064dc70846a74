import type { ComponentChildren, VNode } from 'preact';

export interface DetailsProps {
  readonly summary: ComponentChildren;
  readonly open?: boolean | undefined;
  readonly id?: string | undefined;
  readonly children: ComponentChildren;
}

/** What few people need, folded away: a definition, a history. Never for errors or what everybody must read. */
export function Details({ summary, open, id, children }: DetailsProps): VNode {
  return (
    <details class="details" open={open} id={id}>
      <summary>{summary}</summary>
      <div>{children}</div>
    </details>
  );
}
