import type { ComponentChildren, VNode } from 'preact';

export interface CardProps {
  /** The heading of the card, an `<h2>`. Absent where the card holds the page's `<h1>`. */
  readonly title?: string | undefined;
  /** Where links lead to, and what ties the heading to the section. */
  readonly id?: string | undefined;
  readonly children: ComponentChildren;
}

/** A part of a page on paper of its own. Not inside another card, and not around a single sentence (`Note`). */
export function Card({ title, id, children }: CardProps): VNode {
  const headingId = id && title ? `${id}-heading` : undefined;
  return (
    <section class="card" id={id} aria-labelledby={headingId}>
      {title && <h2 id={headingId}>{title}</h2>}
      {children}
    </section>
  );
}
