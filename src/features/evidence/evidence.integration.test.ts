import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { memoryFileStore } from '../../../test/support/memory-file-store.ts';
import { createTestDatabase, type TestDatabase } from '../../../test/support/test-database.ts';
import { givenWard, type OrganisationKind, type Ward } from '../../../test/support/ward.ts';
import { type PersonActor, sqlBuilder, withReadScope, withScope } from '../../platform/database/index.ts';
import type { FileStore } from '../../platform/file-store/index.ts';
import { RequestError } from '../../platform/http/index.ts';
import { addEvidence } from './commands/add-evidence.ts';
import { bringFiles, discardFile, MOST_WAITING } from './commands/bring-file.ts';
import { describeEvidence, reviseEvidence, setWithdrawn } from './commands/change-evidence.ts';
import type { EvidenceContext } from './commands/context.ts';
import { markOf } from './commands/rows.ts';
import { takeBackUse, useAgainNextYear, useEvidence } from './commands/use-evidence.ts';
import { evidenceOfSameContent, findEvidence } from './queries/evidence.ts';
import { type EvidenceFilter, listEvidence } from './queries/list.ts';
import { evidenceOfYear } from './queries/of-year.ts';
import { listWaitingFiles } from './queries/waiting.ts';
import type { EvidenceContent } from './schema.ts';
import { pictureOf } from './testing/children.ts';
import { appraiserOf, contentOf, pdf } from './testing/evidence.ts';

let test_: TestDatabase;
let context: EvidenceContext;
let ward: Ward;
let serial = 0;

beforeAll(async () => {
  test_ = await createTestDatabase();
  context = {
    database: test_.database,
    clock: { now: () => new Date('2026-10-15T03:00:00Z') },
    files: memoryFileStore(),
    scanner: null,
  };
});
beforeEach(async () => {
  serial++;
  ward = await givenWard(test_.database, { code: String(93_000 + serial), name: `Minh Chứng ${serial}` });
});
afterAll(() => test_.drop());

const by = (kind: OrganisationKind): PersonActor => ward.people[kind];
const file = (text: string, name = 'bao-cao.pdf') => ({ name, bytes: pdf(text) });
const add = (kind: OrganisationKind, over: Partial<EvidenceContent> = {}, text = `tệp ${serial}`) =>
  addEvidence(context, by(kind), ward.code, contentOf(over), file(text));
const place = (id: string) => ({ unitCode: ward.code, id });
const find = (id: string, actor = by('culture_society')) =>
  withReadScope(test_.database, actor, (scope) => findEvidence(scope, actor, ward.unitId, id));
const everything: EvidenceFilter = {
  search: '',
  criterion: null,
  year: null,
  documentType: null,
  unused: false,
  expired: false,
  showsChildren: false,
  withdrawn: false,
};
const titles = async (over: Partial<EvidenceFilter> = {}, actor = by('culture_society')) =>
  (
    await withReadScope(test_.database, actor, (scope) =>
      listEvidence(scope, actor, ward.unitId, { ...everything, ...over }, '2026-10-15', 1),
    )
  ).evidence.map(({ title }) => title);
const refusal = (promised: Promise<unknown>) =>
  promised.then(
    () => 'done',
    (error: unknown) => (error instanceof RequestError ? `${error.status} ${error.code}` : String(error)),
  );

