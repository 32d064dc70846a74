import type { Worksheet } from 'exceljs';
import {
  type Figures,
  type Measure,
  NO_DATA,
  type Standard,
  type TerritoryClass,
} from '../../../domain/scoring/index.ts';
import { inputsWithPrevious } from '../figures-file.ts';
import { NO, STATE_WORDS, YES } from '../state-words.ts';
import * as formulas from './formulas.ts';
import { COLUMN, type CriterionRows, type IndicatorRows, type InputRow, type Layout, ROW } from './layout.ts';
import type { CellResult, SheetResults } from './results.ts';
import { headerTitles, rulesOf } from './rules.ts';
import { type CellKind, neutralised, styleCell } from './styles.ts';
import { choiceOf, wholeNumberRule, yearRule } from './validations.ts';

/** What may be filled in already. */
export interface TemplateContent {
  readonly unit?: string | null;
  readonly year?: number | null;
  readonly territoryClass?: TerritoryClass | null;
  readonly figures?: Figures;
  readonly previous?: Figures;
}

/** The hidden sheet with the classes of territory. */
export const LISTS = 'Danh mục';
const WHOLE = '#,##0';
const PERCENT = '0.00##"%"';
const RATE = '0.00##';

type ColumnName = keyof typeof COLUMN;

const isNumeric = (column: ColumnName): boolean => column === 'value' || column === 'previous';

function formatOf(measure: Measure): string {
  if (measure.kind === 'yes_no') return '@';
  if (measure.kind === 'count') return WHOLE;
  return measure.kind === 'rate' ? RATE : PERCENT;
}

/** Writes the sheet of figures, cell by cell. */
export class Form {
  readonly #sheet: Worksheet;
  readonly #standard: Standard;
  readonly #layout: Layout;
  readonly #results: SheetResults;
  readonly #content: TemplateContent;
  readonly #withPrevious: ReadonlySet<string>;

  constructor(
    sheet: Worksheet,
    standard: Standard,
    layout: Layout,
    results: SheetResults,
    content: TemplateContent,
  ) {
    this.#sheet = sheet;
    this.#standard = standard;
    this.#layout = layout;
    this.#results = results;
    this.#content = content;
    this.#withPrevious = inputsWithPrevious(standard);
  }

