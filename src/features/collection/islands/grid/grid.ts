import { cellKey } from '../../../../domain/collection/index.ts';
import { given, NO_DATA } from '../../../../domain/scoring/index.ts';
import { copiedText, pastedBlock } from './blocks.ts';
import type { Board } from './board.ts';
import { Editor } from './editor.ts';
import { type Intent, intentOf } from './intents.ts';
import {
  type Place,
  placeAfter,
  rectangleOf,
  type Selection,
  type Step,
  samePlace,
  selectionAt,
} from './places.ts';
import { type GridWords, words } from './words.ts';

interface GridEvents {
  /** Cells look otherwise, by a deed here. */
  readonly changed: (keys: ReadonlySet<string>) => void;
  /** Another cell is the active one. */
  readonly moved: () => void;
  /** A sentence about what was done, or could not be. */
  readonly say: (text: string) => void;
  readonly details: () => void;
}

/** What keys, pointer and clipboard do to the cells. */
export class Grid {
  selection: Selection = selectionAt({ row: 0, column: 0 });
  readonly #editor = new Editor();
  readonly #words: GridWords;
  /** Escape was pressed: the next Tab leaves the grid. */
  #letsGo = false;
  /** In which column a run of Tab began: Enter goes back there, as in a spreadsheet. */
  #tabbedFrom: number | null = null;
  #isDragging = false;
  /** Where Enter or Tab goes: the mark is there already, all else follows its paint or comes before the next deed. */
  #going: Place | null = null;

