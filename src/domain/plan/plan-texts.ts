import type { PlanContent } from './content.ts';

/** A text of a plan with the id of what it belongs to; null for the head and the end of the paper. */
export interface PlacedText {
  readonly at: string | null;
  readonly text: string;
}

/** Every text of a plan in the order of the paper. */
export function textsOfPlan(content: PlanContent): readonly PlacedText[] {
  return [
    { at: null, text: content.title },
    ...content.legalBases.map(({ id, text }) => ({ at: id, text })),
    { at: null, text: content.opening },
    ...content.sections.flatMap((section) => [
      { at: section.id, text: section.heading },
      ...section.parts.flatMap((part) => [
        ...(part.heading === null ? [] : [{ at: part.id, text: part.heading }]),
        ...part.items.map(({ id, text }) => ({ at: id, text })),
      ]),
    ]),
    { at: null, text: content.closing },
    ...content.recipients.map((text) => ({ at: null, text })),
  ];
}
