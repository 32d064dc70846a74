import {
  type Item,
  itemOf,
  itemsToAsk,
  leavesAWorkingDay,
  proposeRounds,
} from '../../../domain/collection/index.ts';
import type { Standard } from '../../../domain/scoring/index.ts';
import {
  newId,
  type PersonActor,
  prepared,
  type Scope,
  type UnitId,
  withScope,
} from '../../../platform/database/index.ts';
import { inWrongState } from '../../../platform/http/index.ts';
import { recordAudit } from '../../audit/index.ts';
import { holidaysOfUnit } from '../../calendar/index.ts';
import { type StandardCatalogue, standardInForce } from '../../standards/index.ts';
import { tasksForChoice } from '../../tasks/index.ts';
import { messages } from '../messages.ts';
import { findOwners, type OwnersOfYear } from '../queries/owners.ts';
import { findRound, type RoundLevel } from '../queries/round.ts';
import { type CollectionContext, unitToLead } from './context.ts';
import { insertRounds, lockMakingRounds, type NewRound, placesToAsk } from './write-rounds.ts';

/** What a form says of a round. */
export interface RoundContent {
  readonly title: string;
  readonly cutOff: string;
  readonly dueDate: string;
  readonly items: readonly string[];
  readonly taskId: string | null;
}

export interface RoundToMake extends RoundContent {
  /** By the form, so that one sent twice makes one round. */
  readonly id: string;
  readonly year: number;
  readonly level: RoundLevel;
  readonly period: string;
  /** All places in force at the cut-off, or none yet: they are chosen afterwards. */
  readonly places: 'all' | 'none';
}

/** What the maker of a round should know; it hinders nothing. */
export type RoundWarning = 'dueTooSoon' | 'noPlaces';

/** The standard that a year's figures are collected for: that of its self-assessment, else the one in force at its end. */
export function standardOfYear(
  standards: StandardCatalogue,
  year: number,
  owners: OwnersOfYear | null,
): Standard {
  const pinned = owners === null ? null : standards.get(owners.standardId, owners.standardVersion);
  return (pinned ?? standardInForce(standards, `${year}-12-31`)).standard;
}

/** Whether a task can be named by a round: one of the unit's year, or the one that was named before. */
export async function isTaskOfYear(
  scope: Scope,
  unit: UnitId,
  year: number,
  taskId: string | null,
  before: string | null = null,
): Promise<boolean> {
  if (taskId === null || taskId === before) return true;
  return (await tasksForChoice(scope, unit, year)).some(({ id }) => id === taskId);
}

/** Days for {@link leavesAWorkingDay}: the longest holidays are shorter. */
const DAYS_OF_HOLIDAYS = 30;

export async function dueTooSoon(
  scope: Scope,
  unit: UnitId,
  dates: { readonly cutOff: string; readonly dueDate: string },
): Promise<boolean> {
  return !leavesAWorkingDay(dates, await holidaysOfUnit(scope, unit, dates.cutOff, DAYS_OF_HOLIDAYS));
}

/**
 * Makes a round with an empty sheet for each place.
 * @returns its id with what should be known of it; null when its task is none of the unit's year
 * @throws RequestError 409 for organisations while the self-assessment of the year is not opened: who answers what is not said
 */
export async function makeRound(
  { database, clock, standards }: CollectionContext,
  actor: PersonActor,
  unitCode: string,
  round: RoundToMake,
): Promise<{ id: string; warnings: RoundWarning[] } | null> {
  return withScope(database, actor, async (scope) => {
    const unit = await unitToLead(scope, actor, unitCode);
    await scope.run(lockMakingRounds, [unit.id]);
    if ((await findRound(scope, unit.id, round.id)) !== undefined) return { id: round.id, warnings: [] };
    const owners = await findOwners(scope, unit.id, round.year);
    if (round.level === 'organisation' && owners === null)
      throw inWrongState('collection.no-cycle', messages.vi.noOwners(round.year));
    if (!(await isTaskOfYear(scope, unit.id, round.year, round.taskId))) return null;
    const standard = standardOfYear(standards, round.year, owners);
    const items = itemsOfRound(standard, round);
    const places =
      round.places === 'none'
        ? []
        : await placesToAsk(scope, unit.id, standard, owners?.owners ?? new Map())({ ...round, items });
    const at = clock.now();
    const made = { ...round, items: items.map(({ key }) => key), places };
    insertRounds(scope, unit.id, standard, [made], { by: actor.personId, at });
    const warnings: RoundWarning[] = [
      ...((await dueTooSoon(scope, unit.id, round)) ? ['dueTooSoon' as const] : []),
      ...(places.length === 0 ? ['noPlaces' as const] : []),
    ];
    recordAudit(scope, unit.id, at, {
      deed: 'makeRound',
      object: { kind: 'collection_round', id: round.id },
      fields: ['items', 'places'],
    });
    return { id: round.id, warnings };
  });
}

