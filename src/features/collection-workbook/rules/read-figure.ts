import { faultOfFigure, type Item, LONGEST_REMARK } from '../../../domain/collection/index.ts';
import { type Figure, given, NO_DATA, NOT_DUE, notApplicable } from '../../../domain/scoring/index.ts';
import { normaliseText, parseWholeNumber, searchKey } from '../../../domain/text/index.ts';
import { answerOfWord, NO, STATE_WORDS, stateOfWord, type TableCell, YES } from '../../figures-file/index.ts';

/** Why a cell of a workbook is no figure. */
export type FigureFault =
  | 'not_a_number'
  | 'not_whole'
  | 'negative'
  | 'too_large'
  | 'date'
  | 'cell_error'
  | 'not_an_answer'
  | 'formula'
  | 'reason_missing'
  | 'reason_long';

export type FigureReading =
  | { readonly figure: Figure }
  /** @property shown what stands in the cell */
  | { readonly fault: FigureFault; readonly shown: string };

/** How “Không áp dụng” is typed in a narrow cell; the reason follows a colon. */
export const NOT_APPLICABLE_SIGN = 'KAD';
const NOT_APPLICABLE =
  /^(?:kad|không\s+áp\s+dụng|khong\s+ap\s+dung)(?![\p{L}\p{N}])\s*[:;,.\-–—]?\s*(.*)$/isu;

/** The text of a cell as a person sees it; numbers with a decimal comma. */
export function shownIn(cell: TableCell | undefined): string {
  const value = cell?.value;
  switch (value?.kind) {
    case 'text':
      return normaliseText(value.text);
    case 'number':
      return String(value.number).replace('.', ',');
    case 'boolean':
      return value.boolean ? YES : NO;
    case 'error':
      return value.text;
    default:
      return '';
  }
}

function readAnswer(text: string): boolean | null {
  if (text === '1') return true;
  if (text === '0') return false;
  return searchKey(text) === 'x' ? true : answerOfWord(text);
}

function readText(text: string, item: Item, reasonBeside: string): FigureReading {
  const fault = (fault: FigureFault): FigureReading => ({ fault, shown: text });
  const notApplied = NOT_APPLICABLE.exec(text);
  if (notApplied !== null) {
    const reason = normaliseText(notApplied[1]!) || reasonBeside;
    if (reason === '') return fault('reason_missing');
    return reason.length > LONGEST_REMARK ? fault('reason_long') : { figure: notApplicable(reason) };
  }
  const state = stateOfWord(text);
  if (state === 'no_data') return { figure: NO_DATA };
  if (state === 'not_due') return { figure: NOT_DUE };
  if (item.collection.asked === 'yes_no') {
    const answer = readAnswer(text);
    return answer === null ? fault('not_an_answer') : { figure: given(answer) };
  }
  const number = parseWholeNumber(text);
  if (number.ok) return { figure: given(number.value) };
  switch (number.fault) {
    case 'fraction':
      return fault('not_whole');
    case 'negative':
    case 'too_large':
    case 'formula':
      return fault(number.fault);
    default:
      return fault('not_a_number');
  }
}

/**
 * Reads a figure from the cell of a workbook, as a person typed or pasted it: “1.234”, “1 234” and 1234 are the same,
 * “95,7” is no count, and nothing is rounded. An empty cell is no data. Never throws.
 * @param reasonBeside why the figure is not applicable, where it stands in a note or in the column of the row
 */
export function readFigure(cell: TableCell | undefined, item: Item, reasonBeside = ''): FigureReading {
  const value = cell?.value ?? { kind: 'empty' };
  const shown = shownIn(cell);
  switch (value.kind) {
    case 'empty':
      // A formula that another program has not computed: what it would come to is not known.
      return cell?.formula ? { fault: 'formula', shown: '' } : { figure: NO_DATA };
    case 'date':
      return { fault: 'date', shown };
    case 'error':
      return { fault: 'cell_error', shown };
    case 'text':
      return shown === '' ? { figure: NO_DATA } : readText(shown, item, reasonBeside);
    case 'boolean':
      return item.collection.asked === 'yes_no'
        ? { figure: given(value.boolean) }
        : { fault: 'not_a_number', shown };
    case 'number':
      return readNumber(value.number, shown, item);
  }
}

function readNumber(number: number, shown: string, item: Item): FigureReading {
  if (item.collection.asked === 'yes_no')
    return number === 0 || number === 1 ? { figure: given(number === 1) } : { fault: 'not_an_answer', shown };
  if (!Number.isFinite(number)) return { fault: 'not_a_number', shown };
  // Zero is told from its negative by comparison of stored figures only.
  const figure = given(number === 0 ? 0 : number);
  switch (faultOfFigure(item, figure)) {
    case null:
      return { figure };
    case 'not_whole':
      return { fault: 'not_whole', shown };
    case 'negative':
      return { fault: 'negative', shown };
    default:
      return { fault: 'too_large', shown };
  }
}

/** What the template writes into a cell for a figure; read back it is the same figure. Null for an empty cell. */
export function cellOfFigure(figure: Figure): string | number | null {
  switch (figure.state) {
    case 'given':
      return typeof figure.value === 'boolean' ? (figure.value ? YES : NO) : figure.value;
    case 'not_applicable':
      return `${NOT_APPLICABLE_SIGN}: ${figure.reason}`;
    case 'not_due':
      return STATE_WORDS.not_due;
    case 'no_data':
      return null;
  }
}
