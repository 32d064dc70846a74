import { normaliseText, parseVietnameseDate } from '../../../domain/text/index.ts';
import type { Area } from '../../../platform/pictures/index.ts';
import type { Fields } from '../../activities/index.ts';

export const MOST_AREAS = 40;
/** The four boxes of an area, in percent: `trai_1`, `tren_1`, `rong_1`, `cao_1`. */
export const AREA_BOXES = ['trai', 'tren', 'rong', 'cao'] as const;

export type AreasReading =
  | { readonly ok: true; readonly areas: readonly Area[] }
  | { readonly ok: false; readonly fault: 'none' | 'areaFault'; readonly row: number };

function percentOf(typed: string): number | null {
  const number = /^\d{1,3}([.,]\d{1,6})?$/.test(typed) ? Number(typed.replace(',', '.')) : 101;
  return number <= 100 ? number / 100 : null;
}

/** The areas of the form; rows that are empty are passed over, what reaches over an edge ends at it. */
export function readAreas(fields: Fields): AreasReading {
  const areas: Area[] = [];
  for (let row = 1; row <= MOST_AREAS; row++) {
    const typed = AREA_BOXES.map((box) => normaliseText(fields[`${box}_${row}`] ?? ''));
    if (typed.every((text) => text === '')) continue;
    const [left, top, width, height] = typed.map(percentOf);
    if (left == null || top == null || !width || !height) return { ok: false, fault: 'areaFault', row };
    areas.push({ left, top, width: Math.min(width, 1 - left), height: Math.min(height, 1 - top) });
  }
  return areas.length === 0 ? { ok: false, fault: 'none', row: 1 } : { ok: true, areas };
}

export type PaperFault = 'paperEmpty' | 'paperKind' | 'paperDamaged';
export type ConsentFault =
  | 'markMissing'
  | 'markLong'
  | 'dayFault'
  | 'dayInFuture'
  | 'nobodyAgreed'
  | PaperFault;
export interface NewConsent {
  readonly mark: string;
  readonly sevenOrOlder: boolean;
  readonly guardianAgreedOn: string | null;
  readonly childAgreedOn: string | null;
}
export type ConsentReading =
  | { readonly ok: true; readonly value: NewConsent }
  | { readonly ok: false; readonly faults: Readonly<Record<string, ConsentFault>> };

/** Reads the form of a consent. @param today nobody agrees later */
export function readConsent(fields: Fields, today: string): ConsentReading {
  const faults: Record<string, ConsentFault> = {};
  const mark = normaliseText(fields.dau_hieu ?? '');
  if (mark === '') faults.dau_hieu = 'markMissing';
  else if (mark.length > 100) faults.dau_hieu = 'markLong';
  const day = (field: string): string | null => {
    const typed = normaliseText(fields[field] ?? '');
    if (typed === '') return null;
    const read = parseVietnameseDate(typed);
    if (read === null) faults[field] = 'dayFault';
    else if (read > today) faults[field] = 'dayInFuture';
    return read;
  };
  const sevenOrOlder = fields.tu_7_tuoi !== undefined;
  const guardianAgreedOn = day('ngay_cha_me');
  const childAgreedOn = day('ngay_tre');
  if (guardianAgreedOn === null && childAgreedOn === null) faults.ngay_cha_me ??= 'nobodyAgreed';
  return Object.keys(faults).length > 0
    ? { ok: false, faults }
    : { ok: true, value: { mark, sevenOrOlder, guardianAgreedOn, childAgreedOn } };
}
