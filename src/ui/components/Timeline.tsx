import type { ComponentChildren, VNode } from 'preact';

export interface Happening {
  /** As people read it: "21/10/2026 08:15". */
  readonly when: string;
  /** The same instant for machines, ISO 8601. */
  readonly instant?: string | undefined;
  readonly who: string;
  readonly what: ComponentChildren;
  /** A reason or remark, in the words of the person. */
  readonly why?: string | undefined;
}

/** Who did what, and when; newest first. Use it for the history of a figure, a criterion, a dossier. */
export function Timeline({ happenings }: { readonly happenings: readonly Happening[] }): VNode {
  return (
    <ol class="timeline">
      {happenings.map((happening, place) => (
        <li key={place}>
          <div>{happening.what}</div>
          {happening.why && <div>“{happening.why}”</div>}
          <div class="small muted">
            {happening.who} · <time dateTime={happening.instant}>{happening.when}</time>
          </div>
        </li>
      ))}
    </ol>
  );
}
