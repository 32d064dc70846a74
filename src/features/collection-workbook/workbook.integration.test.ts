import exceljs from 'exceljs';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Acting, actingAs } from '../../../test/support/acting.ts';
import { testAssets } from '../../../test/support/application.ts';
import {
  type GivenPlace,
  type GivenRound,
  givenPlaces,
  givenRound,
} from '../../../test/support/collection.ts';
import { memoryFileStore } from '../../../test/support/memory-file-store.ts';
import { type TestClock, testClock } from '../../../test/support/test-clock.ts';
import { createTestDatabase, type TestDatabase } from '../../../test/support/test-database.ts';
import { givenWard, testStandards, type Ward } from '../../../test/support/ward.ts';
import { given } from '../../domain/scoring/index.ts';
import { newId, sqlBuilder, withReadScope } from '../../platform/database/index.ts';
import { runPendingJobs } from '../../platform/jobs/testing/run-pending-jobs.ts';
import { openLog } from '../../platform/log.ts';
import { saveCells } from '../collection/index.ts';
import type { ImportContext } from './importing/context.ts';
import { storeImport } from './importing/store-import.ts';
import { workbookJobs, workbookRoutes } from './index.ts';
import { findImport } from './queries/imports.ts';

let base: TestDatabase;
let context: ImportContext;
let clock: TestClock;
let ward: Ward;
let villages: GivenPlace[];
let round: GivenRound;
let planner: Acting;
let serial = 0;

const ITEMS = ['children_total', 'children_total:female', 'children_injured', 'villages_with_collaborator'];

beforeAll(async () => {
  base = await createTestDatabase();
  clock = testClock();
  context = { database: base.database, clock, standards: await testStandards(), files: memoryFileStore() };
});
afterAll(() => base.drop());
beforeEach(async () => {
  serial++;
  ward = await givenWard(base.database, { code: String(95_000 + serial), name: `Sổ tính ${serial}` });
  villages = await givenPlaces(base.database, ward, 3);
  round = await givenRound(base.database, ward, villages, { items: ITEMS });
  planner = actingAs(workbookRoutes({ ...context, assets: testAssets }), ward.people.culture_society);
});

const here = () => `/don-vi/${ward.code}/so-lieu`;
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

async function workbookOf(response: Response): Promise<exceljs.Workbook> {
  const workbook = new exceljs.Workbook();
  await workbook.xlsx.load(await response.arrayBuffer());
  return workbook;
}

const template = async () => workbookOf(await planner.get(`${here()}/${round.id}/mau.xlsx`));

const FIRST_ROW = 8;
/** The cell of a place and an item in the form, by the hidden keys. */
function cellOf(workbook: exceljs.Workbook, place: number, item: string): exceljs.Cell {
  const sheet = workbook.worksheets[0]!;
  let column = 0;
  sheet.getRow(5).eachCell((cell, number) => {
    if (cell.value === `so:${item}`) column = number;
  });
  const row = [0, 1, 2]
    .map((at) => FIRST_ROW + at)
    .find((at) => sheet.getCell(at, 1).value === round.sheets[place]);
  return sheet.getCell(row!, column);
}

const runJobs = () =>
  runPendingJobs(workbookJobs(context), { database: base.database, clock, log: openLog('silent') });

/** Sends a file and lets it be read; gives the address of the import. */
async function send(
  content: exceljs.Workbook | string,
  fields: Record<string, string> = {},
): Promise<string> {
  const form = new FormData();
  const file =
    typeof content === 'string'
      ? new File([content], 'bang.csv')
      : new File([(await content.xlsx.writeBuffer()) as ArrayBuffer], 'mau.xlsx', { type: XLSX });
  form.append('tep', file);
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  const answer = await planner.upload(`${here()}/nhap-excel`, form);
  expect(answer.status).toBe(303);
  await runJobs();
  return answer.headers.get('location')!;
}

const importIn = async (path: string) =>
  (await withReadScope(base.database, ward.people.culture_society, (scope) =>
    findImport(scope, ward.unitId, path.split('/').at(-1)!),
  ))!;

async function confirm(path: string): Promise<void> {
  expect((await planner.post(`${path}/luu`)).status).toBe(303);
  await runJobs();
}

const figures = () =>
  withReadScope(base.database, ward.people.culture_society, (scope) =>
    scope.rows(
      sqlBuilder
        .selectFrom('collected_figure')
        .where('unit_id', '=', ward.unitId)
        .select(['sheet_id', 'item', 'state', 'value', 'reason', 'comment', 'revision', 'changed_through'])
        .orderBy('sheet_id')
        .orderBy('item'),
    ),
  );

