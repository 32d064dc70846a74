import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../../test/support/test-database.ts';
import { assessmentContext, entered, givenCycle, givenWard, type Ward } from '../../../test/support/ward.ts';
import { inputsOfCriterion, score } from '../../domain/scoring/index.ts';
import { type CycleId, type PersonActor, sqlBuilder, withReadScope } from '../../platform/database/index.ts';
import { RequestError } from '../../platform/http/index.ts';
import { verifyAudit } from '../audit/index.ts';
import { assignCriteria } from './commands/assign-criteria.ts';
import { acceptCriterion, handInCriterion, returnCriterion } from './commands/change-state.ts';
import type { AssessmentContext } from './commands/context.ts';
import { openCycle } from './commands/open-cycle.ts';
import { type EnteredFigure, saveFigures } from './commands/save-figures.ts';
import { findCycle, findFigureChanges } from './queries.ts';

let test_: TestDatabase;
let context: AssessmentContext;
let ward: Ward;
let serial = 0;

beforeAll(async () => {
  test_ = await createTestDatabase();
  context = await assessmentContext(test_.database);
});
afterAll(() => test_.drop());

/** A ward of its own for each test, with its cycle of 2026. */
async function freshWard(): Promise<{ ward: Ward; cycleId: CycleId }> {
  serial++;
  const code = String(99_000 + serial);
  ward = await givenWard(test_.database, { code, name: `Thử ${serial}` });
  return { ward, cycleId: await givenCycle(test_.database, ward) };
}

const at = (number: number, year = 2026) => ({ unitCode: ward.code, year, number });
const save = (actor: PersonActor, number: number, figures: EnteredFigure[], year = 2026) =>
  saveFigures(context, actor, at(number, year), () => figures);
const cycleOf = async (actor: PersonActor, year = 2026) =>
  (await withReadScope(test_.database, actor, (scope) =>
    findCycle(scope, ward.code, year, context.yesNoInputs),
  ))!.cycle!;
const refusal = (promise: Promise<unknown>) =>
  promise.then(
    () => 'done',
    (error: unknown) => (error instanceof RequestError ? `${error.status} ${error.code}` : String(error)),
  );

