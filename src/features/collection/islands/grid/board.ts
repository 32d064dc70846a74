import { cellKey, editText, type Item, itemLabel } from '../../../../domain/collection/index.ts';
import { viewOfCell } from './cell-view.ts';
import type { CellName, GridModel } from './model.ts';
import { type Place, placesOf, type Rectangle } from './places.ts';
import type { FigureGridProps, GridRow } from './props.ts';
import { SHOWN_AT_ONCE, type Table } from './table.ts';

/** Which sheet and item stands at which place of the table, and whether something can be entered there. */
export class Board {
  readonly #places = new Map<string, Place>();
  rows: readonly GridRow[];

  constructor(
    readonly props: FigureGridProps,
    readonly items: readonly Item[],
    readonly table: Table,
    readonly model: GridModel,
  ) {
    this.rows = props.rows;
    for (const [row, { sheet }] of props.rows.entries())
      for (const [column, { key }] of items.entries())
        this.#places.set(cellKey({ sheet, item: key }), { row, column });
    for (const [row, { locked }] of props.rows.entries()) table.lockRow(row, locked);
  }

  nameAt({ row, column }: Place): CellName {
    return { sheet: this.rows[row]!.sheet, item: this.items[column]!.key };
  }

  placeOf(key: string): Place | undefined {
    return this.#places.get(key);
  }

  /** "Thôn 1, Tổng số trẻ em". */
  labelOf({ row, column }: Place): string {
    return `${this.rows[row]!.place}, ${itemLabel(this.items[column]!, this.props.language)}`;
  }

  isAsked({ row, column }: Place): boolean {
    const { asked } = this.rows[row]!;
    return asked === null || asked.includes(this.items[column]!.key);
  }

  mayEdit(place: Place): boolean {
    return this.rows[place.row]!.locked === null && this.isAsked(place);
  }

  /** Not so where all is accepted, or for who is there to look. */
  mayEditAny(): boolean {
    return this.rows.some(({ locked }) => locked === null);
  }

  editable(rectangle: Rectangle): CellName[] {
    return [...placesOf(rectangle)].filter((place) => this.mayEdit(place)).map((place) => this.nameAt(place));
  }

  /** What is in a cell, as it is edited and copied. */
  textAt(place: Place): string {
    const { figure, draft } = this.model.cell(this.nameAt(place));
    return draft?.text ?? editText(figure, this.props.language);
  }

  /** Shows cells as they are: the first of them at once, the others of a large block in the frames that follow. */
  paint(keys: Iterable<string>): void {
    const [now, later] = parted([...keys], SHOWN_AT_ONCE);
    for (const key of now) this.#paintCell(key);
    if (later.length > 0) setTimeout(() => this.paint(later));
  }

  #paintCell(key: string): void {
    const place = this.#places.get(key);
    if (place === undefined || !this.isAsked(place)) return;
    const locked = this.rows[place.row]!.locked !== null;
    const cell = this.model.cell(this.nameAt(place));
    this.table.paint(place, viewOfCell(cell, locked, this.props.language));
  }

  paintAll(): void {
    this.paint(this.#places.keys());
  }

  /**
   * A sheet as the server says it is now.
   * @param edited the key of the cell in which somebody is typing
   * @param isNews whether what changed is shown as changed
   */
  replaceRow(changed: GridRow, edited: string | null, isNews: boolean): void {
    const row = this.rows.findIndex(({ sheet }) => sheet === changed.sheet);
    const before = this.rows[row];
    if (before === undefined) return;
    this.rows = this.rows.map((one, place) => (place === row ? changed : one));
    const keys = Object.entries(changed.cells).flatMap(([item, stored]) => {
      const name = { sheet: changed.sheet, item };
      return [...this.model.stored(name, stored, { isEdited: edited === cellKey(name), isNews })];
    });
    if (before.locked === changed.locked) {
      this.paint(keys);
      return;
    }
    this.table.lockRow(row, changed.locked);
    this.paint(this.items.map(({ key }) => cellKey({ sheet: changed.sheet, item: key })));
  }
}

const parted = <T>(list: readonly T[], first: number): [T[], T[]] => [
  list.slice(0, first),
  list.slice(first),
];