const save = (place: number, item: string, value: number, seenRevision = 0) =>
  saveCells(
    context,
    ward.people.culture_society,
    [
      {
        id: newId<string>(),
        sheet: round.sheets[place]!,
        item,
        figure: given(value),
        comment: null,
        seenRevision,
        after: null,
      },
    ],
    'grid',
  );

describe('a form that is filled in and brought in', () => {
  test('shows first what it would change, and stores it once it is confirmed', async () => {
    await save(0, 'children_total', 120);
    const form = await template();
    expect(cellOf(form, 0, 'children_total').value).toBe(120);
    cellOf(form, 0, 'children_total').value = 125;
    cellOf(form, 1, 'children_total').value = '1.234';
    cellOf(form, 1, 'villages_with_collaborator').value = 'Có';
    cellOf(form, 2, 'children_injured').value = 'KAD: không có trẻ';
    const path = await send(form);
    expect(await importIn(path)).toMatchObject({
      state: 'seen',
      summary: { own: true, rows: 3, counts: { new: 3, change: 1, conflict: 0, fault: 0 } },
    });
    expect(await (await planner.get(`${path}?loai=change`)).text()).toContain('<strong>125</strong>');
    expect(await figures()).toHaveLength(1);
    await confirm(path);
    expect(await importIn(path)).toMatchObject({
      state: 'stored',
      summary: { stored: { saved: 4, conflicts: 0 } },
    });
    const stored = await figures();
    expect(stored).toHaveLength(4);
    for (const one of [
      { item: 'children_total', value: 125, revision: 2, changed_through: 'workbook' },
      { sheet_id: round.sheets[1], item: 'children_total', value: 1234, revision: 1 },
      { item: 'villages_with_collaborator', value: 1 },
      { state: 'not_applicable', reason: 'không có trẻ' },
    ])
      expect(stored).toContainEqual(expect.objectContaining(one));
  });

  test('is known though headings were renamed and rows sorted', async () => {
    const form = await template();
    const sheet = form.worksheets[0]!;
    cellOf(form, 2, 'children_total').value = 7;
    sheet.getCell(6, 4).value = 'Tiêu đề khác';
    sheet.name = 'Trang khác';
    const [first, last] = [sheet.getRow(FIRST_ROW).values, sheet.getRow(FIRST_ROW + 2).values];
    sheet.getRow(FIRST_ROW).values = last as exceljs.CellValue[];
    sheet.getRow(FIRST_ROW + 2).values = first as exceljs.CellValue[];
    await confirm(await send(form));
    expect(await figures()).toMatchObject([{ sheet_id: round.sheets[2], item: 'children_total', value: 7 }]);
  });

  test('does not overwrite what somebody changed meanwhile: a conflict waits, untouched cells say nothing', async () => {
    await save(0, 'children_total', 120);
    await save(1, 'children_total', 50);
    const form = await template();
    cellOf(form, 0, 'children_total').value = 130;
    await save(0, 'children_total', 140, 1);
    await save(1, 'children_total', 60, 1);
    const path = await send(form);
    expect((await importIn(path)).summary?.counts).toMatchObject({
      conflict: 1,
      new: 0,
      change: 0,
      fault: 0,
    });
    await confirm(path);
    expect((await figures()).map(({ value }) => value)).toEqual([140, 60]);
    expect((await importIn(path)).summary?.stored).toMatchObject({ conflicts: 1, saved: 0 });
  });

  test('stored again after the program ended in the middle stores nothing twice', async () => {
    const form = await template();
    cellOf(form, 0, 'children_total').value = 10;
    const path = await send(form);
    await planner.post(`${path}/luu`);
    const { id } = await importIn(path);
    const place = { unit: ward.unitId, id, person: ward.people.culture_society.personId };
    await Promise.all([storeImport(context, place), storeImport(context, place)]);
    await runJobs();
    expect(await figures()).toMatchObject([{ value: 10, revision: 1 }]);
  });

  test('comes back with its faults beside the rows, and all else as it was', async () => {
    const form = await template();
    cellOf(form, 0, 'children_total').value = 95.7;
    cellOf(form, 1, 'children_total').value = { error: '#REF!' };
    cellOf(form, 1, 'children_injured').value = 3;
    const path = await send(form);
    expect((await importIn(path)).summary?.counts).toMatchObject({ fault: 2, new: 1 });
    const back = await workbookOf(await planner.get(`${path}/loi`));
    const sheet = back.worksheets[0]!;
    const wrong = cellOf(back, 0, 'children_total');
    expect(wrong.value).toBe(95.7);
    expect(wrong.fill).toMatchObject({ fgColor: { argb: 'FFFFC7CE' } });
    expect(JSON.stringify(wrong.note)).toContain('phải là số nguyên');
    expect(JSON.stringify(sheet.getRow(Number(wrong.row)).values)).toContain('Ô đang ghi “95,7”');
    expect(cellOf(back, 1, 'children_injured').value).toBe(3);
    // Mended, it can be brought in as it is.
    wrong.value = 95;
    cellOf(back, 1, 'children_total').value = 40;
    expect((await importIn(await send(back))).summary?.counts).toMatchObject({ fault: 0, new: 3 });
  });

  test('answers other requests while it is read', async () => {
    const form = await template();
    const body = new FormData();
    body.append('tep', new File([(await form.xlsx.writeBuffer()) as ArrayBuffer], 'mau.xlsx'));
    await planner.upload(`${here()}/nhap-excel`, body);
    const order: string[] = [];
    await Promise.all([
      runJobs().then(() => order.push('read')),
      Promise.resolve(planner.get(`${here()}/nhap-excel`)).then(() => order.push('answered')),
    ]);
    expect(order[0]).toBe('answered');
  });
});

