import { compareVietnamese } from '../../domain/text/index.ts';
import type { UnitStanding } from './queries.ts';
import type { Filter, OverviewQuery } from './schema.ts';
import { STAGES, type Stage } from './stage.ts';

/** Units on one page of the list. */
export const PAGE_SIZE = 50;

/** One page of the list, and the counts of the whole that stand above it. */
export interface StandingList {
  readonly units: number;
  readonly countByStage: Readonly<Record<Stage, number>>;
  readonly disqualified: number;
  /** How many units have their certain zero in each criterion, the most frequent first. */
  readonly zerosByCriterion: readonly { readonly criterion: number; readonly units: number }[];
  readonly provisional: boolean;
  readonly filter: Filter | undefined;
  readonly found: number;
  readonly page: number;
  readonly pages: number;
  readonly rows: readonly UnitStanding[];
}

const isDisqualified = (unit: UnitStanding): boolean => (unit.summary?.disqualifyingZeros.length ?? 0) > 0;

/** Narrows, sorts and pages the standings of a province: a few hundred units at most, so it is done here. */
export function listStandings(standings: readonly UnitStanding[], query: OverviewQuery): StandingList {
  const { loc: filter } = query;
  const matching = standings.filter(
    (unit) =>
      filter === undefined || (filter === 'disqualified' ? isDisqualified(unit) : unit.stage === filter),
  );
  const byName = (a: UnitStanding, b: UnitStanding) =>
    compareVietnamese(a.name, b.name) || (a.code < b.code ? -1 : 1);
  // Who has no total yet is placed by what is certain so far; who has not begun comes last.
  const points = (unit: UnitStanding) => unit.summary?.total ?? unit.summary?.least ?? -1;
  matching.sort(query.xep === 'tong' ? (a, b) => points(b) - points(a) || byName(a, b) : byName);
  const pages = Math.max(1, Math.ceil(matching.length / PAGE_SIZE));
  const page = Math.min(query.trang, pages);
  return {
    units: standings.length,
    countByStage: countByStage(standings),
    disqualified: standings.filter(isDisqualified).length,
    zerosByCriterion: zerosByCriterion(standings),
    provisional: standings.some((unit) => unit.summary?.provisional),
    filter,
    found: matching.length,
    page,
    pages,
    rows: matching.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE),
  };
}

function countByStage(standings: readonly UnitStanding[]): Record<Stage, number> {
  return Object.fromEntries(
    STAGES.map((stage) => [stage, standings.filter((unit) => unit.stage === stage).length]),
  ) as Record<Stage, number>;
}

function zerosByCriterion(standings: readonly UnitStanding[]): { criterion: number; units: number }[] {
  const units = new Map<number, number>();
  for (const { summary } of standings)
    for (const criterion of summary?.disqualifyingZeros ?? [])
      units.set(criterion, (units.get(criterion) ?? 0) + 1);
  return [...units]
    .map(([criterion, count]) => ({ criterion, units: count }))
    .sort((a, b) => b.units - a.units || a.criterion - b.criterion);
}