describe('saving figures', () => {
  test('stores the figure, its history and the new score at one go', async () => {
    await freshWard();
    const nurse = ward.people.health_station;
    const result = await save(nurse, 7, [
      entered('under1_total', 212),
      entered('under1_fully_immunised', 203),
    ]);
    expect(result).toMatchObject({ outcome: 'saved', changed: ['under1_total', 'under1_fully_immunised'] });
    const cycle = await cycleOf(nurse);
    expect(cycle.figures.under1_fully_immunised).toEqual({ state: 'given', value: 203 });
    expect(cycle.criteria.find(({ number }) => number === 7)?.state).toBe('in_work');
    const { changes } = await withReadScope(test_.database, nurse, (scope) =>
      findFigureChanges(scope, cycle, 'under1_total', 1),
    );
    expect(changes).toMatchObject([{ fromState: null, toValue: 212, personName: nurse.name, revision: 1 }]);
  });

  test('keeps the summary equal to a full scoring of what is stored', async () => {
    const { cycleId } = await freshWard();
    const nurse = ward.people.health_station;
    await save(nurse, 7, [entered('under1_total', 212), entered('under1_fully_immunised', 203)]);
    await save(nurse, 7, [
      entered('under1_fully_immunised', 209, { seen: { state: 'given', value: 203 }, seenRevision: 1 }),
    ]);
    const cycle = await cycleOf(nurse);
    const { scorer } = context.standards.latest('qd-06-2019')!;
    const full = score(scorer, { figures: cycle.figures, previous: cycle.previous, territoryClass: 'other' });
    const [summary] = await withReadScope(test_.database, nurse, (scope) =>
      scope.rows(sqlBuilder.selectFrom('cycle_summary').selectAll().where('cycle_id', '=', cycleId)),
    );
    expect(summary).toMatchObject({
      verdict: full.verdict,
      least: full.least,
      most: full.most,
      points: full.criteria.map(({ points }) => points),
    });
  });

  test('refuses a part above its whole and stores nothing', async () => {
    await freshWard();
    const nurse = ward.people.health_station;
    const result = await save(nurse, 7, [
      entered('under1_total', 212),
      entered('under1_fully_immunised', 217),
    ]);
    expect(result).toMatchObject({ outcome: 'refused', faults: [{ code: 'part_above_whole' }] });
    expect((await cycleOf(nurse)).figures).toEqual({});
  });

  test('asks for a note when a figure moves far from last year', async () => {
    await freshWard();
    await givenCycle(test_.database, ward, 2025);
    const nurse = ward.people.health_station;
    await save(nurse, 7, [entered('under1_total', 200), entered('under1_fully_immunised', 190)], 2025);
    const wild = [entered('under1_total', 412), entered('under1_fully_immunised', 200)];
    expect(await save(nurse, 7, wild)).toMatchObject({
      outcome: 'refused',
      faults: [{ code: 'note_missing', input: 'under1_total', lastYear: 200 }],
    });
    const explained = [{ ...wild[0]!, note: 'Sáp nhập thêm hai khối phố' }, wild[1]!];
    expect(await save(nurse, 7, explained)).toMatchObject({ outcome: 'saved' });
  });

  test('tells the second of two people, shows both values and loses nothing', async () => {
    await freshWard();
    const nurse = ward.people.health_station;
    const seen = { seen: { state: 'no_data' } as const, seenRevision: 0 };
    const [first, second] = await Promise.all([
      save(nurse, 7, [entered('under1_total', 212, seen)]),
      save(nurse, 7, [entered('under1_total', 215, seen)]),
    ]);
    const outcomes = [first.outcome, second.outcome].sort();
    expect(outcomes).toEqual(['conflict', 'saved']);
    const conflict = first.outcome === 'conflict' ? first : second;
    const stored = (await cycleOf(nurse)).figures.under1_total;
    expect(conflict).toMatchObject({ conflicts: [{ input: 'under1_total', stored, storedRevision: 1 }] });
  });

  test('leaves alone what somebody else changed meanwhile and this person did not touch', async () => {
    await freshWard();
    const nurse = ward.people.health_station;
    await save(nurse, 7, [entered('under1_total', 212), entered('under1_fully_immunised', 200)]);
    await save(nurse, 7, [
      entered('under1_total', 214, { seen: { state: 'given', value: 212 }, seenRevision: 1 }),
    ]);
    const result = await save(nurse, 7, [
      entered('under1_total', 212, { seen: { state: 'given', value: 212 }, seenRevision: 1 }),
      entered('under1_fully_immunised', 210, { seen: { state: 'given', value: 200 }, seenRevision: 1 }),
    ]);
    expect(result).toMatchObject({ outcome: 'saved', changed: ['under1_fully_immunised'] });
    expect((await cycleOf(nurse)).figures.under1_total).toEqual({ state: 'given', value: 214 });
  });

  test('a note that somebody else wrote meanwhile does not bring an old figure back', async () => {
    await freshWard();
    const nurse = ward.people.health_station;
    await save(nurse, 7, [entered('under1_total', 212)]);
    const asSeen = { seen: { state: 'given', value: 212 } as const, seenRevision: 1 };
    await save(nurse, 7, [entered('under1_total', 214, { ...asSeen, note: 'Rà soát lại sổ tiêm chủng' })]);
    const untouched = entered('under1_total', 212, asSeen);
    expect(await save(nurse, 7, [untouched])).toMatchObject({ outcome: 'saved', changed: [] });
    expect((await cycleOf(nurse)).figures.under1_total).toEqual({ state: 'given', value: 214 });
    const otherNote = entered('under1_total', 212, { ...asSeen, note: 'Ghi chú khác' });
    expect(await save(nurse, 7, [otherNote])).toMatchObject({ outcome: 'conflict' });
  });

  test('names what cannot be read and what does not fit at one go', async () => {
    await freshWard();
    const result = await saveFigures(context, ward.people.health_station, at(8), () => [
      { input: 'under5_underweight', figure: null, fault: 'fraction' },
      entered('under5_weighed', 10),
      entered('under5_stunted', 11),
    ]);
    expect(result).toMatchObject({
      outcome: 'refused',
      faults: [{ code: 'unreadable' }, { code: 'part_above_whole', input: 'under5_stunted' }],
    });
  });

  test('moves the summary of the year after, whose rates are compared with this one', async () => {
    await freshWard();
    await givenCycle(test_.database, ward, 2025);
    const police = ward.people.police;
    await save(police, 3, [entered('children_total', 4000), entered('children_abused', 1)]);
    const zeros = () =>
      withReadScope(test_.database, police, (scope) =>
        scope.first(
          sqlBuilder
            .selectFrom('cycle_summary')
            .select('points')
            .where('unit_id', '=', ward.unitId)
            .where('year', '=', 2026),
        ),
      );
    expect((await zeros())?.points[2]).toBeNull();
    await save(police, 3, [entered('children_total', 4000), entered('children_abused', 3)], 2025);
    expect((await zeros())?.points[2]).toBe(50);
  });

  test('takes at most ten statements with signing in of the request', async () => {
    await freshWard();
    const nurse = ward.people.health_station;
    const before = test_.database.statements.count;
    await save(nurse, 7, [entered('under1_total', 212)]);
    const sessionCheck = 1;
    expect(test_.database.statements.count - before + sessionCheck).toBeLessThanOrEqual(10);
  });
});

