import { addDays, daysBetween } from '../calendar/index.ts';
import { type Figures, type Indicator, inputsOfMeasure } from '../scoring/index.ts';
import { searchKey } from '../text/index.ts';
import { type CheckedEvidence, checkEvidence, type EvidenceToCheck } from './check-evidence.ts';

export type EvidenceState = 'enough' | 'weak' | 'missing';

/** What is wrong with the evidence of an indicator as a whole. */
export type IndicatorReason =
  /** Nothing is attached, or nothing that counts. `nothingOccurred`: the figure says that there was no case. */
  | { readonly code: 'no_evidence'; readonly attached: number; readonly nothingOccurred: boolean }
  /** Of several documents that the standard expects this one is not seen. */
  | { readonly code: 'expected_not_seen'; readonly expected: string }
  /** The files prove a part of the year: from the first to the last day of the longest gap nothing is proven. */
  | { readonly code: 'part_of_year'; readonly from: string; readonly until: string };

export interface CheckedIndicator {
  readonly code: string;
  readonly state: EvidenceState;
  readonly reasons: readonly IndicatorReason[];
  readonly evidence: readonly CheckedEvidence[];
}

/** The time that is judged. */
export interface CheckedTime {
  readonly year: number;
  /** What has to be proven reaches from the first day of the year to this one; see `provenUntil`. */
  readonly until: string;
  readonly today: string;
}

/**
 * The day up to which a criterion has to be proven: the end of the month before the one it is due in, for what happens
 * later nobody can have on paper by then; at most the end of the year.
 */
export function provenUntil(year: number, dueDate: string): string {
  const last = `${year}-12-31`;
  const monthBefore = addDays(`${dueDate.slice(0, 8)}01`, -1);
  return monthBefore < last ? (monthBefore < `${year}-01-01` ? `${year}-01-01` : monthBefore) : last;
}

/**
 * Judges the evidence of an indicator as an appraiser would who opens the folder.
 *
 * - A file *counts* when it can be opened, is in force and touches the year. Where none counts, evidence is **missing**.
 * - It is **enough** when a file that counts has no fault at all, each of several expected documents is seen, the files
 *   together prove the year up to the day asked for, and none contradicts the figure entered.
 * - Everything between is **weak**: it will be asked about.
 *
 * A file with a fault beside a sound one does not spoil it, but for a figure that differs: a contradiction in the own
 * folder is found, whichever file it stands in.
 */
export function checkIndicator(
  indicator: Pick<Indicator, 'code' | 'measure' | 'evidence' | 'emptyDenominator'>,
  attached: readonly EvidenceToCheck[],
  figures: Figures,
  time: CheckedTime,
): CheckedIndicator {
  const evidence = attached.map((one) => checkEvidence(one, indicator, figures, time));
  const counting = evidence.filter(({ standing }) => standing !== 'not_counted');
  const base = { code: indicator.code, evidence };
  if (counting.length === 0) {
    const nothingOccurred = isNothing(indicator, figures);
    return {
      ...base,
      state: 'missing',
      reasons: [{ code: 'no_evidence', attached: attached.length, nothingOccurred }],
    };
  }
  const reasons = [...notSeen(indicator.evidence, counting), ...gapOf(counting, time)];
  const sound = counting.some(({ standing }) => standing === 'sound');
  const contradicts = counting.some((one) => one.reasons.some(({ code }) => code === 'figure_differs'));
  return { ...base, state: sound && !contradicts && reasons.length === 0 ? 'enough' : 'weak', reasons };
}

/** Whether the whole that the indicator is a part of is zero or not applicable: there is no case to be proven. */
function isNothing(
  { measure, emptyDenominator }: Pick<Indicator, 'measure' | 'emptyDenominator'>,
  figures: Figures,
) {
  if (emptyDenominator === undefined) return false;
  const figure = figures[inputsOfMeasure(measure)[1] ?? ''];
  return figure?.state === 'not_applicable' || (figure?.state === 'given' && figure.value === 0);
}

/**
 * Expected documents that are not seen. One document expected: whatever the unit chose is taken for it. Of several each
 * must be found by its words in a title, type or extract, or be made up for by a file that is none of the others.
 */
function notSeen(expected: readonly string[], counting: readonly CheckedEvidence[]): IndicatorReason[] {
  if (expected.length < 2) return [];
  const free = counting.map(({ evidence }) =>
    searchKey([evidence.documentType, evidence.title, evidence.extract].join(' ')),
  );
  const unseen = expected.filter((document) => {
    const at = free.findIndex((text) => speaksOf(text, document));
    if (at >= 0) free.splice(at, 1);
    return at < 0;
  });
  return unseen.slice(free.length).map((document) => ({ code: 'expected_not_seen', expected: document }));
}

/** "Quyết định thành lập, quy chế" is spoken of by what says one of the two. */
const speaksOf = (text: string, document: string): boolean =>
  document.split(/[,;]/).some((one) => {
    const words = searchKey(one).split(' ').filter(Boolean);
    return words.length > 0 && words.every((word) => text.includes(word));
  });

/** The longest time of the year for which no counting file says that it proves it; none where one says no period. */
function gapOf(counting: readonly CheckedEvidence[], { year, until }: CheckedTime): IndicatorReason[] {
  const periods = counting.map(({ evidence }) => evidence);
  if (periods.some(({ provesFrom, provesUntil }) => provesFrom === null && provesUntil === null)) return [];
  const first = `${year}-01-01`;
  const proven = periods
    .map(({ provesFrom, provesUntil }) => ({ from: provesFrom ?? first, until: provesUntil ?? until }))
    // What begins later proves nothing of the time asked for.
    .filter(({ from }) => from <= until)
    .sort((one, other) => (one.from < other.from ? -1 : 1));
  let reached = addDays(first, -1);
  let gap: { from: string; until: string } | null = null;
  for (const { from, until: end } of [...proven, { from: addDays(until, 1), until }]) {
    if (from > addDays(reached, 1)) {
      const next = { from: addDays(reached, 1), until: addDays(from, -1) };
      if (gap === null || daysOf(next) > daysOf(gap)) gap = next;
    }
    if (end > reached) reached = end;
  }
  return gap === null ? [] : [{ code: 'part_of_year', ...gap }];
}

const daysOf = ({ from, until }: { from: string; until: string }): number => daysBetween(from, until);
