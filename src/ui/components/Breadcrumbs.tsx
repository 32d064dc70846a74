import type { VNode } from 'preact';
import type { Language } from '../language.ts';
import { messages } from '../messages.ts';

export interface Crumb {
  readonly label: string;
  /** Absent for the last one, the page itself. */
  readonly href?: string | undefined;
}

/** Where the page lies. Use it on every page below a start page; not on the start page or inside a dialogue of steps. */
export function Breadcrumbs(props: { readonly language: Language; readonly items: readonly Crumb[] }): VNode {
  return (
    <nav class="crumbs" aria-label={messages[props.language].breadcrumbs}>
      <ol>
        {props.items.map((item) => (
          <li key={item.label}>
            {item.href === undefined ? item.label : <a href={item.href}>{item.label}</a>}
          </li>
        ))}
      </ol>
    </nav>
  );
}
