import { type Figures, type Indicator, inputsOfMeasure } from '../scoring/index.ts';
import type { CheckedTime } from './check.ts';
import { compareFigure, type FigureFound } from './figures-in-text.ts';
import { leavingCopy } from './leaving-copy.ts';
import { missingNumbering, type NumberingField } from './official-document.ts';

/** An evidence as the library knows it, with the figures that its text speaks of. */
export interface EvidenceToCheck {
  readonly id: string;
  readonly title: string;
  readonly documentType: string | null;
  readonly number: string | null;
  readonly symbol: string | null;
  readonly issuedOn: string | null;
  readonly extract: string | null;
  readonly provesFrom: string | null;
  readonly provesUntil: string | null;
  readonly speaksOf: string | null;
  readonly confidentiality: 'public' | 'internal' | 'restricted';
  readonly expiresOn: string | null;
  readonly showsChildren: boolean;
  readonly withdrawn: boolean;
  /** The latest file; null where none has been added. */
  readonly file: {
    readonly reading: 'waiting' | 'read' | 'none' | 'unreadable';
    readonly scan: 'not_scanned' | 'waiting' | 'clean' | 'infected';
    readonly hasRedactedCopy: boolean;
  } | null;
  /** By input; empty where the file has no text. */
  readonly figures: ReadonlyMap<string, readonly FigureFound[]>;
}

/** What an appraiser would say about one file. */
export type EvidenceReason =
  | { readonly code: 'without_file' | 'withdrawn' | 'infected' | 'unreadable' | 'outside_period' }
  | { readonly code: 'scan_waiting' | 'period_unknown' | 'restricted' | 'children_without_copy' }
  | { readonly code: 'expired'; readonly on: string; readonly beforeYear: boolean }
  | { readonly code: 'unnumbered'; readonly missing: readonly NumberingField[] }
  | {
      readonly code: 'figure_differs';
      readonly input: string;
      readonly found: number;
      readonly line: number;
      readonly entered: number;
    };

export interface CheckedEvidence {
  readonly evidence: EvidenceToCheck;
  /** `not_counted`: as if it were not there. */
  readonly standing: 'sound' | 'weak' | 'not_counted';
  readonly reasons: readonly EvidenceReason[];
  /** Inputs whose figure stands in the file as it was entered. */
  readonly agreeing: readonly string[];
}

/** Whether a reason leaves nothing of the file: an appraiser puts it aside. */
function takesAway(reason: EvidenceReason): boolean {
  switch (reason.code) {
    case 'without_file':
    case 'withdrawn':
    case 'infected':
    case 'unreadable':
    case 'outside_period':
      return true;
    case 'expired':
      return reason.beforeYear;
    default:
      return false;
  }
}

/** Judges one file for one indicator, with every reason. */
export function checkEvidence(
  evidence: EvidenceToCheck,
  { measure }: Pick<Indicator, 'measure'>,
  figures: Figures,
  time: CheckedTime,
): CheckedEvidence {
  const comparisons = inputsOfMeasure(measure).flatMap((input) => {
    const figure = figures[input];
    const found = evidence.figures.get(input);
    if (found === undefined || figure?.state !== 'given' || typeof figure.value !== 'number') return [];
    return [{ input, comparison: compareFigure(found, figure.value) }];
  });
  const reasons = [
    ...reasonsOfFile(evidence),
    ...reasonsOfTime(evidence, time),
    ...reasonsOfNumbering(evidence),
    ...comparisons.flatMap(({ input, comparison }): EvidenceReason[] =>
      comparison.kind !== 'differs'
        ? []
        : [
            {
              code: 'figure_differs',
              input,
              entered: comparison.entered,
              found: comparison.found.value,
              line: comparison.found.line,
            },
          ],
    ),
  ];
  return {
    evidence,
    standing: reasons.some(takesAway) ? 'not_counted' : reasons.length > 0 ? 'weak' : 'sound',
    reasons,
    agreeing: comparisons.flatMap(({ input, comparison }) => (comparison.kind === 'agrees' ? [input] : [])),
  };
}

/** Whether it can be opened, and by whom. A scan without text is fine as a picture. */
function reasonsOfFile(evidence: EvidenceToCheck): EvidenceReason[] {
  const { file } = evidence;
  if (file === null) return [{ code: 'without_file' }];
  const reasons: EvidenceReason[] = [];
  const leaving = leavingCopy({ ...evidence, ...file });
  if (leaving.copy === null) reasons.push({ code: leaving.because });
  if (file.reading === 'unreadable' && file.scan !== 'infected') reasons.push({ code: 'unreadable' });
  return reasons;
}

/** From when on what was signed last year is for next year's folder: annual reports come out by then. */
const LATEST_REPORT = '03-31';

function reasonsOfTime(evidence: EvidenceToCheck, { year, today }: CheckedTime): EvidenceReason[] {
  const [first, last] = [`${year}-01-01`, `${year}-12-31`];
  const { provesFrom, provesUntil, speaksOf, issuedOn, expiresOn } = evidence;
  const reasons: EvidenceReason[] = [];
  if (provesFrom !== null || provesUntil !== null) {
    if ((provesFrom ?? first) > last || (provesUntil ?? last) < first)
      reasons.push({ code: 'outside_period' });
  } else if (speaksOf !== null) {
    if (speaksOf < first || speaksOf > last) reasons.push({ code: 'outside_period' });
  } else if (issuedOn === null || issuedOn < first || issuedOn > `${year + 1}-${LATEST_REPORT}`) {
    // A decision of years ago may hold to this day: only the unit can say so.
    reasons.push({ code: 'period_unknown' });
  }
  if (expiresOn !== null && expiresOn < last && expiresOn < today)
    reasons.push({ code: 'expired', on: expiresOn, beforeYear: expiresOn < first });
  return reasons;
}

function reasonsOfNumbering(evidence: EvidenceToCheck): EvidenceReason[] {
  const missing = missingNumbering(evidence);
  return missing.length === 0 ? [] : [{ code: 'unnumbered', missing }];
}
