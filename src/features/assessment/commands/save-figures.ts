import { lockingCriterion, stateAfter } from '../../../domain/cycle/index.ts';
import {
  type Assessment,
  type Figure,
  type FigureFault,
  faultsOfFigures,
  inputsOfCriterion,
  isWildChange,
  rescore,
  type Standard,
} from '../../../domain/scoring/index.ts';
import type { WholeNumberFault } from '../../../domain/text/index.ts';
import {
  newId,
  type PersonActor,
  prepared,
  type Scope,
  withScope,
} from '../../../platform/database/index.ts';
import { recordAudit } from '../../audit/index.ts';
import { type CollectedFigure, NOTHING_COLLECTED } from '../collected.ts';
import type { Cycle } from '../queries.ts';
import { type ScoredCycle, scoreCycle, standardOf } from '../scored-cycle.ts';
import { type AssessmentContext, type CriterionPlace, criterionFor, cycleToChange } from './context.ts';
import { summariseYearAfter, summaryValues, upsertSummarySql } from './summarise.ts';

/** A figure as a person entered it, with what they saw when they began. */
export interface EnteredFigure {
  readonly input: string;
  readonly figure: Figure;
  readonly note: string | null;
  /** What was on the screen. */
  readonly seen: Figure;
  readonly seenNote: string | null;
  /** The revision that was on the screen; 0 where there was no figure yet. */
  readonly seenRevision: number;
}

/** What was typed could not be read as a figure. */
export interface UnreadableFigure {
  readonly input: string;
  readonly figure: null;
  readonly fault: WholeNumberFault;
}

type Entered = readonly (EnteredFigure | UnreadableFigure)[];

export type EntryFault =
  | FigureFault
  | {
      readonly code: 'unreadable';
      readonly input: string;
      readonly period: 'current';
      readonly fault: WholeNumberFault;
    }
  | {
      readonly code: 'note_missing';
      readonly input: string;
      readonly period: 'current';
      readonly lastYear: number;
    }
  | {
      /** The villages, all accepted, come to another figure, and nobody says why it is not taken. */
      readonly code: 'overrules_collected';
      readonly input: string;
      readonly period: 'current';
      readonly collected: Figure;
    }
  | {
      readonly code: 'locked_by_criterion';
      readonly input: string;
      readonly period: 'current';
      readonly criterion: number;
    };

/** Two people changed the same figure: what is stored now, beside what was entered. */
export interface Conflict {
  readonly input: string;
  readonly entered: Figure;
  readonly stored: Figure;
  readonly storedRevision: number;
}

export type SaveResult =
  | { readonly outcome: 'saved'; readonly scored: ScoredCycle; readonly changed: readonly string[] }
  | { readonly outcome: 'refused'; readonly standard: Standard; readonly faults: readonly EntryFault[] }
  | { readonly outcome: 'conflict'; readonly cycle: Cycle; readonly conflicts: readonly Conflict[] };

const sameFigure = (a: Figure, b: Figure): boolean => JSON.stringify(a) === JSON.stringify(b);

const storedNote = (cycle: Cycle, input: string): string | null => cycle.stored[input]?.note ?? null;

const storedFigure = (cycle: Cycle, input: string): Figure =>
  cycle.stored[input]?.figure ?? { state: 'no_data' };

/** What stands against a figure that differs from what was collected: a reason has to be given with it, not before. */
function overruling(
  cycle: Cycle,
  { input, figure, note }: EnteredFigure,
  collected: CollectedFigure | undefined,
): EntryFault[] {
  if (collected?.settled !== true || figure.state === 'no_data' || sameFigure(figure, collected.figure))
    return [];
  const isNew = !sameFigure(figure, storedFigure(cycle, input));
  if (note !== null && !(isNew && note === storedNote(cycle, input))) return [];
  return [{ code: 'overrules_collected', input, period: 'current', collected: collected.figure }];
}

