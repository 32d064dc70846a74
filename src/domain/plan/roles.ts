import { HEADING_NAMES, type HeadingName } from './lexicon/headings.ts';

const LONGEST_HEADING = 220;

/** What a heading, folded and without its number, says that the part below it is about. */
export function roleOfHeading(folded: string): HeadingName | null {
  if (folded.length > LONGEST_HEADING) return null;
  return HEADING_NAMES.find(({ pattern }) => pattern.test(folded)) ?? null;
}
