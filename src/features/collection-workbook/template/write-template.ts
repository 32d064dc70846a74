import { PassThrough } from 'node:stream';
import { setImmediate as turn } from 'node:timers/promises';
import type exceljs from 'exceljs';
import { neutralised } from '../../figures-file/index.ts';
import { HIDDEN_PAGE } from '../reading/own-form.ts';
import type { PageOfTemplate, TemplateContent } from './content.ts';
import { writeGuide } from './guide.ts';
import { HiddenPage } from './hidden-page.ts';
import { SheetWriter } from './sheet.ts';
import { templateStyles } from './styles.ts';
import { WORDS } from './words.ts';

/** Between so many rows other work gets its turn. */
const ROWS_AT_ONCE = 100;

/** Names of sheets: at most 31 letters without some signs, and no two alike. */
export function sheetNames(titles: readonly string[]): string[] {
  const taken = new Set([HIDDEN_PAGE, WORDS.guide.toLowerCase()]);
  return titles.map((title) => {
    const plain = neutralised(title)
      .replace(/[[\]:*?/\\']/g, ' ')
      .replace(/\s+/g, ' ')
      .trim();
    let name = plain.slice(0, 31).trim() || 'Đợt';
    for (let number = 2; taken.has(name.toLowerCase()); number++)
      name = `${plain.slice(0, 31 - ` (${number})`.length).trim()} (${number})`;
    taken.add(name.toLowerCase());
    return name;
  });
}

async function writePage(
  workbook: exceljs.stream.xlsx.WorkbookWriter,
  hidden: HiddenPage,
  name: string,
  page: PageOfTemplate,
  content: TemplateContent,
  styles: ReturnType<typeof templateStyles>,
): Promise<void> {
  const sheet = new SheetWriter(workbook, name, page, styles);
  await sheet.protect();
  sheet.head(content);
  hidden.page(page);
  for (let at = 0; at < page.rows.length; at += ROWS_AT_ONCE) {
    const rows = page.rows.slice(at, at + ROWS_AT_ONCE);
    const figures = await content.figuresOf(rows.map(({ id }) => id));
    rows.forEach((row, index) => {
      const stored = figures.get(row.id) ?? new Map();
      sheet.row(at + index, row, stored);
      hidden.row(row.id, page.items, stored);
    });
    await turn();
  }
  sheet.foot();
}

/**
 * The workbook to fill in, as bytes: a sheet for each round, with what is stored already, and a sheet that explains. Yellow
 * cells to type, green computed, grey to leave; read back by the hidden keys, whatever becomes of headings and order.
 */
export async function writeTemplate(content: TemplateContent): Promise<Uint8Array> {
  const { default: exceljs } = await import('exceljs');
  const stream = new PassThrough();
  const chunks: Buffer[] = [];
  stream.on('data', (chunk: Buffer) => chunks.push(chunk));
  const workbook = new exceljs.stream.xlsx.WorkbookWriter({
    stream,
    useStyles: true,
    useSharedStrings: true,
  });
  const styles = templateStyles(exceljs);
  const hidden = new HiddenPage();
  const names = sheetNames(content.pages.map(({ round }) => round.title));
  for (const [index, page] of content.pages.entries())
    await writePage(workbook, hidden, names[index]!, page, content, styles);
  writeGuide(workbook, content, styles);
  hidden.writeTo(workbook);
  await workbook.commit();
  return new Uint8Array(Buffer.concat(chunks));
}
