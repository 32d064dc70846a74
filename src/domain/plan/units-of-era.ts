import { findCitations } from '../legal/index.ts';
import { NAMES_OF_AN_ERA, type NameOfAnEra } from './lexicon/units-by-era.ts';

/** An organisation or tier named that does not exist in the time of the plan. */
export interface UnitOutsideEra extends Pick<NameOfAnEra, 'from' | 'until' | 'now'> {
  /** As it stands in the text. */
  readonly name: string;
}

/**
 * Names in a text that nobody bears between two days: a district after June 2025, a division of culture and society
 * before. Names inside citations stay as they were when the document was issued, and do not count.
 */
export function unitsOutsideEra(text: string, from: string, until: string): readonly UnitOutsideEra[] {
  const gone = NAMES_OF_AN_ERA.filter(
    (era) => (era.until !== null && era.until < from) || (era.from !== null && era.from > until),
  );
  if (gone.length === 0) return [];
  const bare = withoutCitations(text);
  const found = gone.flatMap(({ pattern, ...era }) =>
    [...bare.matchAll(pattern)].map((match) => ({ ...era, at: match.index, name: match[0].trim() })),
  );
  return found
    .sort((a, b) => a.at - b.at || b.name.length - a.name.length)
    .filter(({ at }, index, all) => index === 0 || at >= all[index - 1]!.at + all[index - 1]!.name.length)
    .map(({ at: _, ...one }) => one);
}

function withoutCitations(text: string): string {
  let bare = text;
  for (const { from, to } of findCitations(text)) {
    bare = bare.slice(0, from) + '\n'.repeat(to - from) + bare.slice(to);
  }
  return bare;
}
