import type { PlaceKind } from './kinds.ts';

/** Days on which a place was not in force though it began before and goes on after. */
export interface Rest {
  readonly from: string;
  /** The first day on which it is in force again. */
  readonly until: string;
}

export type ChangeKind = 'renamed' | 'merged' | 'split' | 'ended' | 'taken_up_again';

export interface Called {
  readonly type: string;
  readonly name: string;
}

/** A village or school with its days. All days are `YYYY-MM-DD`. */
export interface Place extends Called {
  readonly id: string;
  readonly kind: PlaceKind;
  readonly validFrom: string;
  /** The first day on which it is no longer in force. */
  readonly validUntil: string | null;
  readonly rests: readonly Rest[];
  /** What was done with it last; null for what only was added. */
  readonly lastChange: { readonly kind: ChangeKind; readonly day: string } | null;
}

/** Whether the place is in force on a day. */
export function isInForce({ validFrom, validUntil, rests }: Place, day: string): boolean {
  return (
    validFrom <= day &&
    (validUntil === null || day < validUntil) &&
    !rests.some(({ from, until }) => from <= day && day < until)
  );
}

/** The key by which two places of a unit are called the same: "Thôn  đoàn kết" is "thôn Đoàn Kết". */
export function callKey({ type, name }: Called): string {
  return `${type} ${name}`.replace(/\s+/g, ' ').trim().toLocaleLowerCase('vi');
}
