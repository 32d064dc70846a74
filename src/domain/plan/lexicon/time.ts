import type { DeadlineBound, DutyPeriod } from '../reading.ts';

/** Words, folded, that stand before the day of a deadline. */
export const BOUNDS: readonly (readonly [words: string, bound: DeadlineBound])[] = [
  ['cham nhat(?: la)?(?: vao| den| truoc)?', 'by'],
  ['khong (?:qua|muon hon|cham hon)', 'by'],
  ['den het', 'until'],
  ['truoc', 'before'],
  ['muon nhat(?: la)?(?: vao)?', 'by'],
  ['het', 'until'],
  ['den(?: truoc)?', 'until'],
  ['(?:trong|vao|xong trong|hoan thanh(?: vao| trong)?)', 'by'],
  [
    '(?:thoi )?han(?: (?:cuoi|chot|cung)| (?:hoan thanh|thuc hien|xong|gui|nop|bao cao)(?: [a-z]{2,7}){0,4}?)?(?: la)?:?',
    'by',
  ],
  ['thoi gian (?:hoan thanh|gui|nop|bao cao)(?: (?:bao cao|ho so|ket qua))?(?: la)?:?', 'by'],
];

/** Words, folded, that say how often a duty returns. */
export const PERIODS: readonly (readonly [pattern: RegExp, period: DutyPeriod])[] = [
  [/\b(?:hai|02|2) nam(?: (?:mot|01|1) lan)?\b.{0,1}|dinh ky (?:hai|02|2) nam/u, 'every_2_years'],
  [/\b(?:hang|hằng|moi) thang\b|\b01 thang 01 lan|\b(?:mot|1) thang (?:mot|1) lan|dinh ky thang/u, 'monthly'],
  [/\b(?:hang|moi) quy\b|dinh ky quy|\bhang thang, quy\b/u, 'quarterly'],
  [/\b(?:0?6|sau) thang(?: dau nam| cuoi nam|,| \(|\b)/u, 'half_year'],
  [/\b(?:dau|cuoi|hang) nam hoc\b/u, 'school_year'],
  [/\b(?:hang|moi) nam\b|dinh ky nam/u, 'yearly'],
  [/thang hanh dong vi tre em|quoc te thieu nhi|trung thu|tet nguyen dan|dip he\b/u, 'yearly_events'],
  [/bao cao dot xuat|\bdot xuat\b|khi co yeu cau|khi phat sinh|khi xay ra/u, 'on_event'],
  [/thuong xuyen|lien tuc/u, 'continuous'],
];
