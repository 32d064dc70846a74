import { type Figure, given, NO_DATA, NOT_DUE, notApplicable } from '../../domain/scoring/index.ts';
import { normaliseText, parseWholeNumber } from '../../domain/text/index.ts';
import type { FiguresFileFault, FiguresFileFaultCode } from './fault.ts';
import { type Label, type MessageKey, type MessageParameters, say } from './messages.ts';
import { answerOfWord, stateOfWord } from './state-words.ts';
import type { TableCell } from './table.ts';

/** The cells of a row that make one figure. */
export interface FigureCells {
  readonly name: string;
  readonly label: Label;
  readonly value: TableCell | undefined;
  readonly state: TableCell | undefined;
  readonly reason: TableCell | undefined;
  /** Where the value would be, when its cell is not there. */
  readonly where: string;
}

export type Reading = { readonly figure: Figure } | { readonly fault: FiguresFileFault };

/** The text of a cell as a person sees it. */
export function textOfCell(cell: TableCell | undefined): string {
  if (cell === undefined) return '';
  const { value } = cell;
  switch (value.kind) {
    case 'text':
      return normaliseText(value.text);
    case 'number':
      return String(value.number);
    case 'boolean':
      return String(value.boolean);
    case 'error':
      return value.text;
    default:
      return '';
  }
}

function readValue(cells: FigureCells, cell: TableCell): Reading {
  const { name, label } = cells;
  const fault = <Key extends MessageKey>(
    code: FiguresFileFaultCode,
    key: Key,
    ...parameters: MessageParameters<Key>
  ): Reading => ({ fault: { code, where: cell.where, name, ...say(key, ...parameters) } });
  const { value } = cell;
  switch (value.kind) {
    case 'empty':
      return { figure: NO_DATA };
    case 'boolean':
      return { figure: given(value.boolean) };
    case 'date':
      return fault('wrong_kind', 'date', label);
    case 'error':
      return fault('wrong_kind', 'cellError', label, value.text);
    case 'number': {
      const shown = String(value.number).replace('.', ',');
      if (!Number.isFinite(value.number)) return fault('wrong_kind', 'notANumber', label, shown);
      if (!Number.isInteger(value.number)) return fault('not_whole', 'notWhole', label, shown);
      return { figure: given(value.number === 0 ? 0 : value.number) };
    }
    case 'text': {
      const text = normaliseText(value.text);
      if (text === '') return { figure: NO_DATA };
      const answer = answerOfWord(text);
      if (answer !== null) return { figure: given(answer) };
      const number = parseWholeNumber(text);
      if (number.ok) return { figure: given(number.value) };
      switch (number.fault) {
        case 'fraction':
          return fault('not_whole', 'notWhole', label, text);
        case 'negative':
          return fault('negative', 'negative', label, text);
        case 'too_large':
          return fault('too_large', 'tooLarge', label, text);
        case 'formula':
          return fault('formula', 'formula', label);
        default:
          return fault('wrong_kind', 'notANumber', label, text);
      }
    }
  }
}

/**
 * Reads one figure from its cells. The state may stand in a column of its own, or as a word in place of the value.
 * An empty row is a figure that is not there yet. Nothing is guessed: a value beside a state that has none is a fault.
 */
export function readFigure(cells: FigureCells): Reading {
  const { name, label, value, state, reason, where } = cells;
  const at = value?.where ?? where;
  const formula = [value, state].find((cell) => cell?.formula);
  if (formula) return { fault: { code: 'formula', where: formula.where, name, ...say('formula', label) } };
  const valueText = textOfCell(value);
  const stateInValue = stateOfWord(valueText);
  const stateText = textOfCell(state);
  const stateInColumn = stateText === '' ? null : stateOfWord(stateText);
  if (state !== undefined && stateText !== '' && stateInColumn === null)
    return {
      fault: { code: 'state_unknown', where: state.where, name, ...say('stateUnknown', label, stateText) },
    };
  const valueless = stateInColumn !== null && stateInColumn !== 'given';
  if (valueless && value !== undefined && valueText !== '' && stateInValue !== stateInColumn)
    return {
      fault: {
        code: 'state_conflict',
        where: at,
        name,
        ...say('stateConflict', label, valueText, stateText),
      },
    };
  switch (valueless ? stateInColumn : stateInValue) {
    case 'no_data':
      return { figure: NO_DATA };
    case 'not_due':
      return { figure: NOT_DUE };
    case 'not_applicable': {
      const text = unneutralised(textOfCell(reason));
      if (text !== '') return { figure: notApplicable(text) };
      return {
        fault: { code: 'reason_missing', where: reason?.where ?? at, name, ...say('reasonMissing', label) },
      };
    }
    default:
      return value === undefined ? { figure: NO_DATA } : readValue(cells, value);
  }
}

/** Takes off the apostrophe that keeps a text from being taken for a formula (see `neutralised`). */
function unneutralised(text: string): string {
  return /^'+[=+\-@]/.test(text) ? text.slice(1) : text;
}
