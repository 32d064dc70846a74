import type { CellView } from './cell-view.ts';
import type { Place, Rectangle } from './places.ts';

/** So many cells are shown before the browser has its turn: a pasted block must not hold up the page. */
export const SHOWN_AT_ONCE = 150;

/**
 * The table that the server has written, made into a grid (role `grid`, one stop of the Tab key, focus that moves with the
 * active cell). Cells are painted one at a time: the whole is never rendered again.
 */
export class Table {
  readonly rows: number;
  readonly columns: number;
  readonly #cells: readonly (readonly HTMLTableCellElement[])[];
  readonly #placeOf = new WeakMap<Element, Place>();
  readonly #rowHeads: readonly HTMLTableCellElement[];
  readonly #columnHeads: readonly HTMLTableCellElement[];
  readonly totals: readonly HTMLTableCellElement[];
  #selected = new Set<HTMLTableCellElement>();
  /** Whose mark is not yet what `#selected` says. */
  readonly #toMark = new Set<HTMLTableCellElement>();
  #marking: ReturnType<typeof setTimeout> | undefined;
  #active: Place = { row: 0, column: 0 };

  constructor(
    readonly element: HTMLTableElement,
    words: { readonly label: string; readonly describedBy: string },
    { firstRow, allRows }: { readonly firstRow: number; readonly allRows: number },
  ) {
    const rows = [...element.tBodies[0]!.rows];
    this.#cells = rows.map((row) => [...row.cells].slice(1));
    this.#rowHeads = rows.map((row) => row.cells[0]!);
    this.#columnHeads = [...element.tHead!.rows[0]!.cells].slice(1);
    this.totals = [...element.tFoot!.rows[0]!.cells].slice(1);
    this.rows = rows.length;
    this.columns = this.#columnHeads.length;
    element.setAttribute('role', 'grid');
    element.setAttribute('aria-label', words.label);
    element.setAttribute('aria-describedby', words.describedBy);
    element.setAttribute('aria-multiselectable', 'true');
    element.setAttribute('aria-rowcount', String(allRows + 2));
    element.setAttribute('aria-colcount', String(this.columns + 1));
    this.#number(firstRow, allRows);
  }

  cell({ row, column }: Place): HTMLTableCellElement {
    return this.#cells[row]![column]!;
  }

  /** What a cell holds: laid out by itself, so that a change of it moves nothing else. */
  value(place: Place): HTMLElement {
    return this.cell(place).firstElementChild as HTMLElement;
  }

  /** The text that a cell shows. */
  text(place: Place): string {
    return (this.value(place).firstChild as Text).data;
  }

  placeAt(target: EventTarget | null): Place | null {
    const cell = target instanceof Element ? target.closest('td') : null;
    return cell === null ? null : (this.#placeOf.get(cell) ?? null);
  }

  /** A cell that is edited keeps its field; it is painted when that goes. */
  paint(place: Place, { text, look, words }: CellView): void {
    const cell = this.cell(place);
    if (this.value(place).lastElementChild?.matches('.cell-editor')) return;
    if (cell.className !== look) cell.className = look;
    const shown = this.value(place).firstChild as Text;
    if (shown.data !== text) shown.data = text;
    // Words that stood there before there was a script. A name for the cell needs no layout, as more text would.
    shown.nextElementSibling?.remove();
    const name = words === '' ? null : `${text}. ${words}`;
    if (cell.getAttribute('aria-label') !== name) setOrRemove(cell, 'aria-label', name);
    if (look.includes('invalid')) cell.setAttribute('aria-invalid', 'true');
    else if (cell.hasAttribute('aria-invalid')) cell.removeAttribute('aria-invalid');
  }

  lockRow(row: number, reason: string | null): void {
    for (const cell of this.#cells[row]!) setOrRemove(cell, 'aria-readonly', reason === null ? null : 'true');
    const head = this.#rowHeads[row]!;
    head.querySelector('.lock')?.remove();
    if (reason === null) return;
    const lock = document.createElement('span');
    lock.className = 'lock';
    lock.textContent = reason;
    head.append(lock);
  }

  /** Shows what is selected, and where. */
  select({ top, left, bottom, right }: Rectangle, head: Place): void {
    const selected = new Set<HTMLTableCellElement>();
    for (let row = top; row <= bottom; row++)
      for (let column = left; column <= right; column++) selected.add(this.#cells[row]![column]!);
    this.#mark(selected);
    this.#columnHeads[this.#active.column]!.classList.remove('here');
    this.#rowHeads[this.#active.row]!.classList.remove('here');
    this.cell(this.#active).tabIndex = -1;
    this.#active = head;
    this.cell(head).tabIndex = 0;
    this.#columnHeads[head.column]!.classList.add('here');
    this.#rowHeads[head.row]!.classList.add('here');
  }

  /** Of a large block the first cells are marked at once and the others in the frames that follow, as they are painted. */
  #mark(selected: Set<HTMLTableCellElement>): void {
    clearTimeout(this.#marking);
    for (const cell of this.#selected) if (!selected.has(cell)) this.#toMark.add(cell);
    for (const cell of selected) if (!this.#selected.has(cell)) this.#toMark.add(cell);
    this.#selected = selected;
    const mark = (): void => {
      let room = SHOWN_AT_ONCE;
      for (const cell of this.#toMark) {
        if (room-- === 0) break;
        cell.setAttribute('aria-selected', String(selected.has(cell)));
        this.#toMark.delete(cell);
      }
      if (this.#toMark.size > 0) this.#marking = setTimeout(mark);
    };
    mark();
  }

  focus(place: Place): void {
    this.cell(place).focus();
  }

  /** How many rows are in sight, for PageUp and PageDown. */
  rowsInSight(): number {
    const height = this.#cells[0]?.[0]?.offsetHeight ?? 1;
    const frame = this.element.parentElement!.clientHeight - (this.element.tHead?.offsetHeight ?? 0);
    return Math.max(1, Math.floor(frame / Math.max(1, height)) - 1);
  }

  #number(firstRow: number, allRows: number): void {
    this.element.tHead!.rows[0]!.setAttribute('aria-rowindex', '1');
    this.element.tFoot!.rows[0]!.setAttribute('aria-rowindex', String(allRows + 2));
    for (const [column, total] of this.totals.entries())
      total.setAttribute('aria-colindex', String(column + 2));
    for (const [row, cells] of this.#cells.entries()) {
      this.#rowHeads[row]!.parentElement!.setAttribute('aria-rowindex', String(firstRow + row + 1));
      // The grid is one stop of the Tab key; a sheet is opened from the details too.
      for (const link of this.#rowHeads[row]!.querySelectorAll('a')) link.tabIndex = -1;
      for (const [column, cell] of cells.entries()) {
        this.#placeOf.set(cell, { row, column });
        cell.setAttribute('role', 'gridcell');
        cell.setAttribute('aria-colindex', String(column + 2));
        cell.setAttribute('aria-selected', 'false');
        cell.tabIndex = -1;
        const value = cell.firstElementChild!;
        if (!(value.firstChild instanceof Text)) value.prepend(document.createTextNode(''));
      }
    }
  }
}

function setOrRemove(element: Element, name: string, value: string | null): void {
  if (value === null) element.removeAttribute(name);
  else element.setAttribute(name, value);
}