function faultsOfEntry(
  standard: Standard,
  cycle: Cycle,
  entered: readonly EnteredFigure[],
  collected: ReadonlyMap<string, CollectedFigure>,
): EntryFault[] {
  const figures: Record<string, Figure> = { ...cycle.figures };
  for (const { input, figure } of entered) figures[input] = figure;
  const names = new Set(entered.map(({ input }) => input));
  const faults: EntryFault[] = faultsOfFigures(standard, figures, {}).filter(
    ({ input, whole }) => names.has(input) || (whole !== undefined && names.has(whole.input)),
  );
  for (const one of entered) {
    const { input, figure, note } = one;
    const criterion = lockingCriterion(standard, cycle.criteria, input);
    if (criterion !== null) faults.push({ code: 'locked_by_criterion', input, period: 'current', criterion });
    const before = cycle.previous[input];
    if (
      figure.state === 'given' &&
      typeof figure.value === 'number' &&
      before?.state === 'given' &&
      typeof before.value === 'number' &&
      isWildChange(figure.value, before.value) &&
      note === null
    )
      faults.push({ code: 'note_missing', input, period: 'current', lastYear: before.value });
    faults.push(...overruling(cycle, one, collected.get(input)));
  }
  return faults;
}

/**
 * Everything that a saving writes, in one statement: the figures and their history, the state of the criterion,
 * the revision of the cycle, the summary.
 */
const writeFigures = prepared(
  'write_figures',
  `with entered as (
     select * from unnest($14::uuid[], $15::text[], $16::text[], $17::bigint[], $18::text[], $19::text[], $20::int[], $21::uuid[])
       as e (id, input, state, value, reason, note, revision, change_id)
   ), before as (
     select f.input, f.state, f.value from figure f join entered e on e.input = f.input
      where f.unit_id = $1 and f.cycle_id = $2
   ), written as (
     insert into figure (unit_id, id, cycle_id, input, state, value, reason, note, revision, changed_by, changed_at)
     select $1, id, $2, input, state, value, reason, note, revision, $22, $13 from entered
     on conflict (unit_id, cycle_id, input) do update set
       state = excluded.state, value = excluded.value, reason = excluded.reason, note = excluded.note,
       revision = excluded.revision, changed_by = excluded.changed_by, changed_at = excluded.changed_at
   ), history as (
     insert into figure_change (unit_id, id, cycle_id, input, revision, from_state, from_value, to_state, to_value,
                                reason, note, person_id, changed_at)
     select $1, e.change_id, $2, e.input, e.revision, b.state, b.value, e.state, e.value, e.reason, e.note, $22, $13
       from entered e left join before b on b.input = e.input
   ), criterion as (
     update cycle_criterion set state = $23, returned_reason = case when $23 = 'returned' then returned_reason end,
            state_changed_at = case when state = $23 then state_changed_at else $13 end, revision = revision + 1
      where unit_id = $1 and cycle_id = $2 and number = $24
   ), revised as (
     update cycle set revision = revision + 1 where unit_id = $1 and id = $2
   )
   ${upsertSummarySql}`,
);

/** A figure's value as it is stored: yes and no as 1 and 0. */
export function storedValue(figure: Figure): number | null {
  return figure.state === 'given' ? Number(figure.value) : null;
}

function write(
  scope: Scope,
  cycle: Cycle,
  place: CriterionPlace,
  actor: PersonActor,
  changed: readonly EnteredFigure[],
  assessment: Assessment,
  at: Date,
): void {
  const criterion = cycle.criteria.find(({ number }) => number === place.number)!;
  scope.send(writeFigures, [
    ...summaryValues({ unitId: cycle.unit.id, id: cycle.id, year: cycle.year }, assessment, at),
    changed.map(() => newId()),
    changed.map(({ input }) => input),
    changed.map(({ figure }) => figure.state),
    changed.map(({ figure }) => storedValue(figure)),
    changed.map(({ figure }) => (figure.state === 'not_applicable' ? figure.reason : null)),
    changed.map(({ note }) => note),
    changed.map(({ input }) => (cycle.stored[input]?.revision ?? 0) + 1),
    changed.map(() => newId()),
    actor.personId,
    stateAfter(criterion.state, 'save'),
    place.number,
  ]);
}

