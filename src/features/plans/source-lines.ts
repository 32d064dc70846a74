import type { Lines, PlanReading } from '../../domain/plan/index.ts';

/** What a line of the source became. */
export type LineUse =
  | 'head'
  | 'basis'
  | 'heading'
  | 'objective'
  | 'target'
  | 'measure'
  | 'assignment'
  | 'deadline'
  | 'duty'
  | 'funding'
  | 'reporting'
  | 'tail'
  | 'footnote'
  | 'annex'
  | 'text'
  | 'unread';

/** One line of the source that says something. */
export interface SourceLine {
  /** From 1. */
  readonly number: number;
  readonly text: string;
  readonly use: LineUse;
}

/** The lines of the source, blank ones left out, each with what it became; where several, the most telling. */
export function sourceLinesOf(source: string, reading: PlanReading, within?: Lines): SourceLine[] {
  const uses = usesOf(reading);
  return source.split('\n').flatMap((text, index): SourceLine[] => {
    const number = index + 1;
    if (text.trim() === '' || (within && (number < within.from || number > within.to))) return [];
    return [{ number, text: text.trim(), use: uses.get(number) ?? 'text' }];
  });
}

/** From the least to the most telling: the later overwrites the earlier. */
function usesOf(reading: PlanReading): ReadonlyMap<number, LineUse> {
  const uses = new Map<number, LineUse>();
  const mark = (use: LineUse, lines: Lines) => {
    for (let line = lines.from; line <= lines.to; line++) uses.set(line, use);
  };
  const markAll = (use: LineUse, reads: readonly { readonly lines: Lines }[]) => {
    for (const { lines } of reads) mark(use, lines);
  };
  for (const lines of reading.headLines) mark('head', lines);
  markAll('text', reading.preamble);
  markAll('text', reading.body);
  markAll('annex', reading.annexes);
  markAll('footnote', reading.footnotes);
  markAll('funding', reading.funding);
  markAll('reporting', reading.reporting);
  markAll('measure', reading.measures);
  markAll('objective', reading.objectives);
  for (const assignment of reading.assignments) markAll('assignment', assignment.tasks);
  markAll('assignment', reading.criteriaOwners);
  markAll('duty', reading.recurringDuties);
  markAll('target', reading.targets);
  markAll('deadline', reading.deadlines);
  markAll('heading', reading.headings);
  markAll('basis', reading.legalBases);
  markAll('tail', [...reading.closing, ...reading.recipients]);
  if (reading.signatory.lines !== null) mark('tail', reading.signatory.lines);
  for (const { line } of reading.unread) uses.set(line, 'unread');
  return uses;
}

/** The stretch of the source that some things were read from, with a line before and after. */
export function stretchOf(lines: readonly Lines[]): Lines | null {
  if (lines.length === 0) return null;
  return {
    from: Math.max(1, Math.min(...lines.map(({ from }) => from)) - 1),
    to: Math.max(...lines.map(({ to }) => to)) + 1,
  };
}
