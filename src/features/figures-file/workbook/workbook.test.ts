import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { FiguresFileError } from '../fault.ts';
import { readFiguresFile } from '../index.ts';
import { readWorkbook } from './workbook.ts';

/** A workbook as another program writes it: only what must be there. */
function workbook(
  sheetData: string,
  {
    styles = '',
    strings = '',
    sheets = ['Số liệu'],
  }: { styles?: string; strings?: string; sheets?: string[] } = {},
): Uint8Array {
  const list = sheets
    .map((name, at) => `<x:sheet name="${name}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`)
    .join('');
  const links = sheets
    .map((_, at) => `<Relationship Id="rId${at + 1}" Target="worksheets/s${at + 1}.xml"/>`)
    .join('');
  const parts: Record<string, string> = {
    'xl/workbook.xml': `<?xml version="1.0"?><x:workbook xmlns:x="u" xmlns:r="v"><x:sheets>${list}</x:sheets></x:workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships>${links}</Relationships>`,
    'xl/styles.xml': styles,
    'xl/sharedStrings.xml': strings,
  };
  sheets.forEach((_, at) => {
    parts[`xl/worksheets/s${at + 1}.xml`] =
      `<x:worksheet><x:sheetData>${sheetData}</x:sheetData></x:worksheet>`;
  });
  return zipSync(Object.fromEntries(Object.entries(parts).map(([name, xml]) => [name, strToU8(xml)])));
}

const text = (value: string) => `<x:c t="inlineStr"><x:is><x:t>${value}</x:t></x:is></x:c>`;
const head =
  `<x:row r="1">${text('name')}${text('value')}${text('state')}${text('reason')}</x:row>` +
  `<x:row r="2">${text('standard')}${text('qd-06-2019')}</x:row>`;
const figure = (name: string, cell: string, more = '') =>
  `${head}<x:row r="9">${text(name)}${cell}${more}</x:row>`;

async function read(bytes: Uint8Array) {
  return (await readFiguresFile({ name: 'so-lieu.xlsx', bytes })).figures;
}
async function faultsOf(bytes: Uint8Array) {
  try {
    await readFiguresFile({ name: 'so-lieu.xlsx', bytes });
  } catch (error) {
    if (error instanceof FiguresFileError) return error.faults.map(({ code, where }) => [code, where]);
    throw error;
  }
  return [];
}

describe('reading a workbook that another program wrote', () => {
  it('numbers, numbers as text with pasted spaces, and answers', async () => {
    const given = (value: number | boolean) => ({ state: 'given', value });
    expect(await read(workbook(figure('children_total', '<x:c><x:v>4.12E3</x:v></x:c>')))).toEqual({
      children_total: given(4120),
    });
    expect(await read(workbook(figure('children_total', text('\u00A04.120 '))))).toEqual({
      children_total: given(4120),
    });
    const answer = 'Co\u0301';
    expect(await read(workbook(figure('children_forum_held', text(answer))))).toEqual({
      children_forum_held: given(true),
    });
    expect(await read(workbook(figure('children_forum_held', '<x:c t="b"><x:v>0</x:v></x:c>')))).toEqual({
      children_forum_held: given(false),
    });
  });

  it('shared texts in several runs, with entities and reading aids', async () => {
    const strings =
      '<sst><si><r><t>children</t></r><r><t xml:space="preserve">_total</t></r><rPh><t>x</t></rPh></si><si><t>a &lt; b &#x110;</t></si></sst>';
    const [table] = readWorkbook(
      workbook('<row><c t="s"><v>0</v></c><c r="C1" t="s"><v>1</v></c></row>', { strings }),
    );
    expect(table?.rows[0]?.get(0)?.value).toEqual({ kind: 'text', text: 'children_total' });
    expect(table?.rows[0]?.get(2)).toMatchObject({ where: 'Số liệu!C1', value: { text: 'a < b Đ' } });
  });

  it('a whole number that is shown as a date is a slip, not a figure', async () => {
    const styles =
      '<styleSheet><numFmts><numFmt numFmtId="170" formatCode="dd/mm/yyyy"/><numFmt numFmtId="171" formatCode="#,##0&quot; trẻ (d)&quot;"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="170"/><xf numFmtId="14"/><xf numFmtId="171"/></cellXfs></styleSheet>';
    const cell = (style: number) => `<x:c s="${style}"><x:v>45385</x:v></x:c>`;
    for (const style of [1, 2])
      expect(await faultsOf(workbook(figure('children_total', cell(style)), { styles }))).toEqual([
        ['wrong_kind', 'Số liệu!B9'],
      ]);
    expect(await read(workbook(figure('children_total', cell(3)), { styles }))).toMatchObject({
      children_total: { value: 45385 },
    });
  });
});

