import { PAGE, TEXT_WIDTH, TYPE_SIZE } from './layout.ts';
import { ASCENT, type Face, LINE_HEIGHT, type Line, linesOf, type Setter, spaceOf } from './pdf-type.ts';

/** An element of the structure tree, by which a screen reader follows the document. */
export type Element = PDFKit.PDFStructureElement;

/** Points in a millimetre. */
export const MM = 72 / 25.4;
export const LEFT = PAGE.left * MM;
export const WIDTH = TEXT_WIDTH * MM;
const TOP = PAGE.top * MM;
const BOTTOM = (PAGE.height - PAGE.bottom) * MM;

export type LineAlignment = 'justify' | 'left' | 'center' | 'right';

/** The paper: pages with a number and a notice, a place to go on writing, and the tags of what is written. */
export class Sheet {
  /** Where the next line begins, in points from the top. */
  y = TOP;
  #number = 0;

  constructor(
    readonly doc: PDFKit.PDFDocument,
    readonly setter: Setter,
    private readonly runningNotice: string | null,
  ) {}

  /** Points left on this page. */
  get room(): number {
    return BOTTOM - this.y;
  }

  get atTop(): boolean {
    return this.y === TOP;
  }

  /** Begins a part whose pages are numbered from 1; the first shows no number. */
  beginPart(): void {
    this.#number = 0;
    this.turn();
  }

  /** Begins the next page. */
  turn(): void {
    this.doc.addPage();
    this.#number += 1;
    this.y = TOP;
    if (this.#number > 1) this.#margin(String(this.#number), 'regular', TYPE_SIZE.pageNumber, 10 * MM, 'Top');
    if (this.runningNotice !== null) {
      const top = (PAGE.height - PAGE.bottom + 6) * MM;
      this.#margin(this.setter.printable(this.runningNotice), 'italic', TYPE_SIZE.note, top, 'Bottom');
    }
  }

  /** Turns the page unless so many points are left. */
  keep(height: number): void {
    if (this.room < height && !this.atTop) this.turn();
  }

  /** A new element below a parent; `end` it when nothing more is added. */
  element(parent: Element, type: string, options: PDFKit.Mixins.StructureElementOptions = {}): Element {
    const element = this.doc.struct(type, options);
    parent.add(element);
    return element;
  }

  /** What `draw` writes on this page belongs to the element. */
  write(element: Element, type: string, draw: () => void): void {
    const content = this.doc.markStructureContent(type);
    draw();
    this.doc.endMarkedContent();
    element.add(content);
  }

  /** Lines and boxes that carry no meaning. */
  decorate(draw: () => void): void {
    this.doc.markContent('Artifact', { type: 'Layout' });
    draw();
    this.doc.endMarkedContent();
  }

  /** One line of text with its top at `top`, in a column from `x` of a width. */
  line(line: Line, x: number, top: number, width: number, size: number, align: LineAlignment): void {
    const slack = width - line.indent - line.width;
    const gaps = line.words.length - 1;
    const stretch = align === 'justify' && !line.last && gaps > 0 ? slack / gaps : 0;
    const shift = align === 'center' ? slack / 2 : align === 'right' ? slack : 0;
    const baseline = top + ASCENT * size;
    let at = x + line.indent + shift;
    // Words that stand at their natural distance are written in one go, as long as their face is the same.
    let open: { text: string; face: Face; x: number } | null = null;
    const flush = () => {
      if (open) this.#put(open.text, open.face, size, open.x, baseline);
      open = null;
    };
    line.words.forEach((word, index) => {
      word.pieces.forEach((piece, place) => {
        const space = place === word.pieces.length - 1 && index < gaps ? ' ' : '';
        if (open?.face !== piece.face) flush();
        open ??= { text: '', face: piece.face, x: at };
        open.text += piece.text + space;
        at += this.setter.widthOf(piece.text, piece.face, size);
      });
      at += spaceOf(size) + stretch;
      if (stretch !== 0) flush();
    });
    flush();
  }

  #put(text: string, face: Face, size: number, x: number, baseline: number): void {
    // A no-break space has done its work when the line is set; written as a space it is also read as one.
    const written = text.replaceAll('\u00a0', ' ');
    this.doc
      .font(face)
      .fontSize(size)
      .text(written, x, baseline, { lineBreak: false, baseline: 'alphabetic' });
  }

  #margin(text: string, face: Face, size: number, top: number, where: 'Top' | 'Bottom'): void {
    this.doc.markContent('Artifact', { type: 'Pagination', attached: [where] });
    const run = { text, ...(face === 'italic' ? { italic: true as const } : {}) };
    const [line] = linesOf(this.setter, [run], size, WIDTH);
    this.line(line!, LEFT, top - (size * LINE_HEIGHT) / 2, WIDTH, size, 'center');
    this.doc.endMarkedContent();
  }
}