function afterSaving(cycle: Cycle, changed: readonly EnteredFigure[], place: CriterionPlace): Cycle {
  const figures: Record<string, Figure> = { ...cycle.figures };
  const stored = { ...cycle.stored };
  for (const { input, figure, note } of changed) {
    figures[input] = figure;
    stored[input] = { figure, note, revision: (cycle.stored[input]?.revision ?? 0) + 1 };
  }
  return {
    ...cycle,
    revision: cycle.revision + 1,
    figures,
    stored,
    criteria: cycle.criteria.map((criterion) =>
      criterion.number === place.number
        ? { ...criterion, state: stateAfter(criterion.state, 'save') }
        : criterion,
    ),
  };
}

/**
 * Saves the figures of one criterion: all of them or, with a fault or a conflict, none.
 * A figure that somebody else changed since it was on the screen is a conflict, unless the person did not touch it
 * or entered the same. The answer holds the new score.
 * @param read gives what was entered, once the standard that the cycle is pinned to is known and the person may save;
 * it may look in the same transaction.
 */
export async function saveFigures(
  context: AssessmentContext,
  actor: PersonActor,
  place: CriterionPlace,
  read: (standard: Standard, inputs: readonly string[], scope: Scope) => Entered | Promise<Entered>,
): Promise<SaveResult> {
  return withScope(context.database, actor, async (scope) => {
    const cycle = await cycleToChange(scope, context, place);
    criterionFor(actor, cycle, place.number, 'save');
    const { standard, scorer } = standardOf(context.standards, cycle.standardId, cycle.standardVersion);
    const own = inputsOfCriterion(standard.criteria.find(({ number }) => number === place.number)!);
    const entered: EnteredFigure[] = [];
    const unreadable: EntryFault[] = [];
    for (const figure of await read(standard, own, scope)) {
      if (figure.figure !== null) entered.push(figure);
      else
        unreadable.push({ code: 'unreadable', input: figure.input, period: 'current', fault: figure.fault });
    }
    const touched = entered.filter(
      ({ input, figure, note, seen, seenNote }) =>
        !(sameFigure(figure, seen) && note === seenNote) &&
        !(sameFigure(figure, storedFigure(cycle, input)) && note === storedNote(cycle, input)),
    );
    const collected =
      touched.length === 0 || context.collected === undefined
        ? NOTHING_COLLECTED
        : await context.collected(
            scope,
            cycle,
            standard,
            touched.map(({ input }) => input),
          );
    const faults = faultsOfEntry(standard, cycle, touched, collected);
    if (unreadable.length > 0) return { outcome: 'refused', standard, faults: [...unreadable, ...faults] };
    const conflicts = touched
      .filter(({ input, seenRevision }) => seenRevision !== (cycle.stored[input]?.revision ?? 0))
      .map(({ input, figure }) => ({
        input,
        entered: figure,
        stored: storedFigure(cycle, input),
        storedRevision: cycle.stored[input]?.revision ?? 0,
      }));
    if (conflicts.length > 0) return { outcome: 'conflict', cycle, conflicts };
    if (faults.length > 0) return { outcome: 'refused', standard, faults };
    const before = scoreCycle(context.standards, cycle).assessment;
    if (touched.length === 0)
      return { outcome: 'saved', scored: { cycle, standard, assessment: before }, changed: [] };
    const saved = afterSaving(cycle, touched, place);
    const changed = touched.map(({ input }) => input);
    const assessment = rescore(scorer, before, new Set(changed), {
      figures: saved.figures,
      previous: saved.previous,
      territoryClass: saved.territoryClass,
    });
    const at = context.clock.now();
    write(scope, cycle, place, actor, touched, assessment, at);
    if (cycle.hasNext) await summariseYearAfter(scope, context, place.unitCode, place.year, at);
    recordAudit(scope, cycle.unit.id, at, {
      deed: 'saveFigures',
      object: { kind: 'cycle', id: cycle.id },
      fields: changed,
    });
    return { outcome: 'saved', scored: { cycle: saved, standard, assessment }, changed };
  });
}
