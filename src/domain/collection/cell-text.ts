import { type Figure, given, NO_DATA, NOT_DUE, notApplicable } from '../scoring/index.ts';
import {
  formatNumber,
  type Language,
  normaliseText,
  parseWholeNumber,
  searchKey,
  type WholeNumberFault,
} from '../text/index.ts';

/** Why a text is no figure of its column. */
export type CellTextFault = Exclude<WholeNumberFault, 'empty'> | 'not_yes_no' | 'reason_missing';

export type CellTextReading =
  | { readonly ok: true; readonly figure: Figure }
  | { readonly ok: false; readonly fault: CellTextFault };

const YES: ReadonlySet<string> = new Set(['co', 'c', 'yes', 'y', 'true', '1']);
const NO: ReadonlySet<string> = new Set(['khong', 'k', 'no', 'n', 'false', '0']);
const NOT_APPLICABLE = /^x\s*(?:[:;,.]\s*|\s+)(\S.*)$/isu;

/**
 * Reads a cell as it is typed, or pasted from a spreadsheet: nothing is no data, `—` is not due yet, `x: lý do` does not
 * exist here; a count by the rules of `parseWholeNumber`; yes and no as "Có", "c", "1" and "Không", "k", "0".
 * A bare `x` is never guessed: on paper it means yes as often as that there is nothing to say.
 */
export function readCellText(asked: 'count' | 'yes_no', typed: string): CellTextReading {
  const text = normaliseText(typed);
  if (text === '') return { ok: true, figure: NO_DATA };
  if (text === '—' || text === '–') return { ok: true, figure: NOT_DUE };
  const reason = NOT_APPLICABLE.exec(text)?.[1];
  if (reason !== undefined) return { ok: true, figure: notApplicable(reason) };
  if (asked === 'yes_no') {
    const key = searchKey(text);
    if (YES.has(key)) return { ok: true, figure: given(true) };
    if (NO.has(key)) return { ok: true, figure: given(false) };
    return { ok: false, fault: 'not_yes_no' };
  }
  if (text.toLowerCase() === 'x') return { ok: false, fault: 'reason_missing' };
  const number = parseWholeNumber(text);
  if (number.ok) return { ok: true, figure: given(number.value) };
  return { ok: false, fault: number.fault === 'empty' ? 'not_a_number' : number.fault };
}

/** A figure as it stands in its cell: "1.234", "Có", "x", "—", or nothing. */
export function cellText(figure: Figure, language: Language): string {
  switch (figure.state) {
    case 'given':
      if (typeof figure.value === 'number') return formatNumber(figure.value, language);
      return yesNoText(figure.value, language);
    case 'not_applicable':
      return 'x';
    case 'not_due':
      return '—';
    case 'no_data':
      return '';
  }
}

/** A figure as it is edited and copied: without marks, which a spreadsheet set to another language reads otherwise. */
export function editText(figure: Figure, language: Language): string {
  if (figure.state === 'given' && typeof figure.value === 'number') return String(figure.value);
  return figure.state === 'not_applicable' ? `x: ${figure.reason}` : cellText(figure, language);
}

function yesNoText(value: boolean, language: Language): string {
  if (language === 'vi') return value ? 'Có' : 'Không';
  return value ? 'Yes' : 'No';
}
