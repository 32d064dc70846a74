import type exceljs from 'exceljs';
import { periodName } from '../../../domain/calendar/index.ts';
import { itemLabel, levelName, type StoredCell } from '../../../domain/collection/index.ts';
import { formatDate } from '../../../domain/text/index.ts';
import { itemsAskedOf } from '../../collection/index.ts';
import { columnLetters, neutralised, YES } from '../../figures-file/index.ts';
import { ITEM_PREFIX, REASON_KEY, ROUND_PREFIX } from '../reading/own-form.ts';
import { cellOfFigure } from '../rules/read-figure.ts';
import type { PageOfTemplate, RowOfTemplate, TemplateContent } from './content.ts';
import { COLUMN, Layout, ROW } from './layout.ts';
import type { TemplateStyles } from './styles.ts';
import { validationOf } from './validations.ts';
import { measureText, WORDS } from './words.ts';

const WIDTH = { number: 5, place: 28, item: 13, reason: 30, filled: 9 } as const;
const LINE_HEIGHT = 16;
/** Letters of a heading that fit into a line of a column. */
const LETTERS_A_LINE = 13;
const TITLE_FONT = { name: 'Times New Roman', size: 14, bold: true } as const;

/** Writes one page, row after row; what is written cannot be changed any more. */
export class SheetWriter {
  readonly #sheet: exceljs.Worksheet;
  readonly #layout: Layout;
  readonly #sums: number[];

