import type { Worksheet } from 'exceljs';
import type { Standard } from '../../../domain/scoring/index.ts';
import { writeFileAtomically } from '../../../platform/atomic-file.ts';
import { Form, LISTS, type TemplateContent } from './form.ts';
import { COLUMN, layoutOf, ROW } from './layout.ts';
import { resultsOf } from './results.ts';
import { columnWidths } from './rules.ts';

/** In points, for letters of twelve. */
const LINE_HEIGHT = 16.5;
const SHEET = 'Số liệu';

/** Programs other than Excel do not grow a row to its wrapped text: each row gets the height that its longest cell needs. */
function growRows(sheet: Worksheet): void {
  sheet.eachRow((row, number) => {
    let lines = number === ROW.class ? 2 : 1;
    for (const [column, width] of Object.entries(columnWidths)) {
      const cell = row.getCell(COLUMN[column as keyof typeof COLUMN]);
      if (typeof cell.value !== 'string' || cell.isMerged || !cell.alignment?.wrapText) continue;
      const needed = cell.value
        .split('\n')
        .map((line) => Math.max(1, Math.ceil(line.length / (width * 1.25))));
      lines = Math.max(
        lines,
        needed.reduce((sum, one) => sum + one, 0),
      );
    }
    row.height = lines * LINE_HEIGHT;
  });
}

function arrange(sheet: Worksheet): void {
  for (const [column, width] of Object.entries(columnWidths))
    sheet.getColumn(COLUMN[column as keyof typeof COLUMN]).width = width;
  for (const column of ['name', 'status', 'amount', 'amountBefore'] as const)
    sheet.getColumn(COLUMN[column]).hidden = true;
  growRows(sheet);
  sheet.views = [{ state: 'frozen', xSplit: 3, ySplit: ROW.header, showGridLines: false }];
  sheet.pageSetup = {
    paperSize: 9,
    orientation: 'landscape',
    fitToPage: true,
    fitToWidth: 1,
    fitToHeight: 0,
    printTitlesRow: `${ROW.header}:${ROW.header}`,
    margins: { left: 0.5, right: 0.5, top: 0.6, bottom: 0.6, header: 0.3, footer: 0.3 },
  };
  sheet.headerFooter.oddFooter = 'Trang &P/&N';
}

/**
 * The workbook to fill in, as bytes: yellow cells to type, grey the rule beside them, green computed by formulas of the
 * sheet with the engine's results kept in the cells. It is read back by `readFiguresFile` through the hidden names.
 * @throws RangeError when the class has no threshold in the standard.
 */
export async function templateBytes(standard: Standard, content: TemplateContent = {}): Promise<Uint8Array> {
  const { default: exceljs } = await import('exceljs');
  const layout = layoutOf(standard);
  const results = resultsOf(standard, {
    figures: content.figures ?? {},
    previous: content.previous ?? {},
    territoryClass: content.territoryClass ?? null,
  });
  const workbook = new exceljs.Workbook();
  workbook.calcProperties.fullCalcOnLoad = true;
  const sheet = workbook.addWorksheet(SHEET);
  const lists = workbook.addWorksheet(LISTS, { state: 'hidden' });
  for (const one of standard.recognition.thresholds) lists.addRow([one.statement, one.points, one.class]);
  const form = new Form(sheet, standard, layout, results, content);
  form.head();
  for (const criterion of layout.criteria) form.criterion(criterion);
  arrange(sheet);
  await sheet.protect('', {
    selectLockedCells: true,
    selectUnlockedCells: true,
    formatColumns: true,
    formatRows: true,
  });
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

/** Writes the workbook to fill in to a file, whole or not at all. Throws the error of the file system. */
export async function writeTemplate(
  standard: Standard,
  content: TemplateContent,
  path: string,
): Promise<void> {
  await writeFileAtomically(path, await templateBytes(standard, content));
}
