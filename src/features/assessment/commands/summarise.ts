import type { Assessment } from '../../../domain/scoring/index.ts';
import { type CycleId, prepared, type Scope, type UnitId } from '../../../platform/database/index.ts';
import type { StandardCatalogue } from '../../standards/index.ts';
import { findCycle, type YesNoInputs } from '../queries.ts';
import { scoreCycle } from '../scored-cycle.ts';

/** The row of `cycle_summary` that an assessment comes to, as values of the statement below. */
export function summaryValues(
  cycle: { readonly unitId: UnitId; readonly id: CycleId; readonly year: number },
  assessment: Assessment,
  at: Date,
): unknown[] {
  return [
    cycle.unitId,
    cycle.id,
    cycle.year,
    assessment.verdict,
    assessment.total,
    assessment.least,
    assessment.most,
    assessment.threshold,
    assessment.maximum,
    assessment.criteria.map((criterion) => criterion.points),
    assessment.criteria
      .filter((criterion) => criterion.disqualifyingZero)
      .map((criterion) => criterion.number),
    assessment.provisional.length > 0,
    at,
  ];
}

/** Writes a summary; `$1` to `$13` are `summaryValues`. */
export const upsertSummarySql = `insert into cycle_summary (unit_id, cycle_id, year, verdict, total, least, most, threshold, maximum,
      points, disqualifying_zeros, provisional, updated_at)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
    on conflict (unit_id, cycle_id) do update set
      verdict = excluded.verdict, total = excluded.total, least = excluded.least, most = excluded.most,
      threshold = excluded.threshold, maximum = excluded.maximum, points = excluded.points,
      disqualifying_zeros = excluded.disqualifying_zeros, provisional = excluded.provisional,
      updated_at = excluded.updated_at`;

const upsertSummary = prepared('upsert_summary', upsertSummarySql);

/** Keeps the summary of a cycle in step with its figures; the level above reads only that. */
export function writeSummary(
  scope: Scope,
  cycle: { readonly unitId: UnitId; readonly id: CycleId; readonly year: number },
  assessment: Assessment,
  at: Date,
): void {
  scope.send(upsertSummary, summaryValues(cycle, assessment, at));
}

/** The figures of a year are last year's to the cycle after it: its score may have moved too. */
export async function summariseYearAfter(
  scope: Scope,
  context: { readonly standards: StandardCatalogue; readonly yesNoInputs: YesNoInputs },
  unitCode: string,
  year: number,
  at: Date,
): Promise<void> {
  const found = await findCycle(scope, unitCode, year + 1, context.yesNoInputs);
  if (found?.cycle == null) return;
  const { cycle, assessment } = scoreCycle(context.standards, found.cycle);
  writeSummary(scope, { unitId: cycle.unit.id, id: cycle.id, year: cycle.year }, assessment, at);
}
