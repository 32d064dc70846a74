import type { ComponentChildren, VNode } from 'preact';

export interface EmptyStateProps {
  /** What is not there yet: "Chưa có chu kỳ đánh giá nào". */
  readonly title: string;
  /** Why, and what to do. */
  readonly children: ComponentChildren;
  /** The button that makes the first one. */
  readonly action?: ComponentChildren;
}

/** In the place of a list with nothing in it. When a search found nothing, say so beside the search instead. */
export function EmptyState({ title, children, action }: EmptyStateProps): VNode {
  return (
    <div class="empty">
      <h2>{title}</h2>
      <p>{children}</p>
      {action && <div class="button-row">{action}</div>}
    </div>
  );
}
