import { mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { projectFolder } from '../../platform/project-folder.ts';
import { FiguresFileError, readFiguresFile } from './index.ts';

const fixtures = join(projectFolder, 'test', 'fixtures', 'figures');
const folder = mkdtempSync(join(tmpdir(), 'mang-non-figures-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function faultsOf(source: Parameters<typeof readFiguresFile>[0]) {
  try {
    await readFiguresFile(source);
  } catch (error) {
    if (error instanceof FiguresFileError) return error.faults;
    throw error;
  }
  return [];
}

const text = (name: string, content: string) => ({ name, bytes: new TextEncoder().encode(content) });
const json = (content: unknown) => text('so-lieu.json', JSON.stringify(content));
const head = 'name,value,reason,previous\nstandard,qd-06-2019,,\nclass,other,,\n';

describe('reading a file of figures', () => {
  it('JSON and CSV, in English or Vietnamese, NFC or NFD, say the same', async () => {
    const fromJson = await readFiguresFile(join(fixtures, 'recognisable.json'));
    expect(fromJson.figures.children_total).toEqual({ state: 'given', value: 4120 });
    expect(fromJson.figures.survey_residents_satisfied).toEqual({ state: 'given', value: 181 });
    expect(fromJson).toMatchObject({ standardId: 'qd-06-2019', version: 1, unit: '05983', year: 2026 });
    expect(await readFiguresFile(join(fixtures, 'recognisable.csv'))).toEqual(fromJson);
    expect(await readFiguresFile(join(fixtures, 'recognisable-vietnamese.csv'))).toEqual(fromJson);
  });

  it('CSV may be separated by tabs, come from Excel in UTF-16, or declare its separator', async () => {
    const content = `${head}children_total,4120,,4050\n`;
    const expected = await readFiguresFile(text('a.csv', content));
    expect(expected.previous).toEqual({ children_total: { state: 'given', value: 4050 } });
    const tabs = content.replaceAll(',', '\t');
    expect(await readFiguresFile(text('a.tsv', tabs))).toEqual(expected);
    const utf16 = { name: 'a.txt', bytes: new Uint8Array(Buffer.from(`\uFEFF${tabs}`, 'utf16le')) };
    expect(await readFiguresFile(utf16)).toEqual(expected);
    expect(await readFiguresFile(text('a.csv', `sep=|\r\n${content.replaceAll(',', '|')}`))).toEqual(
      expected,
    );
  });

  it('a figure that is left out, or left empty, counts as no data', async () => {
    const file = await readFiguresFile(text('a.csv', `${head}children_total,,,\n`));
    expect(file.figures).toEqual({ children_total: { state: 'no_data' } });
  });

  it('reasons are kept in NFC, without pasted spaces', async () => {
    const reason = '\u00A0không tổ chức diễn đàn '.normalize('NFD');
    const file = await readFiguresFile(
      json({ standard: 'qd-06-2019', figures: { petitions_total: { state: 'not_applicable', reason } } }),
    );
    expect(file.figures.petitions_total).toEqual({
      state: 'not_applicable',
      reason: 'không tổ chức diễn đàn',
    });
  });
});

describe('a file with a fault is refused, and every fault is named', () => {
  const expected: Readonly<Record<string, readonly (readonly [code: string, where: string])[]>> = {
    'broken-number.json': [['not_whole', 'figures.children_injured']],
    'broken-unit.json': [['unit_invalid', 'unit']],
    'decimal-comma-quoted.csv': [['not_whole', 'B4']],
    'decimal-comma-split.csv': [['not_whole', 'B4']],
    'decimal-comma.json': [['not_whole', 'figures.children_injured']],
    'decimal-point.csv': [['not_whole', 'B4']],
    'duplicate-name.json': [['duplicate_name', 'figures.children_total']],
    'duplicate-row.csv': [['duplicate_name', 'A5']],
    'formula.csv': [['formula', 'B4']],
    'malformed.json': [['json_syntax', '']],
    'negative.json': [['negative', 'figures.children_injured']],
    'no-header.csv': [['header_missing', '']],
    'no-reason.csv': [['reason_missing', 'B4']],
    'no-reason.json': [['reason_missing', 'figures.petitions_total']],
    'number-as-text.json': [['wrong_kind', 'figures.children_injured']],
    'part-above-whole.json': [['part_above_whole', 'figures.children_registered_on_time']],
    'several-faults.json': [
      ['unknown_name', 'figures.nursery_enroled'],
      ['negative', 'figures.children_injured'],
      ['part_above_whole', 'figures.children_registered_on_time'],
      ['part_above_whole', 'survey.children.satisfied'],
    ],
    'unclosed-quote.csv': [['csv_syntax', 'B4']],
    'unknown-class.json': [['class_unknown', 'class']],
    'unknown-name.json': [['unknown_name', 'figures.children_totl']],
    'unknown-standard.json': [['standard_unknown', 'standard']],
    'unknown-state.json': [['state_unknown', 'figures.petitions_total']],
    'wrong-kind.json': [
      ['wrong_kind', 'figures.protection_officer_assigned'],
      ['wrong_kind', 'figures.children_injured'],
    ],
  };

  it('every bad example has its expectation', () => {
    expect(readdirSync(join(fixtures, 'bad')).sort()).toEqual(Object.keys(expected).sort());
  });

  it.each(Object.entries(expected))('%s', async (file, faults) => {
    const found = await faultsOf(join(fixtures, 'bad', file));
    expect(found.map(({ code, where }) => [code, where])).toEqual(faults);
    for (const { message, messageEn } of found) expect([message, messageEn]).not.toContain('');
  });

  it('an unknown name comes with the nearest known one', async () => {
    const [fault] = await faultsOf(join(fixtures, 'bad', 'unknown-name.json'));
    expect(fault?.message).toContain('“children_total”');
    const [far] = await faultsOf(json({ standard: 'qd-06-2019', figures: { xyz: 1 } }));
    expect(far?.message).not.toContain('Có phải');
  });

  it('names that the language itself knows are unknown figures like any other', async () => {
    const found = await faultsOf(
      text(
        'a.json',
        '{"standard":"qd-06-2019","figures":{"__proto__":1,"constructor":2},"previous":{"toString":3}}',
      ),
    );
    expect(found.map(({ code, name }) => [code, name])).toEqual([
      ['unknown_name', '__proto__'],
      ['unknown_name', 'constructor'],
      ['unknown_name', 'toString'],
    ]);
  });

  it('a survey given twice, strange groups and strange keys are refused', async () => {
    const found = await faultsOf(
      json({
        standard: 'qd-06-2019',
        figures: { survey_children_answered: 5 },
        survey: { children: { answered: 5, maybe: 1 }, teachers: {} },
        note: 1,
      }),
    );
    expect(found.map(({ code, where }) => [code, where])).toEqual([
      ['json_shape', 'note'],
      ['json_shape', 'survey.children.maybe'],
      ['json_shape', 'survey.teachers'],
      ['duplicate_name', 'survey.children.answered'],
    ]);
  });

  it('a row longer than the header is refused, not read in part', async () => {
    const found = await faultsOf(text('a.csv', `${head}children_total,4,120,,,\nchildren_born,a,b,c,d\n`));
    expect(found.map(({ code, where }) => [code, where])).toEqual([
      ['not_whole', 'B4'],
      ['extra_cells', 'B5'],
    ]);
  });
});

describe('a file that is something else is told so', () => {
  const bytes = (name: string, ...content: number[]) => ({ name, bytes: new Uint8Array(content) });
  it.each([
    ['an empty file', bytes('a.csv'), 'file_empty'],
    ['a file of spaces', text('a.json', ' \n '), 'file_empty'],
    ['a PDF', text('a.xlsx', '%PDF-1.7 …'), 'file_foreign'],
    ['a web page saved as a workbook', text('a.xls', '<html><table></table></html>'), 'file_foreign'],
    ['text under the name of a workbook', text('a.xlsx', 'children_total,1'), 'workbook_broken'],
    ['bytes of no kind', bytes('a.csv', 1, 0, 2, 0, 255), 'file_foreign'],
    ['a letter in an old encoding', bytes('a.csv', 0x6d, 0xe3, 0x2c, 0x31), 'encoding'],
    ['JSON that is a list', text('a.json', '[]'), 'json_shape'],
    ['prose', text('a.md', 'Kính gửi'), 'file_foreign'],
  ])('%s', async (_, source, code) => {
    expect((await faultsOf(source)).map((fault) => fault.code)).toEqual([code]);
  });

  it('a missing file and a folder are told apart', async () => {
    expect((await faultsOf(join(folder, 'khong-co.json')))[0]?.code).toBe('file_missing');
    expect((await faultsOf(folder))[0]?.code).toBe('file_unreadable');
  });

  it('a file of 100 MB is refused by its size alone', async () => {
    const path = join(folder, 'lon.xlsx');
    writeFileSync(path, '');
    truncateSync(path, 100_000_000);
    const [fault] = await faultsOf(path);
    expect(fault).toMatchObject({ code: 'file_too_large' });
    expect(fault?.message).toContain('mang-non assess --template');
  });

  it('JSON nested beyond reason is a fault, not a crash', async () => {
    const deep = `{"standard":"qd-06-2019","figures":{"children_total":${'['.repeat(50_000)}${']'.repeat(50_000)}}}`;
    expect((await faultsOf(text('a.json', deep)))[0]?.code).toBe('wrong_kind');
  });

  it('the fixture in NFD really is', () => {
    const content = readFileSync(join(fixtures, 'recognisable-vietnamese.csv'), 'utf8');
    expect(content).not.toBe(content.normalize('NFC'));
  });
});
