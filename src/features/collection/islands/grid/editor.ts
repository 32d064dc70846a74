/** `overwrite`: typing began over the cell; `inside`: what was there is edited. */
export type EditMode = 'overwrite' | 'inside';

interface Opened {
  readonly value: HTMLElement;
  readonly opening: Opening;
  readonly left: () => void;
  /** Null until it stands in the cell. */
  field: HTMLInputElement | HTMLSelectElement | null;
}

export interface Opening {
  readonly mode: EditMode;
  readonly text: string;
  readonly label: string;
  /** Offered for choice instead of typing. */
  readonly choices: readonly string[] | null;
  readonly isNumber: boolean;
}

/** The one field of the grid, which moves into the cell that is edited. */
export class Editor {
  #opened: Opened | null = null;

  get mode(): EditMode | 'no' {
    return this.#opened?.opening.mode ?? 'no';
  }

  get hasField(): boolean {
    return this.#opened !== null && this.#opened.field !== null;
  }

  /**
   * What is typed over a cell is shown at once and its field comes after that paint: to move the focus into a field costs a
   * slow phone as much as all the rest of a key.
   * @param value of the cell; its text gives way to the field, and is to be painted again after `close`
   * @param left when the focus leaves the field by itself
   */
  open(value: HTMLElement, opening: Opening, left: () => void): void {
    this.#opened = { value, opening, left, field: null };
    if (opening.mode === 'inside') {
      this.settle();
      return;
    }
    (value.firstChild as Text).data = opening.text;
    requestAnimationFrame(() => setTimeout(() => this.settle()));
  }

  /** The field stands in the cell, so that the browser can do there what it does with a key. */
  settle(): void {
    const opened = this.#opened;
    if (opened === null || opened.field !== null) return;
    const { value, left } = opened;
    if (value.parentElement !== document.activeElement) {
      left();
      return;
    }
    const { text, label, choices, isNumber } = opened.opening;
    const field = choices === null ? textField(text, isNumber) : choice(choices, text);
    field.className = 'cell-editor';
    field.setAttribute('aria-label', label);
    opened.field = field;
    (value.firstChild as Text).data = '';
    value.append(field);
    field.focus();
    if (field instanceof HTMLInputElement) field.setSelectionRange(text.length, text.length);
    field.addEventListener('focusout', left);
    if (choices !== null) field.addEventListener('change', left);
  }

  /** Takes the field away. @returns what is in it, or null when it was not open or is as it was */
  close(): string | null {
    const opened = this.#opened;
    if (opened === null) return null;
    this.#opened = null;
    const { field, opening } = opened;
    const text = field?.value ?? opening.text;
    field?.remove();
    return opening.mode === 'inside' && text === opening.text ? null : text;
  }
}

function textField(text: string, isNumber: boolean): HTMLInputElement {
  const input = document.createElement('input');
  input.type = 'text';
  input.inputMode = isNumber ? 'numeric' : 'text';
  input.autocomplete = 'off';
  input.spellcheck = false;
  input.value = text;
  return input;
}

function choice(choices: readonly string[], chosen: string): HTMLSelectElement {
  const select = document.createElement('select');
  for (const text of choices) select.add(new Option(text, text, false, text === chosen));
  return select;
}
