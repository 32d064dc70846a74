import { inputsOfCriterion } from '../../domain/scoring/index.ts';
import { judgeTarget, type TargetFigure, type TargetJudgement } from '../../domain/target/index.ts';
import type { PersonActor } from '../../platform/database/index.ts';
import { type ScoredCycle, visibleCriteria } from '../assessment/index.ts';
import type { Target } from './queries.ts';

/** A target with what its figure says of it. */
export interface MeasuredTarget {
  readonly target: Target;
  readonly judgement: TargetJudgement;
}

/** The figures of a year's self-assessment as far as the person may see them. */
export interface CycleFigures {
  readonly scored: ScoredCycle;
  /** Numbers of the criteria that the person sees. */
  readonly visible: ReadonlySet<number>;
}

export function cycleFigures(scored: ScoredCycle, actor: PersonActor): CycleFigures {
  return { scored, visible: new Set(visibleCriteria(actor, scored.cycle).map(({ number }) => number)) };
}

/** The figure of a target: from the year's self-assessment, or the latest of its own. */
function figureOf(target: Target, figures: CycleFigures | null): TargetFigure | null {
  if (target.measuredBy === 'own') return target.latest;
  if (figures === null || target.measure === null) return null;
  const { scored, visible } = figures;
  if (target.measuredBy === 'input') {
    const input = target.measure;
    const seen = scored.standard.criteria.some(
      (criterion) => visible.has(criterion.number) && inputsOfCriterion(criterion).includes(input),
    );
    const figure = seen ? scored.cycle.figures[input] : undefined;
    return figure?.state === 'given' ? { value: Number(figure.value), whole: null } : null;
  }
  for (const criterion of scored.assessment.criteria)
    for (const { code, trace } of visible.has(criterion.number) ? criterion.indicators : [])
      if (code === target.measure && trace.value !== null && trace.value.denominator !== 0)
        return { value: trace.value.numerator / trace.value.denominator, whole: null };
  return null;
}

/** @param today `YYYY-MM-DD`: after its year a target is met or missed */
export function measured(target: Target, figures: CycleFigures | null, today: string): MeasuredTarget {
  const over = Number(today.slice(0, 4)) > target.year;
  return { target, judgement: judgeTarget(target, figureOf(target, figures), over) };
}
