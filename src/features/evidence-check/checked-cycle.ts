import { type CheckedIndicator, checkIndicator, provenUntil } from '../../domain/evidence/index.ts';
import type { Criterion, Standard } from '../../domain/scoring/index.ts';
import type { Scope } from '../../platform/database/index.ts';
import type { Cycle } from '../assessment/index.ts';
import type { FoundFigures } from './found-figures.ts';
import { findUsedEvidence, type UsedEvidence } from './queries.ts';

export interface CheckedCriterion {
  readonly criterion: Criterion;
  readonly indicators: readonly CheckedIndicator[];
}

/** A cycle with the evidence behind it, judged. */
export interface CheckedCycle {
  readonly cycle: Cycle;
  readonly standard: Standard;
  readonly criteria: readonly CheckedCriterion[];
  /** By id: what the pages tell beside the judgement. */
  readonly evidence: ReadonlyMap<string, UsedEvidence>;
}

/**
 * Judges the evidence of a cycle, or of one of its criteria.
 * @param today `YYYY-MM-DD`; what expired before it is told
 */
export async function checkCycle(
  scope: Scope,
  figures: FoundFigures,
  {
    cycle,
    standard,
    today,
    criterion,
  }: {
    readonly cycle: Cycle;
    readonly standard: Standard;
    readonly today: string;
    readonly criterion?: number;
  },
): Promise<CheckedCycle> {
  const used = await findUsedEvidence(scope, cycle.unit.id, cycle.year, criterion ?? null);
  const found = await figures.of(scope, cycle.unit.id, cycle.year, standard, used);
  const toCheck = used.map((one) => ({
    indicators: one.indicators,
    evidence: { ...one, figures: found.get(one.id) ?? new Map() },
  }));
  const dueDates = new Map(cycle.criteria.map(({ number, dueDate }) => [number, dueDate]));
  const criteria = standard.criteria
    .filter(({ number }) => criterion === undefined || number === criterion)
    .map((one): CheckedCriterion => {
      const until = provenUntil(cycle.year, dueDates.get(one.number) ?? `${cycle.year}-12-31`);
      return {
        criterion: one,
        indicators: one.indicators.map((indicator) =>
          checkIndicator(
            indicator,
            toCheck
              .filter(({ indicators }) => indicators.includes(indicator.code))
              .map(({ evidence }) => evidence),
            cycle.figures,
            { year: cycle.year, until, today },
          ),
        ),
      };
    });
  return { cycle, standard, criteria, evidence: new Map(used.map((one) => [one.id, one])) };
}
