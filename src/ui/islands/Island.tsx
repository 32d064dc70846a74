import type { ComponentChildren, VNode } from 'preact';

export interface IslandProps<Props extends object> {
  /** The name of the island's file: `unit-picker` for `unit-picker.island.tsx`. */
  readonly name: string;
  /** What the island gets; plain data, since it travels as JSON in the page. */
  readonly props: Props;
  /** HTML that does the same job without JavaScript. */
  readonly children: ComponentChildren;
}

/**
 * The place of an island in a page. Use it only where a person gains by a script (search while typing, a score that
 * follows the typing); the fallback must do the job alone. Name the island in `assets.forPage(...)` too, so that its
 * script is loaded.
 */
export function Island<Props extends object>({ name, props, children }: IslandProps<Props>): VNode {
  return (
    <div data-island={name} data-props={JSON.stringify(props)}>
      {children}
    </div>
  );
}
