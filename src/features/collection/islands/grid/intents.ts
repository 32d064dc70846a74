import type { Step } from './places.ts';

/** What a key asks for. */
export type Intent =
  | { readonly do: 'go'; readonly step: Step; readonly extend: boolean }
  /** Takes over what is typed and goes on. */
  | { readonly do: 'commit'; readonly step: Step }
  | { readonly do: 'cancel' }
  /** The next Tab leaves the grid. */
  | { readonly do: 'let-go' }
  | { readonly do: 'edit' }
  /** Begins to type over what is there. */
  | { readonly do: 'type'; readonly text: string }
  | { readonly do: 'clear' | 'select-all' | 'undo' | 'redo' | 'details' };

export interface Key {
  readonly key: string;
  readonly ctrl: boolean;
  readonly shift: boolean;
  readonly alt: boolean;
}

const ARROWS: Readonly<Record<string, 'up' | 'down' | 'left' | 'right'>> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'left',
  ArrowRight: 'right',
};

/**
 * What a key means; null where the browser is to do what it always does.
 * @param editing `overwrite`: typing began over the cell, so that arrows take it over and go on; `inside`: they move in
 * the text
 */
export function intentOf(
  { key, ctrl, shift, alt }: Key,
  editing: 'no' | 'overwrite' | 'inside',
): Intent | null {
  if (alt) return null;
  if (ctrl && key === 'Enter') return { do: 'details' };
  if (key === 'Enter') return { do: 'commit', step: shift ? 'up' : 'down' };
  if (key === 'Tab') return ctrl ? null : { do: 'commit', step: shift ? 'previous' : 'next' };
  if (key === 'Escape') return { do: editing === 'no' ? 'let-go' : 'cancel' };
  const arrow = ARROWS[key];
  if (editing === 'inside') return null;
  if (editing === 'overwrite')
    return arrow === undefined || ctrl || shift ? null : { do: 'commit', step: arrow };
  if (arrow !== undefined)
    return { do: 'go', step: ctrl ? (`edge-${arrow}` as const) : arrow, extend: shift };
  switch (key) {
    case 'Home':
      return { do: 'go', step: ctrl ? 'grid-begin' : 'row-begin', extend: shift };
    case 'End':
      return { do: 'go', step: ctrl ? 'grid-end' : 'row-end', extend: shift };
    case 'PageUp':
      return ctrl ? null : { do: 'go', step: 'page-up', extend: shift };
    case 'PageDown':
      return ctrl ? null : { do: 'go', step: 'page-down', extend: shift };
    case 'F2':
      return { do: 'edit' };
    case 'Delete':
    case 'Backspace':
      return { do: 'clear' };
  }
  if (ctrl) return controlled(key.toLowerCase(), shift);
  return [...key].length === 1 ? { do: 'type', text: key } : null;
}

function controlled(key: string, shift: boolean): Intent | null {
  if (key === 'a') return { do: 'select-all' };
  if (key === 'z') return { do: shift ? 'redo' : 'undo' };
  return key === 'y' ? { do: 'redo' } : null;
}
