import { daysBetween } from '../calendar/index.ts';
import type { Figure } from '../scoring/index.ts';

/** How much of a sheet is there. That it is complete says nothing of whether it is right, or accepted. */
export interface Completeness {
  readonly asked: number;
  readonly filled: number;
  /** Keys of the items of which nothing is said, in the order in which they are asked. */
  readonly missing: readonly string[];
}

/** Whether something is said of a cell: a figure, that it does not apply, or that it is not due yet. */
export function isFilled(figure: Figure | undefined): boolean {
  return figure !== undefined && figure.state !== 'no_data';
}

/** A sheet is complete when nothing is missing. */
export function completenessOf(
  asked: readonly string[],
  figures: Readonly<Record<string, Figure | undefined>>,
): Completeness {
  const missing = asked.filter((key) => !isFilled(figures[key]));
  return { asked: asked.length, filled: asked.length - missing.length, missing };
}

/**
 * By how many days a sheet is late: counted to the day on which it was handed in first, or to today while it is not in.
 * 0 for what is in time.
 */
export function daysLate(dueDate: string, submittedOn: string | null, today: string): number {
  return Math.max(0, daysBetween(dueDate, submittedOn ?? today));
}