describe('an evidence', () => {
  test('is brought once and used for indicators of several years', async () => {
    const id = await add('health_station');
    await useEvidence(context, by('police'), place(id), [
      { year: 2026, criterion: 5, indicator: '5.1' },
      { year: 2026, criterion: 5, indicator: '5.2' },
    ]);
    expect(await useAgainNextYear(context, by('health_station'), place(id), 2026)).toBe(2);
    expect(await useAgainNextYear(context, by('health_station'), place(id), 2026)).toBe(0);
    const { uses } = await find(id);
    expect(uses.map(({ year, indicator }) => `${year} ${indicator}`)).toEqual([
      '2027 5.1',
      '2027 5.2',
      '2026 5.1',
      '2026 5.2',
    ]);
  });

  test('keeps every file that it has had, and its history says who did what', async () => {
    const id = await add('health_station', {}, 'bản một');
    await reviseEvidence(context, by('culture_society'), place(id), file('bản hai'), 'Ký lại');
    const seen = markOf(await find(id));
    await describeEvidence(context, by('health_station'), place(id), contentOf({ number: '42' }), seen);
    await describeEvidence(context, by('health_station'), place(id), contentOf({ number: '42' }), seen);
    const evidence = await find(id);
    expect(evidence.files.map(({ revision, note }) => [revision, note])).toEqual([
      [2, 'Ký lại'],
      [1, null],
    ]);
    expect(new Set(evidence.files.map(({ sha256 }) => sha256)).size).toBe(2);
    expect(evidence.events.map(({ kind, detail }) => [kind, detail])).toEqual([
      ['described', 'number'],
      ['revised', '2'],
      ['added', null],
    ]);
  });

  test('is changed by who keeps it and by the planning officer, and by nobody else', async () => {
    const id = await add('health_station');
    const content = contentOf({ title: 'Tên khác' });
    const seen = markOf(await find(id));
    expect(await refusal(describeEvidence(context, by('police'), place(id), content, seen))).toBe(
      '403 evidence.may-not-change',
    );
    expect(await refusal(reviseEvidence(context, by('schools'), place(id), file('khác'), null))).toBe(
      '403 evidence.may-not-change',
    );
    expect(await refusal(setWithdrawn(context, by('fatherland_front'), place(id), true))).toBe(
      '403 evidence.may-not-change',
    );
    expect(await refusal(describeEvidence(context, by('culture_society'), place(id), content, seen))).toBe(
      'done',
    );
  });

  test('that was withdrawn counts no more, stays with its files, and can be taken into use again', async () => {
    const id = await add('health_station');
    const use = { year: 2026, criterion: 5, indicator: '5.1' };
    await useEvidence(context, by('health_station'), place(id), [use]);
    const ofYear = () =>
      withReadScope(test_.database, by('culture_society'), (scope) =>
        evidenceOfYear(scope, ward.unitId, 2026),
      );
    expect((await ofYear()).map((one) => one.indicators)).toEqual([[{ criterion: 5, indicator: '5.1' }]]);
    await setWithdrawn(context, by('health_station'), place(id), true);
    expect(await ofYear()).toEqual([]);
    expect(await titles()).toEqual([]);
    expect(await titles({ withdrawn: true })).toEqual(['Báo cáo tiêm chủng']);
    expect(await refusal(useEvidence(context, by('police'), place(id), [use]))).toBe(
      '403 evidence.may-not-use',
    );
    await setWithdrawn(context, by('health_station'), place(id), false);
    expect(await ofYear()).toHaveLength(1);
  });

  test('loses a use by who made it, by who keeps it and by the planning officer', async () => {
    const id = await add('health_station');
    await useEvidence(context, by('police'), place(id), [{ year: 2026, criterion: 5, indicator: '5.1' }]);
    const [use] = (await find(id)).uses;
    expect(await refusal(takeBackUse(context, by('schools'), place(id), use!.id))).toBe(
      '403 evidence.may-not-take-back-use',
    );
    await takeBackUse(context, by('police'), place(id), use!.id);
    expect((await find(id)).uses).toEqual([]);
  });
});

describe('who sees an evidence', () => {
  test('that is restricted: who keeps it, the planning officer and the leader', async () => {
    const id = await add('health_station', { confidentiality: 'restricted', title: 'Hồ sơ hạn chế' });
    for (const kind of ['health_station', 'culture_society', 'committee_leadership'] as const) {
      expect((await find(id, by(kind))).title).toBe('Hồ sơ hạn chế');
      expect(await titles({}, by(kind))).toEqual(['Hồ sơ hạn chế']);
    }
    const [station] = by('health_station').memberships;
    const overseerThere: PersonActor = {
      ...by('fatherland_front'),
      memberships: [{ ...station!, role: 'overseer' }],
    };
    for (const other of [by('police'), by('fatherland_front'), overseerThere]) {
      expect(await refusal(find(id, other))).toBe('404 page.not-found');
      expect(await titles({}, other)).toEqual([]);
    }
  });

  test('from above: the appraiser, of what stands behind an indicator and is not restricted', async () => {
    const appraiser = appraiserOf(ward);
    const use = [{ year: 2026, criterion: 5, indicator: '5.1' }];
    const used = await add('health_station', { title: 'Đã gắn' });
    const hidden = await add(
      'health_station',
      { title: 'Hạn chế', confidentiality: 'restricted' },
      'hạn chế',
    );
    await add('health_station', { title: 'Chưa gắn' }, 'chưa gắn');
    for (const id of [used, hidden]) await useEvidence(context, by('health_station'), place(id), use);
    expect(await titles({}, appraiser)).toEqual(['Đã gắn']);
    expect((await find(used, appraiser)).title).toBe('Đã gắn');
    expect(await refusal(find(hidden, appraiser))).toBe('404 page.not-found');
    await setWithdrawn(context, by('health_station'), place(used), true);
    expect(await titles({}, appraiser)).toEqual([]);
    expect(await titles({ withdrawn: true }, appraiser)).toEqual([]);
  });

  test('of another unit: nobody', async () => {
    const id = await add('health_station');
    const other = await givenWard(test_.database, { code: String(94_000 + serial), name: 'Bên Cạnh' });
    const stranger = other.people.culture_society;
    expect(await refusal(find(id, stranger))).toBe('404 page.not-found');
    expect(await refusal(setWithdrawn(context, stranger, place(id), true))).toBe('404 page.not-found');
  });
});

