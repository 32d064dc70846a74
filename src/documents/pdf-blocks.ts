import { type Block, markOf, type Run } from './block-model.ts';
import { FIRST_LINE_INDENT, PARAGRAPH_GAP, TYPE_SIZE } from './layout.ts';
import { type Element, LEFT, type LineAlignment, MM, type Sheet, WIDTH } from './pdf-sheet.ts';
import { tableBlock, tableStart } from './pdf-table.ts';
import { LINE_HEIGHT, type Line, linesOf } from './pdf-type.ts';

export interface ParagraphStyle {
  readonly size: number;
  readonly align: LineAlignment;
  /** Indent of the first line, in points. */
  readonly indent?: number;
  readonly left?: number;
  readonly width?: number;
  /** Space after the paragraph, in points. */
  readonly after?: number;
  /** Height that has to stay free below the last line, for what must not be parted from it. */
  readonly below?: number;
}

const INDENT = FIRST_LINE_INDENT * MM;
export const BODY: ParagraphStyle = {
  size: TYPE_SIZE.body,
  align: 'justify',
  indent: INDENT,
  after: PARAGRAPH_GAP,
};
const HEADING: ParagraphStyle = { ...BODY, align: 'left' };
const NOTE: ParagraphStyle = { size: TYPE_SIZE.note, align: 'justify', after: PARAGRAPH_GAP };

function linesIn(sheet: Sheet, runs: readonly Run[], style: ParagraphStyle): readonly Line[] {
  return linesOf(sheet.setter, runs, style.size, style.width ?? WIDTH, style.indent ?? 0);
}

const lineHeight = (style: ParagraphStyle): number => style.size * LINE_HEIGHT;

/**
 * A paragraph under an element. It goes on over pages, but neither its first nor its last line stands alone on one.
 */
export function writeParagraph(
  sheet: Sheet,
  element: Element,
  type: string,
  runs: readonly Run[],
  style: ParagraphStyle,
): void {
  const height = lineHeight(style);
  let rest = linesIn(sheet, runs, style);
  while (rest.length > 0) {
    const count = fitting(sheet, rest.length, height, style.below ?? 0);
    if (count === 0) {
      sheet.turn();
      continue;
    }
    const now = rest.slice(0, count);
    sheet.write(element, type, () => {
      for (const line of now) {
        sheet.line(line, style.left ?? LEFT, sheet.y, style.width ?? WIDTH, style.size, style.align);
        sheet.y += height;
      }
    });
    rest = rest.slice(count);
    if (rest.length > 0) sheet.turn();
  }
  sheet.y += style.after ?? 0;
}

/** How many of the lines go on this page. */
function fitting(sheet: Sheet, lines: number, height: number, below: number): number {
  if (lines * height + below <= sheet.room) return lines;
  const fit = Math.floor(sheet.room / height);
  if (sheet.atTop) return Math.max(1, Math.min(fit, lines > 2 ? lines - 1 : lines));
  const left = Math.min(fit, lines - 2);
  return left < 2 ? 0 : left;
}

/** A block of the body. `below` points stay together with its end. */
export function writeBlock(
  sheet: Sheet,
  root: Element,
  block: Block,
  next: Block | undefined,
  below = 0,
): void {
  switch (block.kind) {
    case 'heading': {
      const bold = block.level < 3 ? { bold: true as const } : {};
      const runs = [{ text: block.text, ...bold }];
      sheet.y += 2;
      sheet.keep(heightOf(sheet, runs, HEADING) + (next ? startOf(sheet, next) : 0));
      single(sheet, root, `H${block.level + 1}`, runs, HEADING);
      break;
    }
    case 'paragraph':
      single(sheet, root, 'P', block.runs, { ...BODY, below });
      break;
    case 'note': {
      const runs = block.runs.map((run) => ({ ...run, italic: true as const }));
      single(sheet, root, 'P', runs, { ...NOTE, below });
      break;
    }
    case 'list': {
      const list = sheet.element(root, 'L');
      for (const [index, runs] of block.items.entries()) {
        const item = sheet.element(list, 'LI');
        single(sheet, item, 'LBody', [{ text: `${markOf(block, index)} ` }, ...runs], BODY);
        item.end();
      }
      list.end();
      break;
    }
    case 'table':
      tableBlock(sheet, root, block);
      break;
    case 'notice':
      boxed(sheet, root, block.text);
      break;
  }
}

/** The element with one paragraph in it. */
export function single(
  sheet: Sheet,
  parent: Element,
  type: string,
  runs: readonly Run[],
  style: ParagraphStyle,
): void {
  const element = sheet.element(parent, type);
  writeParagraph(sheet, element, type, runs, style);
  element.end();
}

export function heightOf(sheet: Sheet, runs: readonly Run[], style: ParagraphStyle): number {
  return linesIn(sheet, runs, style).length * lineHeight(style) + (style.after ?? 0);
}

/** The least of a block that has to follow its heading on the same page. */
function startOf(sheet: Sheet, block: Block): number {
  if (block.kind === 'table') return tableStart(sheet, block);
  if (block.kind === 'heading') return 3 * lineHeight(BODY);
  return 2 * lineHeight(BODY);
}

function boxed(sheet: Sheet, root: Element, text: string): void {
  const padding = 2 * MM;
  const width = WIDTH - 20 * MM;
  const style: ParagraphStyle = { size: TYPE_SIZE.body, align: 'center', left: LEFT + 10 * MM, width };
  const runs = [{ text, bold: true as const }];
  const height = heightOf(sheet, runs, { ...style, width: width - 4 * padding });
  sheet.keep(height + 2 * padding);
  const top = sheet.y;
  sheet.decorate(() =>
    sheet.doc
      .lineWidth(0.8)
      .rect(LEFT + 10 * MM, top, width, height + 2 * padding)
      .stroke(),
  );
  sheet.y += padding;
  single(sheet, root, 'P', runs, {
    ...style,
    left: LEFT + 10 * MM + 2 * padding,
    width: width - 4 * padding,
  });
  sheet.y += padding + PARAGRAPH_GAP + 2;
}