/** The items of a form that can be asked of the level, each whole before its parts. */
export function itemsOfRound(
  standard: Standard,
  { level, items }: { readonly level: RoundLevel; readonly items: readonly string[] },
): Item[] {
  const chosen = new Set(items);
  return itemsToAsk(standard, level).filter(({ key }) => chosen.has(key));
}

/** One of the proposed rounds as its line of the form says it. */
export interface ChosenProposal {
  readonly level: RoundLevel;
  readonly period: string;
  readonly title: string;
  readonly cutOff: string;
  readonly dueDate: string;
}

const levelsAndPeriods = prepared<{ level: RoundLevel; period: string }>(
  'levels_and_periods_of_collection_rounds',
  'select distinct level, period from collection_round where unit_id = $1 and year = $2',
);

/**
 * Makes the rounds that the standard proposes for a year, as far as they were chosen. What is not among its proposals is
 * left out, and so are rounds of organisations while nobody owns the criteria, and what there is a round for already.
 * @returns how many were made, and for how many of the chosen there was one already
 */
export async function makeProposedRounds(
  { database, clock, standards }: CollectionContext,
  actor: PersonActor,
  { unitCode, year }: { readonly unitCode: string; readonly year: number },
  chosen: readonly ChosenProposal[],
): Promise<{ made: number; there: number }> {
  return withScope(database, actor, async (scope) => {
    const unit = await unitToLead(scope, actor, unitCode);
    await scope.run(lockMakingRounds, [unit.id]);
    const existing = await scope.run(levelsAndPeriods, [unit.id, year]);
    const isThere = ({ level, period }: ChosenProposal) =>
      existing.some((round) => round.level === level && round.period === period);
    const there = chosen.filter(isThere).length;
    const owners = await findOwners(scope, unit.id, year);
    const standard = standardOfYear(standards, year, owners);
    const proposed = proposeRounds(standard, year, { off: new Map(), worked: new Map() });
    const placesOf = placesToAsk(scope, unit.id, standard, owners?.owners ?? new Map());
    const rounds: NewRound[] = [];
    for (const one of chosen) {
      const proposal = proposed.find(({ level, period }) => level === one.level && period === one.period);
      if (proposal === undefined || isThere(one) || (one.level === 'organisation' && owners === null))
        continue;
      const places = await placesOf({ ...one, items: proposal.items });
      rounds.push({
        ...one,
        id: newId(),
        year,
        items: proposal.items.map(({ key }) => key),
        taskId: null,
        places,
      });
    }
    if (rounds.length === 0) return { made: 0, there };
    const at = clock.now();
    insertRounds(scope, unit.id, standard, rounds, { by: actor.personId, at });
    recordAudit(scope, unit.id, at, {
      deed: 'makeProposedRounds',
      object: { kind: 'unit', id: unit.id },
      fields: rounds.map(({ level, period }) => `${level}.${period}`),
    });
    return { made: rounds.length, there };
  });
}

/** The standard that a round is pinned to. @throws Error when it is no longer in the folder */
export function standardOfRound(
  standards: StandardCatalogue,
  round: { readonly standardId: string; readonly standardVersion: number },
): Standard {
  const entry = standards.get(round.standardId, round.standardVersion);
  if (entry === null)
    throw new Error(`The standard ${round.standardId} ${round.standardVersion} is not in standards/.`);
  return entry.standard;
}

/** The items of a round, or those of them that a sheet is asked, in their order. */
export function itemsOfKeys(standard: Standard, keys: readonly string[]): Item[] {
  return keys.flatMap((key) => itemOf(standard, key) ?? []);
}
