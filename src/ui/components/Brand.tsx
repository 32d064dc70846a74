import type { VNode } from 'preact';

/** The sprout and the name, linked to the home page. Only in the header: the product bears no crest of the state. */
export function Brand({ name }: { readonly name: string }): VNode {
  return (
    <a class="brand" href="/">
      <svg viewBox="0 0 24 24" fill="none" aria-hidden="true">
        <path d="M12 22V9" stroke="#9fe0bf" stroke-width="2" stroke-linecap="round" />
        <path d="M12 12c0-5 3-8.5 8-9-.2 5.5-3 9-8 9Z" fill="#9fe0bf" />
        <path d="M12 16c0-4-2.6-7-7-7.5C5.2 13 7.6 16 12 16Z" fill="#5fae86" />
      </svg>
      {name}
    </a>
  );
}