describe('searching', () => {
  test('finds by number, by title and by extract, without tones and from the beginnings of words', async () => {
    await add('health_station', { title: 'Báo cáo tiêm chủng mở rộng', number: '41', symbol: 'BC-TYT' });
    await add(
      'police',
      { title: 'Danh sách trẻ em vắng mặt', extract: 'Rà soát hộ nghèo', number: '7' },
      'hai',
    );
    expect(await titles({ search: 'tiem chung' })).toEqual(['Báo cáo tiêm chủng mở rộng']);
    expect(await titles({ search: 'TIÊM CHỦ' })).toEqual(['Báo cáo tiêm chủng mở rộng']);
    expect(await titles({ search: '41/BC-TYT' })).toEqual(['Báo cáo tiêm chủng mở rộng']);
    expect(await titles({ search: 'ho ngheo' })).toEqual(['Danh sách trẻ em vắng mặt']);
    expect(await titles({ search: "' | '!& \\" })).toHaveLength(2);
    expect(await titles({ search: 'khong co' })).toEqual([]);
  });

  test('tells who appraises nothing of the text of a list of children that they get blacked out', async () => {
    const list = await add('health_station', { title: 'Danh sách được trợ giúp', showsChildren: true });
    await useEvidence(context, by('health_station'), place(list), [
      { year: 2026, criterion: 6, indicator: '6.1' },
    ]);
    await withScope(test_.database, { kind: 'system', purpose: 'test' }, (scope) =>
      scope.rows(
        sqlBuilder.updateTable('evidence').set({ content_key: 'nguyen thi mau' }).where('id', '=', list),
      ),
    );
    expect(await titles({ search: 'thi mau' })).toEqual(['Danh sách được trợ giúp']);
    const appraiser = appraiserOf(ward);
    expect(await titles({ search: 'thi mau' }, appraiser)).toEqual([]);
    expect(await titles({ search: 'danh sach' }, appraiser)).toEqual(['Danh sách được trợ giúp']);
  });

  test('narrows by criterion, year, kind, and by what is unused, expired or shows children', async () => {
    const used = await add('health_station', { title: 'Đã gắn', expiresOn: '2026-01-01' });
    await add('police', { title: 'Ảnh trẻ em', showsChildren: true, documentType: 'Ảnh' }, 'hai');
    await useEvidence(context, by('health_station'), place(used), [
      { year: 2026, criterion: 5, indicator: '5.1' },
    ]);
    expect(await titles({ criterion: 5, year: 2026 })).toEqual(['Đã gắn']);
    expect(await titles({ criterion: 5, year: 2025 })).toEqual([]);
    expect(await titles({ unused: true })).toEqual(['Ảnh trẻ em']);
    expect(await titles({ expired: true })).toEqual(['Đã gắn']);
    expect(await titles({ showsChildren: true })).toEqual(['Ảnh trẻ em']);
    expect(await titles({ documentType: 'Ảnh' })).toEqual(['Ảnh trẻ em']);
  });
});

