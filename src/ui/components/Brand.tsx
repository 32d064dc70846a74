import type { VNode } from 'preact';
import { sprout } from '../brand.ts';

/** The sprout and the name, linked to the home page. Only in the header: the product bears no crest of the state. */
export function Brand({ name }: { readonly name: string }): VNode {
  return (
    <a class="brand" href="/">
      <svg viewBox="0 0 24 24" fill="none" aria-hidden="true">
        <path d={sprout.stem} stroke={sprout.light} stroke-width="2" stroke-linecap="round" />
        <path d={sprout.rightLeaf} fill={sprout.light} />
        <path d={sprout.leftLeaf} fill={sprout.dark} />
      </svg>
      {name}
    </a>
  );
}
