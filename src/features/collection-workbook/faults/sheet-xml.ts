import { columnLetters, columnPlace } from '../../figures-file/index.ts';
import type { FaultStyles } from './styles.ts';

export const escapeXml = (text: string): string =>
  text.replace(/[&<>"]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign]!);

/** What is written to a row: the sentence for its end, and the columns of its wrong cells. */
export interface RowMarks {
  readonly text: string;
  readonly columns: ReadonlySet<number>;
}

const ROW = /<((?:\w+:)?)row\b([^>]*?)(?:\/>|>([\s\S]*?)<\/\1row>)/g;
const CELL = /<((?:\w+:)?)c\b([^>]*?)(?:\/>|>[\s\S]*?<\/\1c>)/g;
const REFERENCE = /\sr="([A-Z]{1,3})\d+"/;

/** A sheet whose cells do not say where they are cannot be written into. */
export class UnaddressedCells extends Error {
  override readonly name = 'UnaddressedCells';
}

const columnOf = (attributes: string): number => {
  const letters = REFERENCE.exec(attributes)?.[1];
  if (letters === undefined) throw new UnaddressedCells();
  return columnPlace(letters);
};

/** The first column, from 0, that no row uses. */
export function firstFreeColumn(xml: string): number {
  let last = -1;
  for (const [, letters] of xml.matchAll(/<(?:\w+:)?c\b[^>]*?\sr="([A-Z]{1,3})\d+"/g))
    last = Math.max(last, columnPlace(letters!));
  return last + 1;
}

/**
 * Writes into the rows of a sheet: the sentence in the column of faults, red twins of the styles of wrong cells. All
 * else stays letter by letter as it is.
 * @param column of the faults, from 0; what stood there before is replaced
 * @throws UnaddressedCells
 */
export function markRows(
  xml: string,
  rows: ReadonlyMap<number, RowMarks>,
  column: number,
  replacesColumn: boolean,
  styles: FaultStyles,
): string {
  return xml.replace(ROW, (row, prefix: string, attributes: string, content = '') => {
    const number = Number(/\sr="(\d+)"/.exec(attributes)?.[1]);
    const marks = rows.get(number);
    if (marks === undefined && !replacesColumn) return row;
    if (marks !== undefined && Number.isNaN(number)) throw new UnaddressedCells();
    const cells: { readonly place: number; readonly xml: string }[] = [];
    for (const [cell, , its] of content.matchAll(CELL)) {
      const place = columnOf(its!);
      if (place === column) continue;
      cells.push({ place, xml: marks?.columns.has(place) ? reddened(cell, its!, styles) : cell });
    }
    for (const place of marks?.columns ?? [])
      if (!cells.some((cell) => cell.place === place))
        cells.push({
          place,
          xml: `<${prefix}c r="${columnLetters(place)}${number}" s="${styles.twinOf(0)}"/>`,
        });
    if (marks !== undefined)
      cells.push({
        place: column,
        xml: `<${prefix}c r="${columnLetters(column)}${number}" s="${styles.twinOf(0)}" t="inlineStr"><${prefix}is><${prefix}t xml:space="preserve">${escapeXml(marks.text)}</${prefix}t></${prefix}is></${prefix}c>`,
      });
    cells.sort((one, other) => one.place - other.place);
    // The range of columns is only a hint, and would now be wrong.
    const rest = attributes.replace(/\sspans="[^"]*"/, '');
    return `<${prefix}row${rest}>${cells.map((cell) => cell.xml).join('')}</${prefix}row>`;
  });
}

function reddened(cell: string, attributes: string, styles: FaultStyles): string {
  const style = Number(/\ss="(\d+)"/.exec(attributes)?.[1] ?? 0);
  const changed = `${attributes.replace(/\ss="\d+"/, '')} s="${styles.twinOf(style)}"`;
  return cell.replace(attributes, changed);
}

/** What may follow the drawing of notes in a sheet, in the order that Excel insists on. */
const BEHIND_NOTES =
  /<(?:\w+:)?(?:legacyDrawingHF|drawingHF|picture|oleObjects|controls|webPublishItems|tableParts|extLst)\b|<\/(?:\w+:)?worksheet>/;

/** Tells a sheet which relation holds the drawing of its notes. */
export function withNotesDrawing(xml: string, relation: string): string {
  const prefix = /<((?:\w+:)?)worksheet\b/.exec(xml)?.[1] ?? '';
  const tag = `<${prefix}legacyDrawing xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:id="${relation}"/>`;
  return xml.replace(BEHIND_NOTES, (end) => `${tag}${end}`);
}