describe('files that are brought', () => {
  const bring = (kind: OrganisationKind, ...files: { name: string; bytes: Uint8Array }[]) =>
    bringFiles(context, by(kind), ward.code, files);
  const waiting = (kind: OrganisationKind) =>
    withReadScope(test_.database, by(kind), (scope) => listWaitingFiles(scope, by(kind), ward.unitId));

  test('wait for whoever brought them, and become evidence when described', async () => {
    const { waiting: brought } = await bring('health_station', file('một'), file('hai'));
    expect((await waiting('health_station')).map(({ id }) => id)).toEqual(brought);
    expect(await waiting('police')).toEqual([]);
    const source = { uploadId: brought[0]! };
    expect(await refusal(addEvidence(context, by('police'), ward.code, contentOf(), source))).toBe(
      '404 page.not-found',
    );
    const id = await addEvidence(context, by('health_station'), ward.code, contentOf(), source);
    expect((await find(id)).files).toHaveLength(1);
    await discardFile(context, by('health_station'), ward.code, brought[1]!);
    expect(await waiting('health_station')).toEqual([]);
  });

  test('of children carry that mark into the evidence whose newer file they become', async () => {
    const id = await add('health_station');
    const { waiting: brought } = await bringFiles(context, by('health_station'), ward.code, [
      { ...file('tu-hoat-dong'), showsChildren: true },
    ]);
    await reviseEvidence(context, by('health_station'), place(id), { uploadId: brought[0]! }, null);
    expect((await find(id)).showsChildren).toBe(true);
    const other = await add('health_station', {}, 'khác');
    await reviseEvidence(context, by('health_station'), place(other), file('bản hai'), null, true);
    expect((await find(other)).showsChildren).toBe(true);
  });

  test('are taken by their content, whatever they are called', async () => {
    const text = (content: string) => new TextEncoder().encode(content);
    const program = new Uint8Array([0x4d, 0x5a, 0x90, 0, 3, 0, 0, 0, 4, 0, 0, 0]);
    const { refused, waiting: taken } = await bring(
      'health_station',
      { name: 'bao-cao.pdf', bytes: program },
      { name: 'trang.txt', bytes: text('<!doctype html><p>chào</p>') },
      { name: 'anh.png', bytes: text('<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>') },
      { name: 'lenh.txt', bytes: text('#!/bin/sh\necho') },
      { name: 'trong.pdf', bytes: new Uint8Array() },
      { name: 'ghi-chu.bin', bytes: text('Ghi chú của cuộc họp') },
    );
    expect(refused.map(({ name, fault }) => `${name} ${fault}`)).toEqual([
      'bao-cao.pdf fileKind',
      'trang.txt fileKind',
      'anh.png fileKind',
      'lenh.txt fileKind',
      'trong.pdf fileEmpty',
    ]);
    expect(taken).toHaveLength(1);
  });

  test('are worked on while no connection to the database is held', async () => {
    const { pool } = test_.database;
    const held: number[] = [];
    const put: FileStore['put'] = (bytes) => {
      held.push(pool.totalCount - pool.idleCount);
      return context.files.put(bytes);
    };
    const watched = { ...context, files: { ...context.files, put } };
    const { waiting } = await bringFiles(watched, by('health_station'), ward.code, [
      await pictureOf(),
      file('một'),
    ]);
    expect(waiting).toHaveLength(2);
    expect(held).toEqual([0, 0]);
  });

  test('beyond what may wait for a person are refused, and those before them taken', async () => {
    await bring('health_station', ...Array.from({ length: MOST_WAITING - 1 }, (_, at) => file(`tệp ${at}`)));
    const { refused, waiting: taken } = await bring('health_station', file('vừa đủ'), file('quá', 'qua.pdf'));
    expect(taken).toHaveLength(1);
    expect(refused).toEqual([{ name: 'qua.pdf', fault: 'tooMany' }]);
  });

  test('of a content that is in the library are told with the evidence that has it', async () => {
    const id = await add('health_station', { title: 'Đã có' }, 'nội dung này');
    await bring('police', file('nội dung này', 'ten-khac.pdf'));
    const [again] = await waiting('police');
    const same = await withReadScope(test_.database, by('police'), (scope) =>
      evidenceOfSameContent(scope, by('police'), ward.unitId, again!.sha256),
    );
    expect(same.map((one) => [one.id, one.title])).toEqual([[id, 'Đã có']]);
  });

  test('are refused from who only reads', async () => {
    expect(await refusal(bring('fatherland_front', file('một')))).toBe('403 evidence.may-not-add');
  });
});
