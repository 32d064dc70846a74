import type { ComponentChildren, VNode } from 'preact';

export interface TraceStep {
  readonly text: ComponentChildren;
  /** The reckoning with its figures: "203 × 100 ÷ 212 = 95,75%". */
  readonly formula?: string | undefined;
  /** In small print: what is provisional, where the figure comes from. */
  readonly note?: ComponentChildren;
}

/** How a score came about, step by step. For what happened when, use `Timeline`. */
export function Trace({ steps }: { readonly steps: readonly TraceStep[] }): VNode {
  return (
    <ol class="trace">
      {steps.map((step, place) => (
        <li key={place}>
          <p>{step.text}</p>
          {step.formula && <span class="formula">{step.formula}</span>}
          {step.note && <p class="small muted">{step.note}</p>}
        </li>
      ))}
    </ol>
  );
}
