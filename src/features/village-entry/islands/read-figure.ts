import { faultOfRemark } from '../../../domain/collection/index.ts';
import { type Figure, LARGEST_FIGURE } from '../../../domain/scoring/index.ts';
import { normaliseText, parseWholeNumber } from '../../../domain/text/index.ts';

/** What the boxes of one figure hold, as typed. */
export interface Boxes {
  /** A number, or `co` and `khong`. */
  readonly text: string;
  /** Why there is no number: a state of figures, or nothing. */
  readonly state: string;
  readonly reason: string;
}

export type BoxFault =
  | 'not_a_number'
  | 'negative'
  | 'fraction'
  | 'too_large'
  | 'reason_missing'
  | 'remark_too_long';

export type BoxReading =
  | { readonly ok: true; readonly figure: Figure }
  | { readonly ok: false; readonly fault: BoxFault };

/** Whether it is the reason that is to be mended, and not the number. */
export const isOfReason = (fault: BoxFault | null): boolean =>
  fault === 'reason_missing' || fault === 'remark_too_long';

/** Reads boxes by the same rules on the device and on the server. Empty boxes are "no data yet". */
export function readBoxes(asked: 'count' | 'yes_no', { text, state, reason }: Boxes): BoxReading {
  const typed = normaliseText(text);
  if (typed !== '') return asked === 'yes_no' ? readAnswer(typed) : readNumber(typed);
  switch (state) {
    case 'not_applicable': {
      const why = normaliseText(reason);
      if (why === '') return { ok: false, fault: 'reason_missing' };
      return faultOfRemark(why) === null
        ? { ok: true, figure: { state, reason: why } }
        : { ok: false, fault: 'remark_too_long' };
    }
    case 'not_due':
      return { ok: true, figure: { state } };
    default:
      return { ok: true, figure: { state: 'no_data' } };
  }
}

function readAnswer(typed: string): BoxReading {
  return typed === 'co' || typed === 'khong'
    ? { ok: true, figure: { state: 'given', value: typed === 'co' } }
    : { ok: false, fault: 'not_a_number' };
}

function readNumber(typed: string): BoxReading {
  const reading = parseWholeNumber(typed);
  if (reading.ok)
    return reading.value > LARGEST_FIGURE
      ? { ok: false, fault: 'too_large' }
      : { ok: true, figure: { state: 'given', value: reading.value } };
  const { fault } = reading;
  return { ok: false, fault: fault === 'empty' || fault === 'formula' ? 'not_a_number' : fault };
}

/** What the boxes show of a figure. */
export function boxesOf(figure: Figure): Boxes {
  switch (figure.state) {
    case 'given': {
      const { value } = figure;
      const text = typeof value === 'boolean' ? (value ? 'co' : 'khong') : String(value);
      return { text, state: '', reason: '' };
    }
    case 'not_applicable':
      return { text: '', state: figure.state, reason: figure.reason };
    case 'not_due':
      return { text: '', state: figure.state, reason: '' };
    default:
      return { text: '', state: '', reason: '' };
  }
}
