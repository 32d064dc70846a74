import { type Assessment, type CriterionScore, type Standard, score } from '../../domain/scoring/index.ts';
import type { CatalogueEntry, StandardCatalogue } from '../standards/index.ts';
import type { Cycle, YesNoInputs } from './queries.ts';

/** A cycle with its standard and its score. */
export interface ScoredCycle {
  readonly cycle: Cycle;
  readonly standard: Standard;
  readonly assessment: Assessment;
}

/**
 * The standard that a cycle is pinned to.
 * @throws Error when its file is gone: a cycle is never scored by another version in silence.
 */
export function standardOf(standards: StandardCatalogue, id: string, version: number): CatalogueEntry {
  const entry = standards.get(id, version);
  if (entry === null)
    throw new Error(`The standard ${id} version ${version} is not in the folder standards/.`);
  return entry;
}

/** Scores a cycle by the standard that it is pinned to. */
export function scoreCycle(standards: StandardCatalogue, cycle: Cycle): ScoredCycle {
  const { standard, scorer } = standardOf(standards, cycle.standardId, cycle.standardVersion);
  return {
    cycle,
    standard,
    assessment: score(scorer, {
      figures: cycle.figures,
      previous: cycle.previous,
      territoryClass: cycle.territoryClass,
    }),
  };
}

/** The score of one criterion of an assessment. */
export function criterionScore(assessment: Assessment, number: number): CriterionScore {
  const found = assessment.criteria.find((criterion) => criterion.number === number);
  if (found === undefined) throw new RangeError(`No criterion ${number}`);
  return found;
}

/** Which inputs are answered by yes or no, by standard; worked out once for each. */
export function yesNoInputsOf(standards: StandardCatalogue): YesNoInputs {
  const known = new Map<Standard, ReadonlySet<string>>();
  return (id, version) => {
    const { standard } = standardOf(standards, id, version);
    let inputs = known.get(standard);
    if (inputs === undefined) {
      inputs = new Set(
        Object.entries(standard.inputs).flatMap(([name, { kind }]) => (kind === 'yes_no' ? [name] : [])),
      );
      known.set(standard, inputs);
    }
    return inputs;
  };
}
