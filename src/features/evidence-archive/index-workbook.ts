import { createHash } from 'node:crypto';
import type { Worksheet } from 'exceljs';
import { unzipSync, zipSync } from 'fflate';
import { formatDate } from '../../domain/text/index.ts';
import type { ArchiveIndex } from './archive-index.ts';
import { COLUMNS, INDEX_PAPER, SHEET_OF_FILES, SHEET_OF_THE_ABSENT } from './verify/index-columns.ts';

const FONT = { name: 'Times New Roman', size: 12 } as const;
/** Of a line of it, in points. */
const LINE_HEIGHT = 16;

/**
 * The index as a workbook: what to find where, and by which hash each file is known, its own print among them.
 * `mang-non evidence verify` reads it back. The same index gives the same bytes.
 */
export async function indexWorkbook(
  index: ArchiveIndex,
  paper: Uint8Array,
  title: string,
  at: Date,
): Promise<Uint8Array> {
  const { default: exceljs } = await import('exceljs');
  const workbook = new exceljs.Workbook();
  workbook.created = at;
  workbook.modified = at;
  workbook.creator = 'Măng Non';
  workbook.lastModifiedBy = 'Măng Non';
  const sheet = workbook.addWorksheet(SHEET_OF_FILES);
  fill(
    sheet,
    title,
    Object.values(COLUMNS),
    [6, 7, 9, 28, 16, 13, 32, 28, 8, 38, 13, 36, 9],
    [
      ...index.files.map((file) => [
        file.place,
        file.year,
        file.indicator,
        file.statement,
        file.number,
        file.issuedOn === null ? '' : formatDate(file.issuedOn),
        file.title,
        file.extract,
        file.pages ?? '',
        file.path,
        file.size,
        file.sha256,
        file.redacted ? 'bản che' : '',
      ]),
      rowOfPaper(paper),
    ],
  );
  fill(
    workbook.addWorksheet(SHEET_OF_THE_ABSENT),
    `${title}: minh chứng không đưa vào hồ sơ`,
    ['Năm', 'Chỉ tiêu', 'Minh chứng', 'Lý do'],
    [8, 10, 60, 70],
    index.absent.map((one) => [one.year, one.indicator, one.title, one.because]),
  );
  return withoutClock(new Uint8Array(await workbook.xlsx.writeBuffer()), at);
}

/** What is read on paper is compared too. */
const rowOfPaper = (paper: Uint8Array): (string | number)[] => [
  ...['', '', '', '', '', '', 'Danh mục này, bản in', '', ''],
  INDEX_PAPER,
  paper.byteLength,
  createHash('sha256').update(paper).digest('hex'),
  '',
];

/** Programs do not agree on who sets the height of a row whose texts are wrapped: here it is said. */
const linesOf = (cell: string | number, width: number): number =>
  Math.ceil((String(cell).length + 1) / width);

function fill(
  sheet: Worksheet,
  title: string,
  headings: readonly string[],
  widths: readonly number[],
  rows: readonly (readonly (string | number)[])[],
): void {
  sheet.columns = widths.map((width) => ({
    width,
    style: { font: FONT, alignment: { wrapText: true, vertical: 'top' } },
  }));
  sheet.addRow([title]).font = { ...FONT, size: 14, bold: true };
  sheet.getCell('A1').alignment = { wrapText: false };
  const head = sheet.addRow([...headings]);
  head.font = { ...FONT, bold: true };
  head.eachCell((cell) => {
    cell.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFE3EFE7' } };
    cell.alignment = { wrapText: true, vertical: 'middle', horizontal: 'center' };
  });
  for (const row of rows)
    sheet.addRow([...row]).height =
      LINE_HEIGHT * Math.max(...row.map((cell, at) => linesOf(cell, widths[at]!)));
  sheet.views = [{ state: 'frozen', ySplit: 2 }];
  sheet.autoFilter = { from: { row: 2, column: 1 }, to: { row: 2 + rows.length, column: headings.length } };
  Object.assign(sheet.pageSetup, {
    paperSize: 9,
    orientation: 'landscape',
    fitToPage: true,
    fitToWidth: 1,
    fitToHeight: 0,
    printTitlesRow: '2:2',
  });
  sheet.headerFooter.oddFooter = 'Trang &P/&N';
}

/** The library stamps the parts of a workbook with the hour at which it writes them. */
function withoutClock(workbook: Uint8Array, at: Date): Uint8Array {
  // Archives know no zone: the parts of the clock are those of UTC wherever the program runs.
  const mtime = new Date(
    at.getUTCFullYear(),
    at.getUTCMonth(),
    at.getUTCDate(),
    at.getUTCHours(),
    at.getUTCMinutes(),
  );
  return zipSync(unzipSync(workbook), { mtime });
}
