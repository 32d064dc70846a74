import type { Verdict } from '../domain/scoring/index.ts';

/** What the command tells the program that called it. */
export const EXIT = {
  /** Done; for an assessment: recognisable. */
  done: 0,
  unexpected: 1,
  /** The file of figures, or the command line itself, cannot be used. */
  badInput: 2,
  notRecognisable: 3,
  incomplete: 4,
} as const;
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

export function exitCodeOf(verdict: Verdict): ExitCode {
  switch (verdict) {
    case 'recognisable':
      return EXIT.done;
    case 'not_recognisable':
      return EXIT.notRecognisable;
    case 'incomplete':
      return EXIT.incomplete;
  }
}
