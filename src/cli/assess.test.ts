import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readFiguresFile } from '../features/figures-file/index.ts';
import { projectFolder } from '../platform/project-folder.ts';
import { explainingFailure } from './output-file.ts';
import { runCommandLine } from './run.ts';

const folder = mkdtempSync(join(tmpdir(), 'mang-non-cli-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function run(...args: string[]) {
  const out: string[] = [];
  const errors: string[] = [];
  const terminal = {
    out: (text: string) => void out.push(text),
    error: (text: string) => void errors.push(text),
    colours: false,
  };
  const code = await runCommandLine(args, terminal);
  return { code, out: out.join('\n'), errors: errors.join('\n') };
}

const fixture = (name: string) => join(projectFolder, 'test', 'fixtures', 'figures', name);
const PROVISIONAL = 'tạm tính: thang điểm chưa đối chiếu với phụ lục';

describe('mang-non assess', () => {
  it.each([
    ['recognisable.json', 0, 'recognisable', 930, []],
    ['recognisable.csv', 0, 'recognisable', 930, []],
    ['recognisable-vietnamese.csv', 0, 'recognisable', 930, []],
    ['not-recognisable-zero.json', 3, 'not_recognisable', 830, ['disqualifying_zero', 'below_threshold']],
    ['not-recognisable-total.json', 3, 'not_recognisable', 750, ['below_threshold']],
    ['not-recognisable-both.json', 3, 'not_recognisable', 755, ['disqualifying_zero', 'below_threshold']],
    ['incomplete.json', 4, 'incomplete', null, ['figure_missing', 'figure_missing', 'figure_missing']],
    ['incomplete-previous.json', 4, 'incomplete', null, ['figure_missing']],
  ])('%s ends with %i: %s, %s points', async (file, code, verdict, total, reasons) => {
    const result = await run('assess', fixture(file), '--json');
    const printed = JSON.parse(result.out);
    expect(result.code).toBe(code);
    expect(printed).toMatchObject({ verdict, total, provisional: true, maximum: 1000, threshold: 850 });
    expect(printed.reasons.map((reason: { code: string }) => reason.code)).toEqual(reasons);
    expect((await run('assess', fixture(file))).code).toBe(code);
  });

  it('every bad file ends with 2, says what is wrong and prints no result', async () => {
    for (const file of readdirSync(fixture('bad'))) {
      const result = await run('assess', fixture(`bad/${file}`));
      expect([file, result.code, result.out]).toEqual([file, 2, '']);
      expect(result.errors).toContain(file);
    }
  });

  it('with --json the faults come as data, with stable codes', async () => {
    const { code, out } = await run('assess', fixture('bad/unknown-name.json'), '--json');
    expect(code).toBe(2);
    expect(JSON.parse(out).faults).toMatchObject([
      { code: 'unknown_name', name: 'children_totl', where: 'figures.children_totl' },
    ]);
  });

  it('prints the 13 criteria, the total against the threshold, every reason and that the scale is provisional', async () => {
    const { out } = await run('assess', fixture('not-recognisable-both.json'));
    const lines = out.split('\n');
    for (let number = 1; number <= 13; number++)
      expect(lines.some((line) => line.startsWith(`${String(number).padStart(3)}  `))).toBe(true);
    expect(out).toMatch(/Trẻ em bị xâm hại +0 +100 {2}✗ 0 điểm/);
    expect(out).toMatch(/Tổng điểm +755 +1\.000/);
    expect(out).toMatch(/Ngưỡng công nhận +850/);
    expect(out).toContain('✗ Chưa đủ điều kiện công nhận');
    expect(out).toContain('thiếu 95 điểm so với ngưỡng 850');
    expect(out).toContain(PROVISIONAL);
    expect(out).toBe(out.normalize('NFC'));
  });

  it('columns stand under each other, and no colours reach a file', async () => {
    const { out } = await run('assess', fixture('recognisable.json'));
    const ends = out.split('\n').filter((line) => /^ *\d+ {2}\D.* \d+ +\d+$/.test(line));
    expect(ends).toHaveLength(13);
    expect(new Set(ends.map((line) => [...line].length)).size).toBe(1);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: the sign that begins a colour.
    expect(out).not.toMatch(/\u001b/);
  });

  it('every point in the JSON has its trace: figures, formula, band, article, provenance and a sentence', async () => {
    const { out } = await run('assess', fixture('recognisable.json'), '--json');
    const births = JSON.parse(out).criteria[1].indicators[0];
    expect(births).toMatchObject({
      code: '2.1',
      points: 40,
      maximum: 50,
      trace: {
        inputs: [
          { input: 'children_registered_on_time', period: 'current', state: 'given', value: 203 },
          { input: 'children_born', period: 'current', state: 'given', value: 212 },
        ],
        band: { index: 1, atLeast: 95, points: 40 },
        provenance: { deciding: { status: 'provisional' } },
      },
    });
    expect(births.trace.formula).toContain('203 × 100 ÷ 212');
    expect(births.trace.article).toContain('06/QĐ-TTg');
    expect(births.trace.sentence.vi).toContain('40');
    expect(births.trace.sentence.en).toContain('40');
  });

  it('an incomplete result tells the least and the most that the total can become', async () => {
    const { out } = await run('assess', fixture('incomplete.json'), '--json');
    expect(JSON.parse(out)).toMatchObject({ total: null, least: 790, most: 940 });
    expect(JSON.parse((await run('assess', fixture('recognisable.json'), '--json')).out)).not.toHaveProperty(
      'least',
    );
  });

  it('--class takes the place of the class in the file', async () => {
    const strict = await run(
      'assess',
      fixture('recognisable.json'),
      '--class',
      'urban_ward_of_central_city',
      '--json',
    );
    expect(JSON.parse(strict.out).threshold).toBe(900);
    const lenient = 'mountain_island_or_extremely_difficult';
    const mild = await run('assess', fixture('not-recognisable-zero.json'), '--class', lenient, '--json');
    expect(JSON.parse(mild.out).reasons).toHaveLength(1);
    expect((await run('assess', fixture('recognisable.json'), '--class', 'city')).code).toBe(2);
  });

  it('a file without a class needs one on the command line', async () => {
    const file = JSON.parse(readFileSync(fixture('recognisable.json'), 'utf8'));
    delete file.class;
    const path = join(folder, 'khong-loai.json');
    writeFileSync(path, JSON.stringify(file));
    const result = await run('assess', path);
    expect(result.code).toBe(2);
    expect(result.errors).toContain('--class');
    expect((await run('assess', path, '--class', 'other')).code).toBe(0);
  });

  it('speaks English when asked to', async () => {
    const { out } = await run('assess', fixture('recognisable.json'), '--lang', 'en');
    expect(out).toContain('Recognisable');
    expect(out).toContain('provisional');
    expect((await run('assess', '--help', '--lang', 'en')).out).toContain('Usage');
  });
});

describe('mang-non assess --template', () => {
  it('writes a workbook that is read back as a file without figures', async () => {
    const path = join(folder, 'mau.xlsx');
    expect((await run('assess', '--template', path, '--class', 'other')).code).toBe(0);
    const file = await readFiguresFile(path);
    expect(file).toMatchObject({ standardId: 'qd-06-2019', territoryClass: 'other', unit: null });
    expect((await run('assess', path)).code).toBe(4);
  });

  it('leaves a file that exists as it is', async () => {
    const path = join(folder, 'da-co.xlsx');
    writeFileSync(path, 'số liệu của tôi');
    expect((await run('assess', '--template', path)).code).toBe(2);
    expect(readFileSync(path, 'utf8')).toBe('số liệu của tôi');
  });

  it('a folder that is not there is told clearly', async () => {
    const result = await run('assess', '--template', join(folder, 'khong-co', 'mau.xlsx'));
    expect(result.code).toBe(1);
    expect(result.errors).toContain('không có thư mục này');
  });

  it('another ending, an unknown standard or class is refused', async () => {
    expect((await run('assess', '--template', join(folder, 'mau.csv'))).code).toBe(2);
    expect((await run('assess', '--template', join(folder, 'm.xlsx'), '--standard', 'x')).code).toBe(2);
    expect((await run('assess', '--template', join(folder, 'm.xlsx'), '--class', 'x')).code).toBe(2);
    expect(existsSync(join(folder, 'm.xlsx'))).toBe(false);
  });
});

describe('mang-non assess --docx and --pdf', () => {
  it('writes the official self-assessment of the unit', async () => {
    const docx = join(folder, 'bao-cao.docx');
    const pdf = join(folder, 'bao-cao.pdf');
    const result = await run('assess', fixture('recognisable.json'), '--docx', docx, '--pdf', pdf);
    expect(result).toMatchObject({ code: 0, errors: '' });
    expect(result.out).toContain(`Đã ghi: ${docx}`);
    expect(readFileSync(docx).subarray(0, 2).toString()).toBe('PK');
    expect(readFileSync(pdf).subarray(0, 5).toString()).toBe('%PDF-');
  }, 30_000);

  it('with --json the output stays JSON', async () => {
    const docx = join(folder, 'b.docx');
    const result = await run('assess', fixture('recognisable.json'), '--json', '--docx', docx);
    expect(JSON.parse(result.out).verdict).toBe('recognisable');
    expect(result.errors).toContain(docx);
  }, 30_000);

  it('the result is printed even where the report cannot be written', async () => {
    const result = await run(
      'assess',
      fixture('recognisable.json'),
      '--docx',
      join(folder, 'khong-co', 'a.docx'),
    );
    expect(result.code).toBe(1);
    expect(result.out).toContain('Đủ điều kiện');
    expect(result.errors).toContain('không có thư mục này');
  }, 30_000);

  it('a file that does not say whose figures it holds gives no report', async () => {
    const file = JSON.parse(readFileSync(fixture('recognisable.json'), 'utf8'));
    for (const [unit, word] of [
      [undefined, 'mã đơn vị'],
      ['99999', '99999'],
    ] as const) {
      const path = join(folder, 'don-vi.json');
      writeFileSync(path, JSON.stringify({ ...file, unit }));
      const result = await run('assess', path, '--docx', join(folder, 'c.docx'));
      expect(result.code).toBe(2);
      expect(result.errors).toContain(word);
    }
    expect(existsSync(join(folder, 'c.docx'))).toBe(false);
  }, 30_000);

  it.each([
    ['ENOSPC', 'đĩa đã đầy'],
    ['EACCES', 'không có quyền ghi'],
    ['EIO', 'EIO'],
  ])('%s is told in words', async (code, words) => {
    const failing = explainingFailure('a.docx', 'vi', () =>
      Promise.reject(Object.assign(new Error(code), { code })),
    );
    await expect(failing).rejects.toThrow(words);
  });
});

describe('the command line', () => {
  it.each([
    [[], 2],
    [['--help'], 0],
    [['assess', '--help'], 0],
    [['serve', '--help'], 0],
    [['serve', 'ngay'], 2],
    [['khong-co-lenh'], 2],
    [['constructor'], 2],
    [['assess'], 2],
    [['assess', 'a.json', 'b.json'], 2],
    [['assess', '--khong-co'], 2],
    [['assess', 'a.json', '--docx'], 2],
    [['assess', 'a.json', '--lang', 'fr'], 2],
    [['assess', 'a.json', '--standard', 'qd-06-2019'], 2],
    [['assess', 'a.json', '--template', 'b.xlsx'], 2],
    [['assess', 'khong-co.json'], 2],
  ])('%j ends with %i', async (args, code) => {
    const result = await run(...args);
    expect(result.code).toBe(code);
    expect(code === 0 ? result.out : result.errors).not.toBe('');
    expect(result.errors).not.toContain('không lường trước');
  });
});
