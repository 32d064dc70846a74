import type exceljs from 'exceljs';
import { type CellKind, styleCell } from '../../figures-file/index.ts';

const WHOLE = '#,##0';

/** One object for each look: the writer finds a style it has met by the object, which is quick for a hundred thousand cells. */
export function templateStyles({ Workbook }: typeof exceljs) {
  const sheet = new Workbook().addWorksheet('x');
  let row = 0;
  const look = (kind: CellKind, format?: string): Partial<exceljs.Style> => {
    const cell = sheet.getCell(++row, 1);
    styleCell(cell, kind, format);
    return cell.style;
  };
  return {
    plain: look('plain'),
    header: look('header'),
    rule: look('rule'),
    band: look('band'),
    typeCount: look('type', WHOLE),
    typeText: look('type'),
    ruleCount: look('rule', WHOLE),
    computed: look('computed', WHOLE),
    computedText: look('computed'),
  };
}

export type TemplateStyles = ReturnType<typeof templateStyles>;
