import type exceljs from 'exceljs';
import { type Item, itemLabel } from '../../../domain/collection/index.ts';
import { neutralised } from '../../figures-file/index.ts';
import type { TemplateContent } from './content.ts';
import type { TemplateStyles } from './styles.ts';
import { ageBandText, measureText, WORDS } from './words.ts';

const WIDTHS = [44, 16, 22, 80, 40];

/** The page that explains how to fill in, and what each figure is. */
export function writeGuide(
  workbook: exceljs.stream.xlsx.WorkbookWriter,
  content: TemplateContent,
  styles: TemplateStyles,
): void {
  const sheet = workbook.addWorksheet(WORDS.guide, {
    views: [{ showGridLines: false }],
    pageSetup: { paperSize: 9, orientation: 'landscape', fitToWidth: 1, fitToHeight: 0 },
  });
  sheet.columns = WIDTHS.map((width) => ({ width }));
  const put = (texts: readonly string[], style: Partial<exceljs.Style>) => {
    const row = sheet.addRow(texts.map(neutralised));
    row.eachCell((cell) => {
      cell.style = style;
    });
    row.commit();
  };
  for (const [index, line] of WORDS.how.entries()) {
    const row = sheet.addRow([`${index + 1}. ${line}`]);
    row.getCell(1).style = { font: styles.plain.font! };
    row.commit();
  }
  sheet.addRow([]).commit();
  const { label, measure, age, definition, source } = WORDS.definitions;
  put([label, measure, age, definition, source], styles.header);
  const items = new Map<string, Item>();
  for (const page of content.pages) for (const item of page.items) items.set(item.key, item);
  for (const item of items.values())
    put(
      [
        itemLabel(item, 'vi'),
        measureText(item),
        ageBandText(item),
        item.definition.definition,
        item.definition.source,
      ],
      styles.rule,
    );
  sheet.commit();
}