describe('cells that cannot be taken as they are', () => {
  it.each([
    ['a formula', '<x:c><x:f>1+1</x:f><x:v>2</x:v></x:c>', 'formula'],
    ['a formula without a result', '<x:c><x:f>A1</x:f></x:c>', 'formula'],
    ['a broken number', '<x:c><x:v>95.7</x:v></x:c>', 'not_whole'],
    ['a broken number as text', text('95,7'), 'not_whole'],
    ['a negative number', '<x:c><x:v>-3</x:v></x:c>', 'negative'],
    ['an error of the sheet', '<x:c t="e"><x:v>#DIV/0!</x:v></x:c>', 'wrong_kind'],
    ['prose', text('khoảng 40'), 'wrong_kind'],
  ])('%s is a fault that names the cell', async (_, cell, code) => {
    expect(await faultsOf(workbook(figure('children_total', cell)))).toEqual([[code, 'Số liệu!B9']]);
  });

  it('a value beside a state that has none, and an unknown state', async () => {
    const conflict = figure('children_total', '<x:c><x:v>3</x:v></x:c>', text('Chưa đến hạn'));
    expect(await faultsOf(workbook(conflict))).toEqual([['state_conflict', 'Số liệu!B9']]);
    const unknown = figure('children_total', '<x:c/>', text('Để sau'));
    expect(await faultsOf(workbook(unknown))).toEqual([['state_unknown', 'Số liệu!C9']]);
  });
});

describe('a workbook that is broken, foreign or meant to do harm', () => {
  const ole = (name: string) =>
    new Uint8Array(Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0]), Buffer.from(name, 'utf16le')]));
  const good = workbook(figure('children_total', '<x:c><x:v>3</x:v></x:c>'));

  it.each([
    ['cut off', good.slice(0, good.length - 30), 'workbook_broken'],
    ['only its first bytes', good.slice(0, 40), 'workbook_broken'],
    ['under a password', ole('EncryptedPackage'), 'workbook_protected'],
    ['of Excel 97', ole('Workbook'), 'workbook_old_format'],
    ['an old Word document', ole('WordDocument'), 'file_foreign'],
    ['a Word document', zipSync({ 'word/document.xml': strToU8('<a/>') }), 'file_foreign'],
    ['an archive', zipSync({ 'a.txt': strToU8('a') }), 'file_foreign'],
    ['some other table', workbook(`<x:row>${text('Họ tên')}</x:row>`), 'workbook_foreign'],
    ['two tables of figures', workbook(head, { sheets: ['Một', 'Hai'] }), 'workbook_foreign'],
    ['XML with a document type', workbook('<!DOCTYPE a [<!ENTITY b "c">]>'), 'workbook_broken'],
    ['XML that breaks off', workbook('<x:row><x:c'), 'workbook_broken'],
  ])('%s', async (_, bytes, code) => {
    expect(await faultsOf(bytes)).toEqual([[code, '']]);
  });

  it('one changed byte inside is noticed', async () => {
    const changed = Uint8Array.from(good);
    const at = Buffer.from(good).indexOf('worksheets/s1.xml') + 40;
    changed[at] = changed[at]! ^ 0xff;
    expect((await faultsOf(changed))[0]?.[0]).toBe('workbook_broken');
  });

  it('a small file that unpacks to more than 50 MB is refused before it is unpacked', async () => {
    const bomb = zipSync({ 'xl/workbook.xml': new Uint8Array(60_000_000) });
    expect(bomb.length).toBeLessThan(100_000);
    expect(await faultsOf(bomb)).toEqual([['file_too_large', '']]);
  });

  it('an archive that lies about the size of an entry is broken, and does not fill the memory', async () => {
    const bomb = Buffer.from(zipSync({ 'xl/workbook.xml': new Uint8Array(60_000_000) }));
    const directory = bomb.lastIndexOf(Buffer.from([0x50, 0x4b, 0x01, 0x02]));
    bomb.writeUInt32LE(100, directory + 24);
    expect(await faultsOf(bomb)).toEqual([['workbook_broken', '']]);
  });

  it('more cells than any form has are refused', async () => {
    const many = `<x:row>${'<x:c><x:v>1</x:v></x:c>'.repeat(200_001)}</x:row>`;
    expect(await faultsOf(workbook(many))).toEqual([['file_too_large', '']]);
  });
});
