import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../../test/support/test-database.ts';
import { givenCycle, givenWard, type Ward } from '../../../test/support/ward.ts';
import type { PlanSection } from '../../domain/plan/index.ts';
import { type PersonActor, sqlBuilder, withReadScope } from '../../platform/database/index.ts';
import { RequestError } from '../../platform/http/index.ts';
import { findCycle } from '../assessment/index.ts';
import { verifyAudit } from '../audit/index.ts';
import { amendPlan, removeDraft } from './commands/amend-plan.ts';
import { draftBlankPlan, draftFromPlan } from './commands/draft-plan.ts';
import {
  addSection,
  frameMark,
  frameOf,
  markOf,
  saveFrame,
  saveSection,
  takeUnreadLine,
} from './commands/edit-content.ts';
import { issuePlan } from './commands/issue-plan.ts';
import { putPlanToWork } from './commands/put-to-work.ts';
import { readDocument } from './commands/read-document.ts';
import { confirmReading, removeReading } from './commands/settle-reading.ts';
import { itemsOf } from './content-changes.ts';
import type { PlansDependencies } from './dependencies.ts';
import { findVersions } from './history-queries.ts';
import type { DraftKey } from './paths.ts';
import { findPlan, findReading, type WorkChoices } from './queries.ts';
import { readIssued } from './schema.ts';
import { typedOf } from './section-form.ts';
import { appraiserOf, PASTED, plansDependencies } from './testing/plan-pages.ts';

let test_: TestDatabase;
let context: PlansDependencies;
let ward: Ward;
let serial = 0;

beforeAll(async () => {
  test_ = await createTestDatabase();
  context = await plansDependencies(test_.database);
});
beforeEach(async () => {
  serial++;
  ward = await givenWard(test_.database, { code: String(96_000 + serial), name: `Thử Một ${serial}` });
});
afterAll(() => test_.drop());

const planner = () => ward.people.culture_society;
const leader = () => ward.people.committee_leadership;
const refusal = (promise: Promise<unknown>) =>
  promise.then(
    () => 'done',
    (error: unknown) => (error instanceof RequestError ? `${error.status} ${error.code}` : String(error)),
  );
const place = (id: string) => ({ unitCode: ward.code, id });
const see = <Result>(work: Parameters<typeof withReadScope<Result>>[2], actor: PersonActor = planner()) =>
  withReadScope(test_.database, actor, work);
const planOf = async (id: string) => (await see((scope) => findPlan(scope, ward.code, id)))!;
const readingOf = async (id: string) => (await see((scope) => findReading(scope, ward.code, id)))!;

const read = (standing: 'own' | 'superior' = 'own', actor = planner()) =>
  readDocument(context, actor, ward.code, { text: PASTED, source: 'pasted', file: null, standing });
const issued = { so: '12', ngay: '05/02/2026' };
const confirm = (readingId: string, actor = planner(), typed: Record<string, string> = issued) =>
  confirmReading(context, actor, { ...place(readingId), seenRevision: null }, (year) =>
    readIssued(typed, year, '2026-10-15'),
  );
async function confirmed(readingId: string): Promise<string> {
  const settled = await confirm(readingId);
  if (settled.outcome === 'refused') throw new Error(JSON.stringify(settled.faults));
  return settled.planId;
}
const givenDraft = async () => confirmed(await read());

const issue = (
  id: string,
  actor = planner(),
  typed: Record<string, string> = issued,
  seenRevision: number | null = null,
) =>
  issuePlan(context, actor, { ...place(id), seenRevision }, (year) => readIssued(typed, year, '2026-10-15'));

/** Every open place gets the planning officer's organisation. */
async function choicesFor(id: string): Promise<WorkChoices> {
  const { content } = await planOf(id);
  const lead = ward.organisationIds.get('culture_society')!;
  const parts = content.sections
    .filter(({ role }) => role === 'assignments')
    .flatMap((section) => section.parts)
    .filter(({ assignee }) => assignee?.unitKind === 'departments_and_unions');
  return {
    leads: Object.fromEntries(parts.map((part) => [part.id, lead])),
    together: parts.map((part) => part.id),
    taken: [],
    givesCriteria: true,
  };
}
const putToWork = async (id: string) => putPlanToWork(context, planner(), place(id), await choicesFor(id));
const tasksOf = (planId: string) =>
  see((scope) =>
    scope.rows(
      sqlBuilder
        .selectFrom('task')
        .select(['id', 'plan_item', 'text', 'lead_id', 'state'])
        .where('unit_id', '=', ward.unitId)
        .where('plan_id', '=', planId)
        .orderBy('id'),
    ),
  );
