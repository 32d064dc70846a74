import type { VNode } from 'preact';

export interface MiniBarProps {
  /** Null while there are no points yet: an empty rail. */
  readonly have: number | null;
  readonly maximum: number;
}

/** Points at a glance, beside the same points in figures: screen readers skip it. Never without the figures. */
export function MiniBar({ have, maximum }: MiniBarProps): VNode {
  const look = have === null ? '' : have === 0 ? ' zero' : have < maximum ? ' part' : '';
  const width = have === null ? '0' : have === 0 ? '3' : `${Number(((have * 100) / maximum).toFixed(3))}%`;
  return (
    <svg class={`mini-bar${look}`} width="100%" height="6" aria-hidden="true">
      <rect width={width} height="6" rx="3" />
    </svg>
  );
}
