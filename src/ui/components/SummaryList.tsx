import type { ComponentChildren, VNode } from 'preact';

export interface SummaryRow {
  readonly term: string;
  readonly value: ComponentChildren;
  /** A link to change it; `about` completes its words for screen readers ("Sửa" + "hạn nộp"). */
  readonly action?: { readonly href: string; readonly label: string; readonly about: string } | undefined;
}

/** Label and value of one thing, or answers to be checked before sending. For many things alike use `Table`. */
export function SummaryList({ rows }: { readonly rows: readonly SummaryRow[] }): VNode {
  return (
    <dl class="summary-list">
      {rows.map((row) => (
        <div key={row.term}>
          <dt>{row.term}</dt>
          <dd>{row.value}</dd>
          {row.action && (
            <dd>
              <a href={row.action.href}>
                {row.action.label}
                <span class="visually-hidden"> {row.action.about}</span>
              </a>
            </dd>
          )}
        </div>
      ))}
    </dl>
  );
}