describe('the life of a criterion', () => {
  test('is handed in complete, accepted by the leader, and locked until returned', async () => {
    await freshWard();
    const { health_station: nurse, committee_leadership: leader } = ward.people;
    expect(await handInCriterion(context, nurse, at(7))).toEqual(['under1_total', 'under1_fully_immunised']);
    await save(nurse, 7, [entered('under1_total', 212), entered('under1_fully_immunised', 203)]);
    expect(await handInCriterion(context, nurse, at(7))).toEqual([]);
    expect(await refusal(save(nurse, 7, [entered('under1_total', 213)]))).toBe(
      '409 assessment.criterion-locked',
    );
    await acceptCriterion(context, leader, at(7));
    await returnCriterion(context, leader, at(7), 'Thiếu báo cáo quý III');
    expect((await cycleOf(nurse)).criteria.find(({ number }) => number === 7)).toMatchObject({
      state: 'returned',
      returnedReason: 'Thiếu báo cáo quý III',
    });
    const again = entered('under1_total', 213, { seen: { state: 'given', value: 212 }, seenRevision: 1 });
    expect(await save(nurse, 7, [again])).toMatchObject({ outcome: 'saved' });
  });

  test('keeps a returned criterion returned, with its reason, until it is handed in again', async () => {
    await freshWard();
    const { health_station: nurse, committee_leadership: leader } = ward.people;
    await save(nurse, 7, [entered('under1_total', 212), entered('under1_fully_immunised', 203)]);
    await handInCriterion(context, nurse, at(7));
    await returnCriterion(context, leader, at(7), 'Kiểm tra lại');
    await save(nurse, 7, [
      entered('under1_fully_immunised', 204, { seen: { state: 'given', value: 203 }, seenRevision: 1 }),
    ]);
    const criterion = (await cycleOf(nurse)).criteria.find(({ number }) => number === 7);
    expect(criterion).toMatchObject({ state: 'returned', returnedReason: 'Kiểm tra lại' });
  });

  test('locks a shared figure for every criterion once one of them is handed in', async () => {
    await freshWard();
    const { police, health_station: nurse } = ward.people;
    await save(police, 3, [entered('children_total', 4000), entered('children_abused', 0)]);
    await handInCriterion(context, police, at(3));
    const result = await save(nurse, 9, [
      entered('children_total', 4100, { seen: { state: 'given', value: 4000 }, seenRevision: 1 }),
    ]);
    expect(result).toMatchObject({
      outcome: 'refused',
      faults: [{ code: 'locked_by_criterion', criterion: 3 }],
    });
  });

  test('goes to another organisation by the planning officer alone', async () => {
    await freshWard();
    const { culture_society: planner, police, health_station: nurse } = ward.people;
    const toHealth = [
      { number: 3, organisationId: ward.organisationIds.get('health_station')!, dueDate: '2026-10-20' },
    ];
    expect(await refusal(assignCriteria(context, police, at(3), toHealth))).toBe(
      '403 assessment.may-not-assign',
    );
    expect(await assignCriteria(context, planner, at(3), toHealth)).toEqual([3]);
    expect(await save(nurse, 3, [entered('children_abused', 0)])).toMatchObject({ outcome: 'saved' });
    expect(await refusal(save(police, 3, [entered('children_abused', 1)]))).toBe('404 page.not-found');
  });
});