describe('a foreign table', () => {
  const table = (heading: string) =>
    `BIỂU TỔNG HỢP;;\nSTT;Tên thôn;${heading};Cột lạ\n1;Thôn 1;1.234;x\n2;THON 2;95,7;y\n3;Thôn Không Có;5;z\n;Tổng cộng;6;\n`;

  test('is matched by its headings and names; unknown places and wrong numbers are listed', async () => {
    const path = await send(table('Tổng số trẻ em'), { dot: round.id });
    expect((await importIn(path)).state).toBe('matching');
    const page = await (await planner.get(path)).text();
    expect(page).toContain('Cột lạ');
    const chosen = { dot: round.id, trang: '0', 'cot.1': 'noi', 'cot.2': 'so:children_total' };
    expect((await planner.post(`${path}/ghep`, { ...chosen, 'cot.1': '' })).status).toBe(422);
    expect((await planner.post(`${path}/ghep`, chosen)).status).toBe(303);
    await runJobs();
    expect((await importIn(path)).summary).toMatchObject({
      own: false,
      counts: { new: 1, fault: 2 },
      rowsWithoutPlace: 0,
    });
    const faults = await (await planner.get(`${path}/loi`)).text();
    expect(faults).toContain('Thôn Không Có');
    await confirm(path);
    expect(await figures()).toMatchObject([{ sheet_id: round.sheets[0], value: 1234 }]);
    // The same headings are not asked for again.
    expect((await importIn(await send(table('Tổng số trẻ em'), { dot: round.id }))).state).toBe('seen');
  });
});

describe('the form', () => {
  test('holds a choice of places and figures, with the unit’s name and no formula of a name', async () => {
    const answer = await planner.post(`${here()}/mau-excel?nam=2026&cap=village`, {
      dot: round.id,
      noi: villages[1]!.id,
      so: 'children_total',
    });
    const workbook = await workbookOf(answer);
    const sheet = workbook.worksheets[0]!;
    expect(String(sheet.getCell(1, 2).value)).toContain('PHƯỜNG SỔ TÍNH');
    expect(sheet.getCell(FIRST_ROW, 1).value).toBe(round.sheets[1]);
    expect(sheet.getCell(FIRST_ROW + 1, 3).value).toBe('Cộng');
    expect(sheet.getCell(FIRST_ROW + 1, 4).formula).toBe('SUM(D8:D8)');
    expect(sheet.getCell(FIRST_ROW, 4).dataValidation).toMatchObject({ type: 'custom' });
    expect(workbook.getWorksheet('mang-non')?.state).toBe('veryHidden');
    expect(workbook.getWorksheet('Hướng dẫn')).toBeDefined();
  });

  test('says what is missing when no round is chosen', async () => {
    const answer = await planner.post(`${here()}/mau-excel?nam=2026&cap=village`, {});
    expect(answer.status).toBe(422);
    expect(await answer.text()).toContain('Chọn ít nhất một đợt');
  });
});

describe('a file that is no table', () => {
  test.each([
    ['%PDF-1.4', 'Tệp này không phải sổ tính'],
    ['PK\u0003\u0004', 'Sổ tính bị hỏng'],
    ['một;hai\n1;2\n', 'Không thấy bảng nào'],
  ])('%s is told so', async (content, sentence) => {
    const path = await send(content);
    expect((await importIn(path)).state).toBe('failed');
    expect(await (await planner.get(path)).text()).toContain(sentence);
  });
});