const sectionOf = (sections: readonly PlanSection[], role: PlanSection['role']) =>
  sections.find((section) => section.role === role)!;

/** Changes the first item of a section as its form would. */
async function retype(
  draft: DraftKey,
  role: PlanSection['role'],
  text: string,
  actor = planner(),
  mark?: string,
) {
  const stored = draft.kind === 'plan' ? await planOf(draft.id) : await readingOf(draft.id);
  const section = sectionOf(stored.content.sections, role);
  const typed = typedOf(stored.content, section);
  const [part, ...parts] = typed.parts;
  const [item, ...items] = part!.items;
  const changed = { ...typed, parts: [{ ...part!, items: [{ ...item!, text }, ...items] }, ...parts] };
  return saveSection(context, actor, ward.code, draft, section.id, changed, mark ?? markOf(section));
}

describe('a paper that is read', () => {
  test('is kept with what was read, and is nothing for anybody but the planning officer', async () => {
    const id = await read();
    const reading = await readingOf(id);
    expect(reading).toMatchObject({ year: 2026, number: '12', issuedOn: '2026-02-05', standing: 'own' });
    expect(reading.content.title).toBe('Công tác trẻ em năm 2026 trên địa bàn phường Thử Một');
    for (const { item } of itemsOf(reading.content)) expect(reading.origins[item.id]).toBeDefined();
    expect(await refusal(confirm(id, leader()))).toBe('404 page.not-found');
    expect(await refusal(removeReading(context, appraiserOf(ward), place(id)))).toBe('404 page.not-found');
    expect(await refusal(read('own', ward.people.police))).toBe('403 plans.may-not-plan');
  });

  test('of another unit is not found', async () => {
    const id = await read();
    const other = await givenWard(test_.database, { code: String(95_000 + serial), name: 'Láng Giềng' });
    const stranger = other.people.culture_society;
    expect(await refusal(confirm(id, stranger))).toBe('404 page.not-found');
    expect(await refusal(read('own', stranger))).toBe('404 page.not-found');
  });

  test('is corrected section by section; two people who change one section are told', async () => {
    const id = await read();
    const draft = { kind: 'reading', id } as const;
    const seen = markOf(sectionOf((await readingOf(id)).content.sections, 'measures'));
    expect(await retype(draft, 'measures', 'Rà soát mọi ao, hồ')).toMatchObject({ outcome: 'saved' });
    expect(await retype(draft, 'measures', 'Rà soát ao', planner(), seen)).toMatchObject({
      outcome: 'conflict',
    });
    expect(await retype(draft, 'objectives', 'Phấn đấu 93% trẻ em', planner())).toMatchObject({
      outcome: 'saved',
    });
    const { content, revision } = await readingOf(id);
    expect(sectionOf(content.sections, 'measures').parts[0]!.items[0]!.text).toBe('Rà soát mọi ao, hồ');
    expect(revision).toBe(2);
    expect(await retype(draft, 'objectives', 'Phấn đấu 93% trẻ em')).toEqual({ outcome: 'unchanged' });
  });

  test('can have its head corrected, and a section added', async () => {
    const id = await read();
    const reading = await readingOf(id);
    const frame = { ...frameOf(reading.content), title: 'Công tác trẻ em năm 2025', place: 'Phường Thử' };
    const paper = { frame, printed: { number: '21', issuedOn: '2025-03-01' }, year: 2025 };
    const draft = { kind: 'reading', id } as const;
    const save = () => saveFrame(context, planner(), ward.code, draft, paper, frameMark(reading));
    expect(await save()).toMatchObject({ outcome: 'saved' });
    expect(await save()).toMatchObject({ outcome: 'conflict' });
    await addSection(context, planner(), ward.code, draft, { heading: 'Khen thưởng', role: 'other' });
    const after = await readingOf(id);
    expect(after).toMatchObject({ year: 2025, number: '21', issuedOn: '2025-03-01' });
    expect(after.content.legalBases.map((basis) => basis.id)).toEqual(
      reading.content.legalBases.map((basis) => basis.id),
    );
    expect(after.content.sections.at(-1)!.heading).toBe('Khen thưởng');
  });

  test('has its unread lines taken in once', async () => {
    const text = `${PASTED.replace('Nơi nhận:', '----------\n\nNơi nhận:')}`;
    const id = await readDocument(context, planner(), ward.code, {
      text,
      source: 'pasted',
      file: null,
      standing: 'own',
    });
    const reading = await readingOf(id);
    const { line } = reading.reading.unread[0]!;
    const partId = sectionOf(reading.content.sections, 'reporting').parts[0]!.id;
    const take = () => takeUnreadLine(context, planner(), ward.code, id, { line, partId });
    await take();
    expect(await refusal(take())).toBe('409 plans.line-taken');
    const after = await readingOf(id);
    const item = sectionOf(after.content.sections, 'reporting').parts[0]!.items.at(-1)!;
    expect(after.origins[item.id]).toMatchObject({ from: line, to: line });
  });

  test('keeps what the database would refuse: a day that no calendar has, half a sign', async () => {
    const text = PASTED.replace('ngày 05 tháng 02', 'ngày 31 tháng 02').replace(
      'mỗi gia đình',
      'mỗi gia \ud83d đình',
    );
    expect(text).toContain('31 tháng 02');
    const document = { text, source: 'pasted', file: null, standing: 'own' } as const;
    const id = await readDocument(context, planner(), ward.code, document);
    expect(await readingOf(id)).toMatchObject({ issuedOn: null, reading: { date: { day: 31, month: 2 } } });
  });

  test('becomes a draft when it is confirmed, with its source and its file, and is then gone', async () => {
    const id = await readDocument(context, planner(), ward.code, {
      text: PASTED,
      source: 'txt',
      file: { name: 'ke-hoach.txt', bytes: new TextEncoder().encode(PASTED) },
      standing: 'own',
    });
    const planId = await confirmed(id);
    const plan = await planOf(planId);
    expect(plan).toMatchObject({ state: 'draft', origin: 'read', hasSourceText: true, standing: 'own' });
    expect(plan.sourceFile).toMatchObject({
      name: 'ke-hoach.txt',
      sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
    expect(await see((scope) => findReading(scope, ward.code, id))).toBeUndefined();
    const { versions } = await see((scope) => findVersions(scope, ward.unitId, planId, 1));
    expect(versions).toMatchObject([{ revision: 0, deed: 'confirmReading' }]);
    expect(await refusal(confirm(id))).toBe('404 page.not-found');
  });

  test('is signed as it was on the screen, or not at all', async () => {
    const id = await givenDraft();
    const { revision } = await planOf(id);
    expect(await refusal(issue(id, planner(), issued, revision + 1))).toBe('409 plans.changed-meanwhile');
    expect((await planOf(id)).state).toBe('draft');
  });

  test('leaves nothing behind when it is thrown away', async () => {
    const id = await read();
    await removeReading(context, planner(), place(id));
    expect(await see((scope) => findReading(scope, ward.code, id))).toBeUndefined();
  });

  test('of the level above is registered with number and date, and given to nobody as work', async () => {
    const id = await read('superior');
    expect(await confirm(id, planner(), { so: '', ngay: '5/2/2026' })).toMatchObject({
      outcome: 'refused',
      faults: [{ field: 'so', code: 'numberFault' }],
    });
    const planId = await confirmed(id);
    const plan = await planOf(planId);
    expect(plan).toMatchObject({ standing: 'superior', state: 'issued', number: '12' });
    expect(await refusal(putToWork(planId))).toBe('409 plans.not-own');
    expect(await refusal(issue(planId))).toBe('409 plans.frozen');
    expect(await refusal(amendPlan(context, planner(), place(planId)))).toBe('409 plans.not-issued');
  });
});

describe('a draft', () => {
  test('is changed by the planning officer alone, and seen by the leader', async () => {
    const draft = { kind: 'plan', id: await givenDraft() } as const;
    expect(await retype(draft, 'measures', 'Rà soát ao, hồ')).toMatchObject({ outcome: 'saved' });
    expect(await refusal(retype(draft, 'measures', 'Khác', leader()))).toBe('403 plans.may-not-plan');
    expect(await refusal(retype(draft, 'measures', 'Khác', ward.people.police))).toBe('404 page.not-found');
    const { versions } = await see((scope) => findVersions(scope, ward.unitId, draft.id, 1));
    expect(versions.map(({ deed, revision }) => [deed, revision])).toEqual([
      ['savePlanSection', 1],
      ['confirmReading', 0],
    ]);
  });

  test('stays one of its year, whatever its form sends', async () => {
    const id = await givenDraft();
    const plan = await planOf(id);
    const paper = { frame: frameOf(plan.content), printed: { number: null, issuedOn: null }, year: 2031 };
    await saveFrame(context, planner(), ward.code, { kind: 'plan', id }, paper, frameMark(plan));
    expect(await planOf(id)).toMatchObject({ year: 2026, content: { year: 2026 } });
  });

  test('is removed with its history while nobody works by it', async () => {
    const id = await givenDraft();
    expect(await refusal(removeDraft(context, leader(), place(id)))).toBe('403 plans.may-not-plan');
    await removeDraft(context, planner(), place(id));
    expect(await see((scope) => findPlan(scope, ward.code, id))).toBeUndefined();
    const working = await givenDraft();
    await putToWork(working);
    expect(await refusal(removeDraft(context, planner(), place(working)))).toBe('409 plans.at-work');
  });

  test('is written blank, from last year’s plan, or from the superior’s', async () => {
    const blank = await draftBlankPlan(context, planner(), ward.code, {
      year: 2026,
      subject: 'child_friendly',
    });
    expect(await planOf(blank)).toMatchObject({ origin: 'blank', year: 2026, basedOn: null });
    const own = await givenDraft();
    const next = { year: 2027, subject: 'children_work', taken: new Set<string>() } as const;
    const copy = await planOf(await draftFromPlan(context, planner(), place(own), next));
    expect(copy).toMatchObject({ origin: 'last_year', year: 2027, basedOn: { id: own } });
    expect(copy.title).toContain('2027');
    const superior = await confirmed(await read('superior'));
    const target = itemsOf((await planOf(superior)).content).find(({ item }) => item.targets.length > 0)!;
    const taken = { year: 2026, subject: 'children_work', taken: new Set([target.item.id]) } as const;
    const written = await planOf(await draftFromPlan(context, planner(), place(superior), taken));
    expect(written).toMatchObject({ origin: 'superior', basedOn: { id: superior } });
    expect(itemsOf(written.content).some(({ item }) => item.text === target.item.text)).toBe(true);
    expect(await refusal(draftFromPlan(context, leader(), place(own), next))).toBe('403 plans.may-not-plan');
  });
});

describe('putting a plan to work', () => {
  test('asks who leads what the paper leaves open, and writes nothing meanwhile', async () => {
    const id = await givenDraft();
    const choices = { leads: {}, together: [], taken: [], givesCriteria: false };
    expect(await putPlanToWork(context, planner(), place(id), choices)).toEqual({ outcome: 'open' });
    expect(await tasksOf(id)).toEqual([]);
    expect((await planOf(id)).putToWorkAt).toBeNull();
  });

  test('makes tasks and targets, gives the criteria to their owners, and lets everybody see the plan', async () => {
    await givenCycle(test_.database, ward);
    const id = await givenDraft();
    const done = await putToWork(id);
    expect(done).toMatchObject({ outcome: 'done', targets: { added: 1 } });
    const tasks = await tasksOf(id);
    expect(tasks.map(({ text, lead_id }) => [text.slice(0, 22), lead_id])).toContainEqual([
      'Theo dõi, đánh giá các',
      ward.organisationIds.get('police'),
    ]);
    const cycle = (await see((scope) => findCycle(scope, ward.code, 2026, context.yesNoInputs)))!.cycle!;
    const ownerOf = (number: number) => cycle.criteria.find((one) => one.number === number)!.organisationId;
    expect(ownerOf(4)).toBe(ward.organisationIds.get('police'));
    expect(ownerOf(12)).toBe(ward.organisationIds.get('culture_society'));
    expect((await planOf(id)).putToWorkAt).not.toBeNull();
    expect(await refusal(retype({ kind: 'plan', id }, 'measures', 'Khác', ward.people.police))).toBe(
      '403 plans.may-not-plan',
    );
  });

  test('done again after a change keeps the tasks that stay the same', async () => {
    const id = await givenDraft();
    await putToWork(id);
    const before = await tasksOf(id);
    await retype({ kind: 'plan', id }, 'assignments', 'Hằng quý lập danh sách trẻ em có nguy cơ');
    expect(await putToWork(id)).toMatchObject({ tasks: { added: 0, changed: 1, closed: 0 } });
    const after = await tasksOf(id);
    expect(after.map((task) => task.id)).toEqual(before.map((task) => task.id));
  });

  test('is for the planning officer', async () => {
    const id = await givenDraft();
    const choices = await choicesFor(id);
    expect(await refusal(putPlanToWork(context, leader(), place(id), choices))).toBe(
      '403 plans.may-not-plan',
    );
  });
});

describe('issuing a plan', () => {
  test('keeps the paper as DOCX and PDF, puts it to work, and freezes what it says', async () => {
    const id = await givenDraft();
    expect(await issue(id, leader())).toEqual({ outcome: 'open' });
    await putToWork(id);
    const before = await tasksOf(id);
    expect(await issue(id, leader(), { so: 'x', ngay: '31/12/2026' })).toMatchObject({
      outcome: 'refused',
      faults: [
        { field: 'so', code: 'numberFault' },
        { field: 'ngay', code: 'dateAhead' },
      ],
    });
    expect(await issue(id, leader())).toMatchObject({ outcome: 'done', tasks: { added: 0, changed: 0 } });
    const plan = await planOf(id);
    expect(plan).toMatchObject({ state: 'issued', number: '12', issuedOn: '2026-02-05' });
    const pdf = await context.files.read(plan.pdf!.sha256);
    expect(Buffer.from(pdf).subarray(0, 5).toString()).toBe('%PDF-');
    expect((await context.files.read(plan.docx!.sha256)).byteLength).toBe(plan.docx!.size);
    expect(await tasksOf(id)).toEqual(before);
    expect(await refusal(retype({ kind: 'plan', id }, 'measures', 'Khác'))).toBe('409 plans.frozen');
    expect(await refusal(removeDraft(context, planner(), place(id)))).toBe('409 plans.frozen');
    expect(await refusal(issue(id))).toBe('409 plans.frozen');
    expect(await refusal(issue(id, ward.people.police))).toBe('403 plans.may-not-issue');
  });

  test('of an amendment replaces the plan: what stays keeps its task, what is gone is closed', async () => {
    const id = await givenDraft();
    await putToWork(id);
    await issue(id);
    const before = await tasksOf(id);
    const attempts = await Promise.allSettled([1, 2].map(() => amendPlan(context, planner(), place(id))));
    const [amendment = ''] = attempts.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
    expect(attempts.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await refusal(amendPlan(context, planner(), place(id)))).toBe('409 plans.amendment-exists');
    const { content } = await planOf(amendment);
    const police = itemsOf(content).find(({ part }) => part.assignee?.unitKind === 'police')!;
    const typed = typedOf(content, police.section);
    const without = {
      ...typed,
      parts: typed.parts.map((part) => (part.id === police.part.id ? { ...part, remove: true } : part)),
    };
    await saveSection(
      context,
      planner(),
      ward.code,
      { kind: 'plan', id: amendment },
      police.section.id,
      without,
      markOf(police.section),
    );
    expect(await putToWork(amendment)).toEqual({ outcome: 'waits' });
    expect(await tasksOf(id)).toEqual(before);
    const done = await issue(amendment, planner(), { so: '30', ngay: '01/9/2026' });
    expect(done).toMatchObject({ outcome: 'done', tasks: { added: 0, closed: 1 } });
    expect((await planOf(id)).state).toBe('replaced');
    const after = await tasksOf(amendment);
    expect(after.map((task) => task.id)).toEqual(before.map((task) => task.id));
    expect(after.find(({ plan_item }) => plan_item === police.item.id)).toMatchObject({ state: 'closed' });
    expect(await refusal(putToWork(id))).toBe('409 plans.replaced');
  });
});

test('every deed is in the audit, without a word of the paper, and the chain holds', async () => {
  const id = await givenDraft();
  await putToWork(id);
  await issue(id);
  const entries = await see((scope) =>
    scope.rows(
      sqlBuilder.selectFrom('audit_entry').selectAll().where('unit_id', '=', ward.unitId).orderBy('sequence'),
    ),
  );
  expect(entries.map(({ deed }) => deed)).toEqual([
    'readPlan',
    'confirmReading',
    'putPlanToWork',
    'issuePlan',
  ]);
  expect(JSON.stringify(entries)).not.toContain('trẻ em');
  expect((await verifyAudit(test_.database)).broken).toEqual([]);
});
