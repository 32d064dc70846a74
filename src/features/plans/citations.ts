import { doubtfulCitations, type LegalRegistry, sentenceOfWarning } from '../../domain/legal/index.ts';
import type { PlanContent } from '../../domain/plan/index.ts';
import type { Language } from '../../domain/text/index.ts';
import { itemsOf } from './content-changes.ts';

/** What is doubtful in a citation, and where it stands. */
export interface CitationDoubt {
  readonly sentence: string;
  readonly severity: 'error' | 'warning' | 'notice';
  /** The item that cites; null for the bases, the opening and the closing. */
  readonly itemId: string | null;
  readonly sectionId: string | null;
}

const gravity = { error: 0, warning: 1, notice: 2 } as const;

/**
 * Compares every document that a plan cites with the registry; the gravest first, the same doubt once.
 * @param onDate `YYYY-MM-DD`, the day that the plan is meant for
 */
export function citationDoubtsOf(
  content: PlanContent,
  registry: LegalRegistry,
  onDate: string,
  language: Language,
): readonly CitationDoubt[] {
  const places = [
    ...content.legalBases.map(({ text }) => ({ text, itemId: null, sectionId: null })),
    { text: content.title, itemId: null, sectionId: null },
    { text: content.opening, itemId: null, sectionId: null },
    ...itemsOf(content).map(({ section, item }) => ({
      text: item.text,
      itemId: item.id,
      sectionId: section.id,
    })),
    { text: content.closing, itemId: null, sectionId: null },
  ];
  const doubtful = doubtfulCitations(
    places.map(({ text }) => text),
    registry,
    onDate,
  );
  const found = new Map<string, CitationDoubt>();
  for (const [index, citations] of doubtful.entries())
    for (const { citation, warnings } of citations)
      for (const warning of warnings) {
        const sentence = sentenceOfWarning(citation, warning, language);
        const { itemId, sectionId } = places[index]!;
        if (!found.has(sentence))
          found.set(sentence, { sentence, severity: warning.severity, itemId, sectionId });
      }
  return [...found.values()].sort((one, other) => gravity[one.severity] - gravity[other.severity]);
}