  constructor(
    workbook: exceljs.stream.xlsx.WorkbookWriter,
    name: string,
    readonly page: PageOfTemplate,
    readonly styles: TemplateStyles,
  ) {
    this.#layout = new Layout(page.items, page.rows.length);
    this.#sums = page.items.map(() => 0);
    this.#sheet = workbook.addWorksheet(name, {
      views: [{ state: 'frozen', xSplit: COLUMN.place, ySplit: ROW.measure, showGridLines: false }],
      pageSetup: {
        paperSize: 9,
        orientation: 'landscape',
        fitToWidth: 1,
        fitToHeight: 0,
        printTitlesRow: `${ROW.heading}:${ROW.measure}`,
        margins: { left: 0.4, right: 0.4, top: 0.5, bottom: 0.5, header: 0.3, footer: 0.3 },
      },
      headerFooter: { oddFooter: 'Trang &P/&N' },
    });
    const { reasonColumn, filledColumn } = this.#layout;
    const widths = new Map<number, number>([
      [COLUMN.number, WIDTH.number],
      [COLUMN.place, WIDTH.place],
      [reasonColumn, WIDTH.reason],
      [filledColumn, WIDTH.filled],
    ]);
    this.#sheet.columns = Array.from({ length: filledColumn }, (_, index) => ({
      width: widths.get(index + 1) ?? WIDTH.item,
      hidden: index + 1 === COLUMN.key,
    }));
    if (page.rows.length > 0) for (const [index] of page.items.entries()) this.#validate(index);
  }

  #validate(index: number): void {
    const { dataValidations } = this.#sheet as unknown as {
      dataValidations: { add(range: string, rule: exceljs.DataValidation): void };
    };
    dataValidations.add(this.#layout.rangeOf(index), validationOf(this.#layout, index));
  }

  /** Only yellow cells can be typed into; rows and columns can be sorted, shown and made wider. */
  async protect(): Promise<void> {
    await this.#sheet.protect('', {
      selectLockedCells: true,
      selectUnlockedCells: true,
      formatColumns: true,
      formatRows: true,
      sort: true,
      autoFilter: true,
    });
  }

  head({ unitName, provinceName }: Pick<TemplateContent, 'unitName' | 'provinceName'>): void {
    const { round, items, rows } = this.page;
    const line = (number: number, text: string, font: Partial<exceljs.Font>) => {
      const cell = this.#sheet.getCell(number, COLUMN.number);
      cell.value = neutralised(text);
      cell.style = { font };
    };
    line(ROW.unit, `UBND ${unitName.toLocaleUpperCase('vi')}, ${provinceName}`, {
      ...TITLE_FONT,
      size: 12,
    });
    line(ROW.title, round.title, TITLE_FONT);
    line(
      ROW.facts,
      `Kỳ số liệu: ${periodName(round.period, 'vi')}. Ngày chốt số liệu: ${formatDate(round.cutOff)}. Hạn nộp: ${formatDate(round.dueDate)}. ${rows.length} nơi.`,
      this.styles.plain.font!,
    );
    this.#legend();
    const layout = this.#layout;
    const keys = this.#sheet.getRow(ROW.keys);
    keys.getCell(COLUMN.key).value = `${ROUND_PREFIX}${round.id}`;
    items.forEach(({ key }, index) => {
      keys.getCell(layout.columnOf(index)).value = `${ITEM_PREFIX}${key}`;
    });
    keys.getCell(layout.reasonColumn).value = REASON_KEY;
    keys.hidden = true;
    this.#headings();
    for (let number = ROW.unit as number; number < ROW.first; number++) this.#sheet.getRow(number).commit();
  }

  #legend(): void {
    const row = this.#sheet.getRow(ROW.legend);
    const put = (column: number, text: string, style: Partial<exceljs.Style>) => {
      row.getCell(column).value = text;
      row.getCell(column).style = style;
    };
    put(COLUMN.place, WORDS.legend.rule, this.styles.rule);
    const wide = Math.min(this.page.items.length, 3);
    put(COLUMN.firstItem, WORDS.legend.type, this.styles.typeText);
    put(COLUMN.firstItem + wide, WORDS.legend.computed, this.styles.computedText);
    row.height = LINE_HEIGHT * 2.5;
  }

  #headings(): void {
    const { items, round } = this.page;
    const { reasonColumn, filledColumn } = this.#layout;
    const heading = this.#sheet.getRow(ROW.heading);
    const measure = this.#sheet.getRow(ROW.measure);
    const put = (column: number, title: string, below: string) => {
      heading.getCell(column).value = neutralised(title);
      heading.getCell(column).style = this.styles.header;
      measure.getCell(column).value = neutralised(below);
      measure.getCell(column).style = this.styles.rule;
    };
    put(COLUMN.number, WORDS.number, '');
    put(COLUMN.place, levelName(round.level, 'vi'), '');
    const titles = items.map((item) => itemLabel(item, 'vi'));
    titles.forEach((title, index) => put(this.#layout.columnOf(index), title, measureText(items[index]!)));
    put(reasonColumn, WORDS.reason, '');
    put(filledColumn, WORDS.filled, `/${items.length}`);
    const longest = Math.max(...titles.map((title) => title.length), 20);
    heading.height = LINE_HEIGHT * Math.ceil(longest / LETTERS_A_LINE + 0.5);
  }

  /** @param index of the place, from 0 */
  row(index: number, place: RowOfTemplate, stored: ReadonlyMap<string, StoredCell>): void {
    const { items, round } = this.page;
    const { styles } = this;
    const row = this.#sheet.getRow(ROW.first + index);
    const put = (column: number, value: exceljs.CellValue, style: Partial<exceljs.Style>) => {
      const cell = row.getCell(column);
      if (value !== null) cell.value = value;
      cell.style = style;
      return cell;
    };
    row.getCell(COLUMN.key).value = place.id;
    put(COLUMN.number, index + 1, styles.rule);
    put(COLUMN.place, neutralised(`${capitalised(place.placeType)} ${place.placeName}`), styles.rule);
    const asked = new Set(itemsAskedOf(round, place));
    let filled = 0;
    let longest = 0;
    items.forEach((item, at) => {
      const cell = stored.get(item.key);
      const value = cell === undefined ? null : cellOfFigure(cell.figure);
      if (value !== null) filled++;
      if (typeof value === 'string') longest = Math.max(longest, value.length);
      if (typeof value === 'number') this.#sums[at]! += value;
      else if (value === YES) this.#sums[at]! += 1;
      const isText = item.collection.asked === 'yes_no';
      const open = place.isOpen && asked.has(item.key);
      const look = open
        ? isText
          ? styles.typeText
          : styles.typeCount
        : isText
          ? styles.rule
          : styles.ruleCount;
      const written = put(this.#layout.columnOf(at), value, look);
      if (cell?.comment) written.note = cell.comment;
    });
    const { reasonColumn, filledColumn } = this.#layout;
    put(reasonColumn, null, place.isOpen ? styles.typeText : styles.rule);
    if (items.length > 0) {
      const [first, last] = [this.#layout.lettersOf(0), this.#layout.lettersOf(items.length - 1)];
      const number = ROW.first + index;
      put(
        filledColumn,
        { formula: `COUNTA(${first}${number}:${last}${number})`, result: filled },
        styles.computed,
      );
    }
    if (longest > LETTERS_A_LINE) row.height = LINE_HEIGHT * Math.ceil(longest / LETTERS_A_LINE + 0.5);
    row.commit();
  }

  /** The row of totals: counts are added, answers “Có” counted. */
  foot(): void {
    const { items, rows } = this.page;
    if (rows.length > 0) {
      const row = this.#sheet.getRow(this.#layout.totalRow);
      row.getCell(COLUMN.place).value = WORDS.total;
      row.getCell(COLUMN.number).style = this.styles.computed;
      row.getCell(COLUMN.place).style = this.styles.computedText;
      items.forEach((item, index) => {
        const range = this.#layout.rangeOf(index);
        const formula = item.collection.asked === 'yes_no' ? `COUNTIF(${range},"${YES}")` : `SUM(${range})`;
        const cell = row.getCell(this.#layout.columnOf(index));
        cell.value = { formula, result: this.#sums[index]! };
        cell.style = this.styles.computed;
      });
      const letters = columnLetters(this.#layout.filledColumn - 1);
      const cell = row.getCell(this.#layout.filledColumn);
      cell.value = { formula: `SUM(${letters}${ROW.first}:${letters}${this.#layout.lastRow})` };
      cell.style = this.styles.computed;
      row.commit();
    }
    this.#sheet.commit();
  }
}

const capitalised = (text: string): string => text.charAt(0).toLocaleUpperCase('vi') + text.slice(1);