describe('who may do what', () => {
  test('an officer sees and changes the criteria of the own organisation only', async () => {
    await freshWard();
    const { police, fatherland_front: overseer, committee_leadership: leader } = ward.people;
    expect(await refusal(save(police, 7, [entered('under1_total', 1)]))).toBe('404 page.not-found');
    expect(await refusal(save(overseer, 7, [entered('under1_total', 1)]))).toBe(
      '403 assessment.may-not-save',
    );
    expect(await refusal(save(leader, 7, [entered('under1_total', 1)]))).toBe('403 assessment.may-not-save');
    expect(await refusal(acceptCriterion(context, police, at(3)))).toBe('403 assessment.may-not-accept');
    expect(await refusal(acceptCriterion(context, leader, at(3)))).toBe('409 assessment.not-handed-in');
  });

  test('a person of another ward finds nothing, as if it did not exist', async () => {
    await freshWard();
    const stranger = ward.people.health_station;
    await freshWard();
    expect(await refusal(save(stranger, 7, [entered('under1_total', 1)]))).toBe('404 page.not-found');
    expect(await refusal(openCycle(context, stranger, { unitCode: ward.code, year: 2027 }))).toBe(
      '404 page.not-found',
    );
  });

  test('the planning officer opens a year once, with owners and due dates from the standard', async () => {
    await freshWard();
    const planner = ward.people.culture_society;
    const open = () => openCycle(context, planner, { unitCode: ward.code, year: 2027 });
    await open();
    expect(await refusal(open())).toBe('409 assessment.cycle-exists');
    const { criteria } = await cycleOf(planner, 2027);
    expect(criteria).toHaveLength(13);
    expect(criteria[2]).toMatchObject({ organisationName: 'Công an phường', dueDate: '2027-10-15' });
  });
});

describe('the audit', () => {
  test('holds every deed in an unbroken chain, without contents', async () => {
    await freshWard();
    const nurse = ward.people.health_station;
    const note = 'Nội dung không được vào nhật ký';
    await save(nurse, 7, [entered('under1_total', 212, { note }), entered('under1_fully_immunised', 203)]);
    await handInCriterion(context, nurse, at(7));
    const entries = await withReadScope(test_.database, nurse, (scope) =>
      scope.rows(
        sqlBuilder
          .selectFrom('audit_entry')
          .selectAll()
          .where('unit_id', '=', ward.unitId)
          .orderBy('sequence'),
      ),
    );
    expect(entries.map(({ deed }) => deed)).toEqual(['saveFigures', 'handInCriterion']);
    expect(JSON.stringify(entries)).not.toContain(note);
    expect(Object.keys(entries[0]!)).not.toContain('value');
    expect((await verifyAudit(test_.database)).broken).toEqual([]);
  });

  test('has one unbroken chain also when twenty people save at once', async () => {
    await freshWard();
    const inputs = inputsOfCriterion(context.standards.latest('qd-06-2019')!.standard.criteria[4]!);
    await Promise.all(
      Array.from({ length: 20 }, (_, index) =>
        save(ward.people.health_station, 5, [entered(inputs[index % inputs.length]!, index)]),
      ),
    );
    expect((await verifyAudit(test_.database)).broken).toEqual([]);
  });
});