  constructor(
    readonly board: Board,
    readonly events: GridEvents,
  ) {
    this.#words = words[board.props.language];
    const { element } = board.table;
    element.addEventListener('keydown', (event) => this.#keyDown(event));
    element.addEventListener('focusin', (event) => this.#focused(event));
    element.addEventListener('pointerdown', (event) => this.#pressed(event));
    element.addEventListener('pointerover', (event) => this.#draggedOver(event));
    element.addEventListener('click', (event) => this.#tapped(event));
    element.addEventListener('dblclick', () => this.#open('inside'));
    element.addEventListener('copy', (event) => this.#copy(event));
    element.addEventListener('cut', (event) => {
      if (this.#copy(event)) this.#clear();
    });
    element.addEventListener('paste', (event) => this.#paste(event));
    addEventListener('pointerup', () => {
      this.#isDragging = false;
    });
    // Before the line looks what is not stored: what stands in a field is not lost with the page.
    for (const leaving of ['beforeunload', 'pagehide'])
      addEventListener(leaving, () => this.takeOver(), { capture: true });
    this.#mark(this.selection);
  }

  /** The key of the cell whose editor is open. */
  get edited(): string | null {
    return this.#editor.mode === 'no' ? null : cellKey(this.board.nameAt(this.selection.head));
  }

  goTo(place: Place, extend = false): void {
    this.#select(extend ? { anchor: this.selection.anchor, head: place } : selectionAt(place));
    this.board.table.focus(place);
  }

  undo(way: 'back' | 'forth'): void {
    const { changed, left } = this.board.model.step(way);
    this.#change(changed);
    if (left > 0) this.events.say(this.#words.keptOthers(left));
    else if (changed.size === 0) this.events.say(this.#words.nothingToUndo);
    const first = [...changed].map((key) => this.board.placeOf(key)).find((place) => place !== undefined);
    if (first !== undefined) this.goTo(first);
  }

  /** What is in the editor goes into the cell; the grid stays where it is. */
  takeOver(): void {
    if (this.#going !== null) {
      this.#arrive('without-focus');
      return;
    }
    const text = this.#close();
    if (text === null) return;
    const { board } = this;
    const { head } = this.selection;
    this.#change(board.model.type([{ ...board.nameAt(head), of: board.items[head.column]!, text }]));
  }

  #close(): string | null {
    const { edited } = this;
    const text = this.#editor.close();
    if (edited !== null) this.board.paint([edited]);
    return text;
  }

  #select(selection: Selection): void {
    this.selection = selection;
    this.#mark(selection);
    this.events.moved();
  }

  #mark(selection: Selection): void {
    this.board.table.select(rectangleOf(selection), selection.head);
  }

  #keyDown(event: KeyboardEvent): void {
    // A word that is being composed belongs to the keyboard of the language.
    if (event.isComposing || this.board.table.placeAt(event.target) === null) return;
    this.#arrive();
    const { key, ctrlKey, metaKey, shiftKey: shift, altKey: alt } = event;
    const intent = intentOf({ key, ctrl: ctrlKey || metaKey, shift, alt }, this.#editor.mode);
    if (intent === null) this.#editor.settle();
    else if (this.#carryOut(intent)) event.preventDefault();
  }

  /** @returns whether the browser has nothing more to do */
  #carryOut(intent: Intent): boolean {
    const letsGo = this.#letsGo;
    this.#letsGo = intent.do === 'let-go';
    if (intent.do === 'commit') return this.#commit(intent.step, letsGo);
    const { head } = this.selection;
    if (intent.do === 'go') {
      this.#tabbedFrom = null;
      this.goTo(this.#after(head, intent.step) ?? head, intent.extend);
    } else if (intent.do === 'type') this.#typed(intent.text);
    else if (intent.do === 'edit') this.#open('inside');
    else if (intent.do === 'clear') this.#clear();
    else if (intent.do === 'undo') this.undo('back');
    else if (intent.do === 'redo') this.undo('forth');
    else if (intent.do === 'select-all') this.#selectAll();
    else if (intent.do === 'details') {
      this.takeOver();
      this.events.details();
    } else {
      this.#close();
      this.goTo(head);
    }
    return true;
  }

  #commit(step: Step, letsGo: boolean): boolean {
    const { head } = this.selection;
    const isTab = step === 'next' || step === 'previous';
    const from = step === 'down' && this.#tabbedFrom !== null ? { ...head, column: this.#tabbedFrom } : head;
    this.#tabbedFrom = isTab ? (this.#tabbedFrom ?? head.column) : null;
    const place = isTab && letsGo ? null : this.#after(from, step);
    if (place !== null && this.#editor.hasField) {
      this.#going = place;
      this.#mark(selectionAt(place));
      requestAnimationFrame(() => setTimeout(() => this.#arrive()));
      return true;
    }
    this.takeOver();
    this.goTo(place ?? head);
    // Beyond the last cell the focus leaves the grid, as it does after Escape.
    return place !== null;
  }

  /**
   * Takes over what was typed, and goes to where the mark is. To take a field away and to move the focus costs a slow phone
   * as much as all the rest of a key: until then the field shows what was typed.
   */
  #arrive(focus: 'with-focus' | 'without-focus' = 'with-focus'): void {
    const place = this.#going;
    if (place === null) return;
    this.#going = null;
    this.takeOver();
    if (focus === 'with-focus') this.goTo(place);
    else this.#select(selectionAt(place));
  }

  #after(from: Place, step: Step): Place | null {
    const { table } = this.board;
    return placeAfter(from, step, {
      size: table,
      rowsOfPage: step.startsWith('page') ? table.rowsInSight() : 1,
      isFilled: (place) => table.text(place) !== '',
    });
  }

  #selectAll(): void {
    const { rows, columns } = this.board.table;
    this.#select({ anchor: { row: rows - 1, column: columns - 1 }, head: { row: 0, column: 0 } });
    this.board.table.focus(this.selection.head);
  }

  #clear(): void {
    this.#change(this.board.model.setFigures(this.board.editable(rectangleOf(this.selection)), NO_DATA));
  }

  /** Typing over a cell; yes and no take one key, for all that is selected. */
  #typed(text: string): void {
    const { board } = this;
    const { head } = this.selection;
    const isYesNo = board.items[head.column]!.collection.asked === 'yes_no';
    const answer = isYesNo && board.mayEdit(head) ? this.#answerBy(text.toLowerCase()) : undefined;
    if (answer === undefined) {
      if (text !== ' ') this.#open('overwrite', text);
      return;
    }
    const { left, right } = rectangleOf(this.selection);
    const areYesNo = board.items
      .slice(left, right + 1)
      .every(({ collection }) => collection.asked === 'yes_no');
    const cells = areYesNo ? board.editable(rectangleOf(this.selection)) : [board.nameAt(head)];
    this.#change(board.model.setFigures(cells, given(answer)));
  }

  #answerBy(key: string): boolean | undefined {
    if (['c', 'y', '1'].includes(key)) return true;
    if (['k', 'n', '0'].includes(key)) return false;
    if (key !== ' ') return undefined;
    const { figure } = this.board.model.cell(this.board.nameAt(this.selection.head));
    return !(figure.state === 'given' && figure.value === true);
  }

  #open(mode: 'overwrite' | 'inside', typed = ''): void {
    const { board } = this;
    const { head } = this.selection;
    if (this.#editor.mode !== 'no') return;
    if (!board.mayEdit(head)) {
      this.events.say(board.rows[head.row]!.locked ?? this.#words.notAsked);
      return;
    }
    const isYesNo = board.items[head.column]!.collection.asked === 'yes_no';
    const choices = isYesNo && mode === 'inside' ? ['', this.#words.yes, this.#words.no] : null;
    const text = mode === 'overwrite' ? typed : board.textAt(head);
    const opening = { mode, text, label: board.labelOf(head), choices, isNumber: !isYesNo };
    this.#editor.open(board.table.value(head), opening, () => this.takeOver());
  }

  #focused(event: FocusEvent): void {
    const place = this.board.table.placeAt(event.target);
    if (place !== null && !samePlace(place, this.selection.head)) this.#select(selectionAt(place));
  }

  #pressed(event: PointerEvent): void {
    const place = this.board.table.placeAt(event.target);
    if (place === null || event.button !== 0 || event.pointerType === 'touch') return;
    if (event.target instanceof Element && event.target.matches('.cell-editor')) return;
    // Keeps the texts of the cells from being selected; the focus goes there by hand.
    event.preventDefault();
    this.takeOver();
    this.#tabbedFrom = null;
    this.#isDragging = true;
    this.goTo(place, event.shiftKey);
  }

  #draggedOver(event: PointerEvent): void {
    const place = this.#isDragging ? this.board.table.placeAt(event.target) : null;
    if (place !== null && !samePlace(place, this.selection.head)) this.goTo(place, true);
  }

  /** A finger has no other way to open a cell, and the keyboard of a phone comes up only for the tap itself. */
  #tapped(event: MouseEvent): void {
    const place = this.board.table.placeAt(event.target);
    if (place === null || (event as PointerEvent).pointerType !== 'touch') return;
    if (this.edited !== null && samePlace(place, this.selection.head)) return;
    this.takeOver();
    this.goTo(place);
    if (this.board.mayEdit(place)) this.#open('inside');
  }

  #copy(event: ClipboardEvent): boolean {
    this.#arrive();
    if (this.#editor.mode !== 'no') return false;
    const rectangle = rectangleOf(this.selection);
    event.clipboardData?.setData('text/plain', copiedText(this.board, rectangle));
    event.preventDefault();
    const { top, left, bottom, right } = rectangle;
    this.events.say(this.#words.copied((bottom - top + 1) * (right - left + 1)));
    return true;
  }

  #paste(event: ClipboardEvent): void {
    const text = event.clipboardData?.getData('text/plain') ?? '';
    // A picture, or files: an empty text would empty all that is selected.
    if (text === '') return;
    this.#arrive();
    const isBlock = /[\t\n]/.test(text);
    if (this.#editor.mode !== 'no' && !isBlock) return;
    event.preventDefault();
    this.#close();
    const { cells, outside, covers } = pastedBlock(this.board, rectangleOf(this.selection), text);
    this.#change(this.board.model.type(cells));
    const { top, left, bottom, right } = covers;
    this.#select({ anchor: { row: bottom, column: right }, head: { row: top, column: left } });
    this.board.table.focus(this.selection.head);
    const { pasted, outside: outsideWords } = this.#words;
    this.events.say(`${pasted(cells.length)} ${outside > 0 ? outsideWords(outside) : ''}`.trim());
  }

  #change(keys: ReadonlySet<string>): void {
    if (keys.size === 0) return;
    this.board.paint(keys);
    this.events.changed(keys);
  }
}
