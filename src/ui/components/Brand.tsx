import type { VNode } from 'preact';
import { sprout } from '../brand.ts';

/** The sprout and the name, linked to where the person's work begins. Only in the header: the product bears no crest of the state. */
export function Brand({ name, home }: { readonly name: string; readonly home: string }): VNode {
  return (
    <a class="brand" href={home}>
      <svg viewBox="0 0 24 24" fill="none" aria-hidden="true">
        <path d={sprout.stem} stroke={sprout.light} stroke-width="2" stroke-linecap="round" />
        <path d={sprout.rightLeaf} fill={sprout.light} />
        <path d={sprout.leftLeaf} fill={sprout.dark} />
      </svg>
      {name}
    </a>
  );
}
