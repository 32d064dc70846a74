import type { Figure, Standard } from '../../domain/scoring/index.ts';
import type { Language } from '../../domain/text/index.ts';
import type { Scope } from '../../platform/database/index.ts';
import type { Cycle } from './queries.ts';

/** What the villages, schools and organisations of a unit come to for an input of its cycle. */
export interface CollectedFigure {
  readonly figure: Figure;
  /** Every sheet that was asked for is accepted: who enters another figure says why. */
  readonly settled: boolean;
  /** Where it comes from: "9/12 khối phố đã nộp, 8 đã chấp nhận, 3 còn thiếu". */
  readonly source: Readonly<Record<Language, string>>;
  /** What is noted beside the figure when it is taken over, in Vietnamese. */
  readonly note: string;
  /** The page that shows each place; null for who may not look. */
  readonly href: string | null;
}

/**
 * What was collected for some inputs of a cycle, by input, in one statement; inputs of which nobody was asked are absent.
 * Collection uses the assessment, so the server hands this in.
 */
export type CollectedFigures = (
  scope: Scope,
  cycle: Cycle,
  standard: Standard,
  inputs: readonly string[],
) => Promise<ReadonlyMap<string, CollectedFigure>>;

export const NOTHING_COLLECTED: ReadonlyMap<string, CollectedFigure> = new Map();
