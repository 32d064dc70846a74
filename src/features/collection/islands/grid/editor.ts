/** `overwrite`: typing began over the cell; `inside`: what was there is edited. */
export type EditMode = 'overwrite' | 'inside';

interface Opened {
  readonly field: HTMLInputElement | HTMLSelectElement;
  readonly mode: EditMode;
  /** What was in the field when it opened. */
  readonly from: string;
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
    return this.#opened?.mode ?? 'no';
  }

  /**
   * @param value of the cell; its text gives way to the field, and is to be painted again after `close`
   * @param left when the focus leaves the field by itself
   */
  open(value: HTMLElement, { mode, text, label, choices, isNumber }: Opening, left: () => void): void {
    const field = choices === null ? textField(text, isNumber) : choice(choices, text);
    field.className = 'cell-editor';
    field.setAttribute('aria-label', label);
    this.#opened = { field, mode, from: mode === 'overwrite' ? '' : text };
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
    const { value } = opened.field;
    opened.field.remove();
    return value === opened.from && opened.mode === 'inside' ? null : value;
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