  #put(column: ColumnName, row: number, kind: CellKind, value: string | number | null, format?: string) {
    const cell = this.#sheet.getCell(`${COLUMN[column]}${row}`);
    cell.value = value;
    styleCell(cell, kind, format);
    return cell;
  }

  #compute(
    column: ColumnName,
    row: number,
    kind: CellKind,
    formula: string,
    result: CellResult,
    format?: string,
  ) {
    const cell = this.#sheet.getCell(`${COLUMN[column]}${row}`);
    cell.value = { formula, result };
    styleCell(cell, kind, format);
  }

  head(): void {
    const { title, legalBasis } = this.#standard;
    const sheet = this.#sheet;
    this.#put('content', ROW.title, 'plain', `BẢNG SỐ LIỆU TỰ ĐÁNH GIÁ: ${title}`).font = {
      name: 'Times New Roman',
      size: 14,
      bold: true,
    };
    const [year, month, day] = legalBasis.issued.split('-');
    const basis = `Theo ${legalBasis.number} ngày ${day}/${month}/${year} của ${legalBasis.issuer}.`;
    const provisional = rulesOf.isProvisional(this.#standard)
      ? ' Điểm là tạm tính: thang điểm chưa đối chiếu với phụ lục.'
      : '';
    this.#put('content', ROW.basis, 'plain', basis + provisional);
    for (const row of [ROW.title, ROW.basis]) sheet.getCell(`${COLUMN.content}${row}`).alignment = {};
    this.#put('content', ROW.legend, 'plain', 'Cách dùng');
    this.#put('value', ROW.legend, 'type', '✎ Ô vàng: gõ hoặc chọn ở đây');
    this.#put('rule', ROW.legend, 'rule', '§ Ô xám: quy tắc, không sửa');
    this.#put('measured', ROW.legend, 'computed', 'ƒ Ô xanh: tự tính, đã khóa');
    sheet.mergeCells(`${COLUMN.value}${ROW.legend}:${COLUMN.state}${ROW.legend}`);
    this.#particulars();
    this.#summary();
    for (const [column, heading] of Object.entries(headerTitles))
      this.#put(column as ColumnName, ROW.header, 'header', heading);
  }

  #particulars(): void {
    const { unit, year, territoryClass } = this.#content;
    const { id, version, recognition } = this.#standard;
    const chosen = recognition.thresholds.find((one) => one.class === territoryClass);
    const particular = (row: number, name: string, label: string) => {
      this.#put('name', row, 'plain', name);
      this.#put('content', row, 'plain', label);
    };
    particular(ROW.standard, 'standard', 'Bộ tiêu chuẩn');
    this.#put('value', ROW.standard, 'rule', id);
    particular(ROW.version, 'version', 'Phiên bản');
    this.#put('value', ROW.version, 'rule', version, '0');
    particular(ROW.unit, 'unit', 'Mã đơn vị hành chính (5 chữ số)');
    this.#put('value', ROW.unit, 'type', unit ?? null, '@');
    particular(ROW.year, 'year', 'Năm đánh giá');
    this.#put('value', ROW.year, 'type', year ?? null, '0').dataValidation = yearRule;
    particular(ROW.class, 'class', 'Loại địa bàn (quyết định ngưỡng điểm)');
    this.#put('value', ROW.class, 'type', chosen?.statement ?? null).dataValidation = choiceOf(
      `'${LISTS}'!$A$1:$A$${recognition.thresholds.length}`,
    );
    this.#sheet.mergeCells(`${COLUMN.value}${ROW.class}:${COLUMN.reason}${ROW.class}`);
    const classes = recognition.thresholds.length;
    this.#compute(
      'status',
      ROW.class,
      'plain',
      formulas.classLookup(LISTS, classes, 'C'),
      territoryClass ?? '',
    );
  }

  #summary(): void {
    const { total, threshold, zeros, missing, verdict } = this.#results;
    const classes = this.#standard.recognition.thresholds.length;
    const line = (row: number, label: string, formula: string, result: CellResult) => {
      this.#put('rule', row, 'rule', label);
      this.#compute('measured', row, 'computed', formula, result, WHOLE);
    };
    line(ROW.standard, 'Tổng điểm', formulas.totalFormula(this.#layout), total);
    line(ROW.version, 'Ngưỡng của loại địa bàn', formulas.classLookup(LISTS, classes, 'B'), threshold);
    line(ROW.unit, 'Số tiêu chí 0 điểm', formulas.zerosFormula(this.#layout), zeros);
    line(ROW.year, 'Số chỉ tiêu thiếu số liệu', formulas.missingFormula(this.#layout), missing);
    line(ROW.class, 'Kết luận', formulas.verdictFormula(this.#standard), verdict);
    for (const row of [ROW.legend, ROW.standard, ROW.version, ROW.unit, ROW.year, ROW.class])
      this.#sheet.mergeCells(`${COLUMN.measured}${row}:${COLUMN.maximum}${row}`);
    this.#sheet.getCell(`${COLUMN.measured}${ROW.class}`).font = {
      name: 'Times New Roman',
      size: 12,
      bold: true,
    };
  }

  criterion({ row, criterion, indicators }: CriterionRows): void {
    for (const column of [
      'number',
      'content',
      'value',
      'state',
      'reason',
      'previous',
      'rule',
      'measured',
    ] as const)
      this.#put(column, row, 'band', null);
    this.#put('number', row, 'band', String(criterion.number));
    this.#put('content', row, 'band', criterion.name);
    const points = this.#results.criterionPoints(criterion.number);
    this.#compute('points', row, 'band', formulas.subtotalFormula(indicators), points, WHOLE);
    this.#put('maximum', row, 'band', criterion.maxPoints, WHOLE);
    this.#compute('status', row, 'plain', formulas.zeroFormula(row), points === 0 ? 1 : 0);
    for (const one of indicators) this.#indicator(one);
  }

  #indicator(rows: IndicatorRows): void {
    const { row, indicator, inputs } = rows;
    this.#put('number', row, 'rule', indicator.code);
    this.#put('content', row, 'rule', indicator.statement);
    for (const column of ['value', 'state', 'reason', 'previous'] as const)
      this.#put(column, row, 'rule', null);
    this.#put('rule', row, 'rule', rulesOf.indicator(indicator, this.#standard));
    this.#compute(
      'measured',
      row,
      'computed',
      formulas.measuredFormula(rows),
      this.#results.measured(rows),
      formatOf(indicator.measure),
    );
    this.#compute(
      'points',
      row,
      'computed',
      formulas.pointsFormula(rows),
      this.#results.indicatorPoints(indicator.code),
      WHOLE,
    );
    this.#put('maximum', row, 'rule', indicator.points, WHOLE);
    for (const input of inputs)
      if (input.row === input.typedAt) this.#typed(input);
      else this.#repeated(input);
  }

  /** The row where a figure is typed. */
  #typed({ row, input }: InputRow): void {
    const { kind, label } = this.#standard.inputs[input]!;
    const figure = this.#content.figures?.[input] ?? NO_DATA;
    const isAnswer = kind === 'yes_no';
    this.#put('name', row, 'plain', input);
    this.#put('content', row, 'plain', label);
    const value = figure.state === 'given' ? figure.value : null;
    const shown = typeof value === 'boolean' ? (value ? YES : NO) : value;
    this.#put('value', row, 'type', shown, isAnswer ? '@' : WHOLE).dataValidation = isAnswer
      ? choiceOf(`"${YES},${NO}"`)
      : wholeNumberRule;
    // An empty row reads "Số": typing the number is all that most figures need.
    const explicit = figure.state !== 'no_data' || this.#content.figures?.[input] !== undefined;
    this.#put('state', row, 'type', STATE_WORDS[explicit ? figure.state : 'given'], '@').dataValidation =
      choiceOf(`"${Object.values(STATE_WORDS).join(',')}"`);
    this.#put(
      'reason',
      row,
      'type',
      figure.state === 'not_applicable' ? neutralised(figure.reason) : null,
      '@',
    );
    this.#previous(row, input, isAnswer);
    this.#put('rule', row, 'rule', rulesOf.input(this.#standard.inputs[input]!));
    const { status, amount, amountBefore } = this.#results;
    this.#compute('status', row, 'plain', formulas.statusFormula(row, kind), status(input));
    this.#compute('amount', row, 'plain', formulas.amountFormula(row, kind), amount(input));
    this.#compute('amountBefore', row, 'plain', formulas.amountBeforeFormula(row), amountBefore(input));
  }

  #previous(row: number, input: string, isAnswer: boolean): void {
    const before = this.#content.previous?.[input];
    const value = before?.state === 'given' && typeof before.value === 'number' ? before.value : null;
    if (isAnswer || !(this.#withPrevious.has(input) || value !== null))
      this.#put('previous', row, 'rule', null);
    else this.#put('previous', row, 'type', value, WHOLE).dataValidation = wholeNumberRule;
  }

  /** A figure that several indicators read is typed once; elsewhere it is shown. */
  #repeated({ row, input, typedAt }: InputRow): void {
    this.#put('content', row, 'plain', `${this.#standard.inputs[input]!.label} (gõ ở hàng ${typedAt})`);
    for (const column of ['value', 'state', 'reason', 'previous'] as const) {
      const source = `$${COLUMN[column]}$${typedAt}`;
      const shown = this.#sheet.getCell(`${COLUMN[column]}${typedAt}`).value as CellResult | null;
      this.#compute(
        column,
        row,
        'computed',
        `IF(${source}="","",${source})`,
        shown ?? '',
        isNumeric(column) ? WHOLE : '@',
      );
    }
    this.#put('rule', row, 'rule', null);
  }
}
