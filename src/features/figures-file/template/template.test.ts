import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import exceljs from 'exceljs';
import { afterAll, describe, expect, it } from 'vitest';
import { type Figure, given, NOT_DUE, notApplicable, score } from '../../../domain/scoring/index.ts';
import { projectFolder } from '../../../platform/project-folder.ts';
import { standardCatalogue } from '../../standards/index.ts';
import { readFiguresFile, templateBytes, writeTemplate } from '../index.ts';
import { readWorkbook } from '../workbook/workbook.ts';

const { standard, scorer } = standardCatalogue().latest('qd-06-2019')!;
const folder = mkdtempSync(join(tmpdir(), 'mang-non-template-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function sheetOf(bytes: Uint8Array) {
  const workbook = new exceljs.Workbook();
  await workbook.xlsx.load(Buffer.from(bytes) as never);
  const sheet = workbook.getWorksheet('Số liệu')!;
  const rows = new Map<string, number>();
  sheet.eachRow((row, number) => {
    const name = row.getCell('A').value;
    if (typeof name === 'string') rows.set(name, number);
  });
  return { workbook, sheet, rows };
}

/** What the cells show before the sheet computes itself, by address. */
function resultsIn(bytes: Uint8Array): Map<string, unknown> {
  const results = new Map<string, unknown>();
  for (const row of readWorkbook(bytes)[0]!.rows)
    for (const { where, value } of row.values())
      results.set(
        where.replace('Số liệu!', ''),
        'number' in value ? value.number : 'text' in value ? value.text : '',
      );
  return results;
}

describe('the workbook to fill in', () => {
  it('what is typed into its yellow cells is read back, by name and not by place', async () => {
    const path = join(folder, 'mau.xlsx');
    await writeTemplate(standard, { territoryClass: 'other' }, path);
    const workbook = new exceljs.Workbook();
    await workbook.xlsx.readFile(path);
    const sheet = workbook.getWorksheet('Số liệu')!;
    const rowOf = (name: string) => {
      let found = 0;
      sheet.eachRow((row, number) => {
        if (row.getCell('A').value === name) found = number;
      });
      return found;
    };
    const put = (name: string, column: string, value: string | number) => {
      sheet.getCell(`${column}${rowOf(name)}`).value = value;
    };
    put('unit', 'D', '05983');
    put('year', 'D', 2026);
    put('children_total', 'D', 4120);
    put('children_total', 'G', 4050);
    put('children_forum_held', 'D', 'Có');
    put('children_club_active', 'D', 'Không');
    put('petitions_total', 'E', 'Không áp dụng');
    put('petitions_total', 'F', 'không có kiến nghị');
    put('children_checked', 'E', 'Chưa đến hạn');
    sheet.insertRow(12, []);
    await workbook.xlsx.writeFile(path);

    const file = await readFiguresFile(path);
    expect(file).toMatchObject({
      standardId: 'qd-06-2019',
      version: 1,
      unit: '05983',
      year: 2026,
      territoryClass: 'other',
    });
    const figures = Object.entries(file.figures).filter(([, figure]) => figure.state !== 'no_data');
    expect(Object.fromEntries(figures)).toEqual({
      children_total: given(4120),
      children_forum_held: given(true),
      children_club_active: given(false),
      petitions_total: notApplicable('không có kiến nghị'),
      children_checked: NOT_DUE,
    });
    expect(file.previous).toEqual({ children_total: given(4050) });
    expect(Object.keys(file.figures).sort()).toEqual(Object.keys(standard.inputs).sort());
  });

  it('a formula in a yellow cell is a fault that names the cell', async () => {
    const { workbook, sheet, rows } = await sheetOf(await templateBytes(standard));
    sheet.getCell(`D${rows.get('children_total')}`).value = { formula: '4000+120', result: 4120 };
    const bytes = new Uint8Array(await workbook.xlsx.writeBuffer());
    await expect(readFiguresFile({ name: 'a.xlsx', bytes })).rejects.toMatchObject({
      faults: [{ code: 'formula', where: `Số liệu!D${rows.get('children_total')}`, name: 'children_total' }],
    });
  });

  it('every input is typed once, and every other place of it points there', async () => {
    const { sheet, rows } = await sheetOf(await templateBytes(standard));
    expect([...rows.keys()].sort()).toEqual(
      ['Mã', 'standard', 'version', 'unit', 'year', 'class', ...Object.keys(standard.inputs)].sort(),
    );
    const total = rows.get('children_total');
    const pointing: number[] = [];
    sheet.eachRow((row, number) => {
      const { value } = row.getCell('D');
      if (
        value !== null &&
        typeof value === 'object' &&
        'formula' in value &&
        value.formula.includes(`$D$${total}=`)
      )
        pointing.push(number);
    });
    expect(pointing).toHaveLength(4);
  });

  it('only the yellow cells are open; answers, states and the class are chosen from a list', async () => {
    const { sheet, rows } = await sheetOf(await templateBytes(standard));
    const open: string[] = [];
    sheet.eachRow((row) =>
      row.eachCell({ includeEmpty: true }, (cell) => {
        if (cell.protection?.locked === false) open.push(cell.address);
      }),
    );
    const yellow = (address: string) => (sheet.getCell(address).fill as exceljs.FillPattern).fgColor?.argb;
    expect(new Set(open.map(yellow))).toEqual(new Set(['FFFFF6C8']));
    expect(open).toContain(`D${rows.get('children_total')}`);
    expect(open).not.toContain(`D${rows.get('standard')}`);
    expect(sheet.getCell(`D${rows.get('children_forum_held')}`).dataValidation.formulae).toEqual([
      '"Có,Không"',
    ]);
    expect(sheet.getCell(`E${rows.get('children_total')}`).dataValidation.formulae).toEqual([
      '"Số,Chưa có số liệu,Không áp dụng,Chưa đến hạn"',
    ]);
    expect(sheet.getCell(`D${rows.get('class')}`).dataValidation.type).toBe('list');
    expect(sheet.getCell(`D${rows.get('children_total')}`).dataValidation).toMatchObject({ type: 'whole' });
    expect(sheet.getColumn('A').hidden).toBe(true);
  });

  it('the results kept in the cells are those of the engine', async () => {
    const file = await readFiguresFile(join(projectFolder, 'test/fixtures/figures/recognisable.json'));
    const territoryClass = file.territoryClass!;
    const assessment = score(scorer, { ...file, territoryClass });
    const bytes = await templateBytes(standard, { ...file, territoryClass });
    const { sheet } = await sheetOf(bytes);
    const results = resultsIn(bytes);
    expect(results.get('I4')).toBe(assessment.total);
    expect(results.get('I5')).toBe(assessment.threshold);
    expect(results.get('I8')).toBe('Đủ điều kiện đề nghị công nhận');
    const points = new Map<string, unknown>();
    sheet.eachRow((row, number) => {
      const code = row.getCell('B').value;
      if (number > 9 && typeof code === 'string') points.set(code, results.get(`J${number}`));
    });
    for (const criterion of assessment.criteria) {
      expect(points.get(String(criterion.number))).toBe(criterion.points);
      for (const indicator of criterion.indicators) expect(points.get(indicator.code)).toBe(indicator.points);
    }
  });

  it('bands are compared by multiplying across: 97,996% is not 98% in the sheet either', async () => {
    const { sheet } = await sheetOf(await templateBytes(standard));
    const formulas: string[] = [];
    sheet.getColumn('J').eachCell((cell) => {
      if (cell.formula) formulas.push(cell.formula);
    });
    expect(formulas.some((formula) => /\$M\$\d+\*100>=98\*\$M\$\d+,50/.test(formula))).toBe(true);
    expect(formulas.join()).not.toMatch(/\/|ROUND/);
  });

  it('a reason that looks like a formula is kept as text and comes back as it was', async () => {
    const reason = '=HYPERLINK("x")';
    const figures: Record<string, Figure> = { petitions_total: notApplicable(reason) };
    const bytes = await templateBytes(standard, { figures });
    const { sheet, rows } = await sheetOf(bytes);
    expect(sheet.getCell(`F${rows.get('petitions_total')}`).value).toBe(`'${reason}`);
    const file = await readFiguresFile({ name: 'a.xlsx', bytes });
    expect(file.figures.petitions_total).toEqual(notApplicable(reason));
  });
});
