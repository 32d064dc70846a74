import {
  formatNumber,
  type Language,
  normaliseText,
  readVietnameseDate,
} from '../../../domain/text/index.ts';
import type { Area } from '../../../platform/pictures/index.ts';
import type { Fields } from '../../activities/index.ts';

export const MOST_AREAS = 40;
/** The four boxes of an area, in percent: `trai_1`, `tren_1`, `rong_1`, `cao_1`. */
export const AREA_BOXES = ['trai', 'tren', 'rong', 'cao'] as const;

/** The number of the page whose areas are in the boxes, and the page to show next. */
export const PAGE_SHOWN = 'trang';
export const PAGE_NEXT = 'sang';
/** The areas of a page that is not shown. */
export const pageBox = (page: number): string => `vung_${page}`;

type RowsReading =
  | { readonly ok: true; readonly areas: readonly Area[] }
  | { readonly ok: false; readonly row: number };

export type AreasReading =
  | {
      readonly ok: true;
      /** By number of the page, from 1; pages without an area are left out. */
      readonly areas: ReadonlyMap<number, readonly Area[]>;
      readonly shown: number;
      /** Null where no other page was asked for. */
      readonly next: number | null;
    }
  | {
      readonly ok: false;
      readonly fault: 'areaFault';
      readonly row: number;
      readonly areas: ReadonlyMap<number, readonly Area[]>;
      readonly shown: number;
    };

function percentOf(typed: string): number | null {
  const number = /^\d{1,3}([.,]\d{1,6})?$/.test(typed) ? Number(typed.replace(',', '.')) : 101;
  return number <= 100 ? number / 100 : null;
}

/** Four boxes as an area; what reaches over an edge ends at it. */
function areaOf(typed: readonly string[]): Area | null {
  const [left, top, width, height] = typed.map(percentOf);
  // What begins at the right or lower edge would cover nothing.
  if (left == null || top == null || left === 1 || top === 1 || !width || !height) return null;
  return { left, top, width: Math.min(width, 1 - left), height: Math.min(height, 1 - top) };
}

/** The areas in the boxes; rows that are empty are passed over. */
function readRows(fields: Fields): RowsReading {
  const areas: Area[] = [];
  for (let row = 1; row <= MOST_AREAS; row++) {
    const typed = AREA_BOXES.map((box) => normaliseText(fields[`${box}_${row}`] ?? ''));
    if (typed.every((text) => text === '')) continue;
    const area = areaOf(typed);
    if (area === null) return { ok: false, row };
    areas.push(area);
  }
  return { ok: true, areas };
}

/** "25 10 20 30; 5 5 10 10": what a page that is not shown sends along. */
const readAlong = (text: string): readonly Area[] =>
  text
    .split(';')
    .slice(0, MOST_AREAS)
    .flatMap((one) => areaOf(one.trim().split(' ')) ?? []);

const percentsOf = ({ left, top, width, height }: Area): number[] =>
  [left, top, width, height].map((fraction) => Math.round(fraction * 100_000) / 1000);

/** The opposite of reading what a page sends along. */
export const sentAlong = (areas: readonly Area[]): string =>
  areas.map((area) => percentsOf(area).join(' ')).join(';');

/** Areas as they stand in the boxes of the page that is shown. */
export const boxesOfAreas = (areas: readonly Area[], language: Language): Fields =>
  Object.fromEntries(
    areas.flatMap((area, index) => {
      const percents = percentsOf(area);
      return AREA_BOXES.map((box, at) => [`${box}_${index + 1}`, formatNumber(percents[at]!, language)]);
    }),
  );

/** The areas of the form, of the page that is shown and of the others. @param pages how many the file has; a picture is one */
export function readAreas(fields: Fields, pages: number): AreasReading {
  const pageIn = (field: string) => {
    const page = /^\d{1,2}$/.test(fields[field] ?? '') ? Number(fields[field]) : 0;
    return page >= 1 && page <= pages ? page : null;
  };
  const shown = pageIn(PAGE_SHOWN) ?? 1;
  const rows = readRows(fields);
  const areas = new Map<number, readonly Area[]>();
  for (let page = 1; page <= pages; page++) {
    const ofPage = page !== shown ? readAlong(fields[pageBox(page)] ?? '') : rows.ok ? rows.areas : [];
    if (ofPage.length > 0) areas.set(page, ofPage);
  }
  return rows.ok
    ? { ok: true, areas, shown, next: pageIn(PAGE_NEXT) }
    : { ok: false, fault: 'areaFault', row: rows.row, areas, shown };
}

export type PaperFault = 'paperEmpty' | 'paperKind' | 'paperInfected' | 'paperUnscanned' | 'paperDamaged';
export type ConsentFault =
  | 'markMissing'
  | 'markLong'
  | 'dayFault'
  | 'dayNotInCalendar'
  | 'dayInFuture'
  | 'nobodyAgreed'
  | 'fileReplaced'
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
    const read = readVietnameseDate(typed);
    if (!read.ok) {
      faults[field] = read.fault === 'not_in_calendar' ? 'dayNotInCalendar' : 'dayFault';
      return null;
    }
    if (read.date > today) faults[field] = 'dayInFuture';
    return read.date;
  };
  const sevenOrOlder = fields.tu_7_tuoi !== undefined;
  const guardianAgreedOn = day('ngay_cha_me');
  const childAgreedOn = day('ngay_tre');
  if (guardianAgreedOn === null && childAgreedOn === null) faults.ngay_cha_me ??= 'nobodyAgreed';
  return Object.keys(faults).length > 0
    ? { ok: false, faults }
    : { ok: true, value: { mark, sevenOrOlder, guardianAgreedOn, childAgreedOn } };
}
