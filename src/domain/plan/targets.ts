import { fold } from './fold.ts';
import type { Read, ReadTarget, TargetOperator } from './reading.ts';
import { clausesOf, quoteAround } from './sentences.ts';
import { withoutEnd } from './trim-end.ts';

const COUNTED =
  'xa|phuong|thi tran|thon|ban|khu pho|to dan pho|khom|ap|truong|don vi|ho|tieu chi|chi tieu|huyen|cau lac bo|lop|cuoc|mo hinh|tre em|tre|em|tin bai|tin|bai|buoi|dot|co so|dien dan|hoi nghi|san choi|diem|nguoi|vu|truong hop|suat|lan|co quan|lop tap huan|khu dan cu|phut|ngay|gio|ngoi nha|nha|be boi|can bo|cong tac vien|hoc sinh|luot tre em|luot tre|luot nguoi|luot|gia dinh|suat hoc bong|suat qua|phan qua|hoc bong';
/** Percentages, parts of a whole, rates, and counts; on folded text. */
const FIGURE = new RegExp(
  `(\\d{1,3}(?:[.,]\\d{1,3})?)(?:\\s?[%‰]?\\s?(?:-|den)\\s?\\d{1,3}(?:[.,]\\d{1,3})?)?\\s?(%|‰)` +
    `|(\\d{1,4}(?:[.,]\\d{1,2})?)\\s?/\\s?(1\\.?000|10\\.?000|100\\.?000)\\s(?=[a-z])` +
    `|(?<![\\d/])(\\d{1,4})\\s?/\\s?(\\d{1,4})\\s(${COUNTED})(?![a-z0-9])` +
    `|(?<![\\d/.,-])(\\d{1,3}(?:\\.\\d{3})+|\\d{1,6})(?:\\s?(?:-|den)\\s?\\d{1,6})?\\s(${COUNTED})(?![a-z0-9])`,
  'gu',
);
const AT_MOST =
  /(?:khong (?:qua|vuot qua|vuot|cao hon)|toi da|<=|≤|xuong(?: con)?|(?:giam )?con|khong de .{0,30}qua)\s(?:khoang |o muc )?$/u;
const BELOW = /(?:duoi|thap hon|nho hon|<)\s?(?:muc )?$/u;
const AT_LEAST =
  /(?:it nhat|toi thieu|tren|hon|>=|≥|>|dat tu|tu|len|dat|dat ty le|dat tren|len tren|khong duoi|khong thap hon)\s(?:khoang )?$/u;
const AT_LEAST_EXPRESS =
  /(?:it nhat|toi thieu|tren|khong duoi|>=|≥|>|khong thap hon)\s(?:la |co |khoang )?$/u;
const UPWARDS = /^\s*(?:[a-z]+\s){0,4}tro len/u;
const PRECEDED_BY_NO_TARGET = /(?:chiem|tinh den|nam \d{4} dat|la|duoc giam|hien co|ty le hien nay)\s$/u;
/** The figure from which something shall rise or fall is where it stands now. */
const LEAVES = /(?:^|\s)tu $/u;
const TO_ANOTHER = /^(?:\s(?:nam|vao nam|hien nay|cuoi nam)[^,;]{0,12})?\s(?:len|xuong)\b/u;
const MAINTAINS = /\b(?:duy tri|giu vung|giu nguyen)\b/u;
const REDUCES = /\b(?:keo giam|giam)\b(?! (?:thieu|doc|sat|ngheo|nhe))/u;
const INCREASES = /\b(?:tang|nang)\b(?! (?:cuong|cao))/u;
const STRIVES = /\bph[a]n dau\b/u;

/** A target that states no figure: something is kept, lowered or raised that can be counted. */
const WITHOUT_FIGURE =
  /^(?:tiep tuc |tung buoc |dong thoi |va |trong do |den [a-z\d ]{4,20},? |[a-z]+ tuc )*(?:phan dau |phan dau,? (?:tiep tuc )?)?(?:den [a-z\d ]{4,20},? )?(duy tri|giu vung|keo giam|giam|tang|nang)(?: (?:toi da|dan|manh|co ban|hang nam|dang ke|toi thieu))* (?=(?:cac )?(?:ty le|ti le|ty suat)\b|(?<!nang )(?:so|so luong|khong co|khong de|chi so)\b)/u;
/** The same behind a comma, where it is measured against another time. */
const AGAINST_BEFORE =
  /, (?=(keo giam|giam|tang) (?:cac )?(?:ty le|ti le|so|so luong)\b[^,;]{0,200} so voi )/u;
const KEEPS_AT_ZERO = /\bduy tri (?:khong (?:co|de|xay ra|phat sinh))/u;

const numberIn = (digits: string, percent: boolean): number =>
  Number(percent || /,/u.test(digits) ? digits.replace(',', '.') : digits.replace(/\.(?=\d{3}\b)/gu, ''));

function operatorFor(before: string, after: string, value: number, percent: boolean): TargetOperator {
  const near = before.slice(-40);
  if (MAINTAINS.test(before)) return 'maintain';
  if (BELOW.test(near)) return '<';
  if (AT_MOST.test(near)) return '<=';
  if (UPWARDS.test(after) || AT_LEAST_EXPRESS.test(near)) return '>=';
  const reduced = REDUCES.test(before);
  if (reduced) return 'reduce';
  if (INCREASES.test(before) && !/(?:len|dat|dat ty le|tren)\s(?:tren |it nhat )?$/u.test(near))
    return 'increase';
  if (percent && value === 100) return '=';
  if (percent || AT_LEAST.test(near) || STRIVES.test(before)) return '>=';
  return '=';
}

const MAY_COUNT =
  /(?:it nhat|toi thieu|khong (?:vuot )?qua|khong vuot|xay ra qua|toi da|tren|duoi|phan dau|duy tri|khong duoi|giu vung|xuong con|giam con|con)\s(?:co |to chuc |xay dung |thanh lap |duoc |dat |khoang |tu |moi nam |hang nam |cho |tham gia )*$/u;

function withoutFigure(verb: string): TargetOperator {
  if (verb === 'duy tri' || verb === 'giu vung') return 'maintain';
  return verb === 'tang' || verb === 'nang' ? 'increase' : 'reduce';
}

export interface TargetScope {
  /** Whether the part states objectives: there also what has no percentage counts. */
  readonly states: boolean;
}

/** The measurable ends that a text states: one for each figure, and those that are kept, lowered or raised without one. */
export function targetsOf(read: Read, { states }: TargetScope): readonly ReadTarget[] {
  const { text } = read;
  if (!states && !text.includes('%')) return [];
  const targets: ReadTarget[] = [];
  for (const clause of clausesOf(text)) {
    const folded = fold(clause.text);
    const add = (
      operator: TargetOperator,
      value: number | null,
      unit: string | null,
      of: number | null,
      words: string,
    ): void => {
      const doubtful = unit === '%' && value !== null && value > 100;
      targets.push({
        text: withoutEnd(words, ' ;.'),
        lines: read.lines,
        doubts: doubtful ? [...read.doubts, 'figure_doubtful'] : read.doubts,
        operator,
        value,
        unit,
        of,
      });
    };
    let figures = 0;
    let last = 0;
    for (const found of folded.matchAll(FIGURE)) {
      const before = folded.slice(last, found.index);
      const end = found.index + found[0].length;
      const after = folded.slice(end, end + 60);
      if (LEAVES.test(before.slice(-4)) && TO_ANOTHER.test(after)) continue;
      const words = quoteAround(clause.text, found.index, end);
      const unitWord = found[7] ?? found[9];
      const unit = unitWord ? clause.text.slice(end - unitWord.length, end) : null;
      if (found[1] !== undefined) {
        if (/^\d/u.test(before.slice(-1)) || PRECEDED_BY_NO_TARGET.test(before.slice(-24))) continue;
        const value = numberIn(found[1], true);
        add(operatorFor(before, after, value, true), value, found[2]!, null, words);
      } else if (found[3] !== undefined && states) {
        const value = numberIn(found[3], true);
        add(operatorFor(before, after, value, false), value, `/${found[4]}`, null, words);
      } else if (found[5] !== undefined && states) {
        const [value, of] = [Number(found[5]), Number(found[6])];
        if (value > of || of === 0) continue;
        add(operatorFor(before, after, value, false), value, unit, of, words);
      } else if (
        found[8] !== undefined &&
        states &&
        MAY_COUNT.test(before.slice(-60)) &&
        !/(?:tu|tre em|tuoi) (?:duoi |tren )?$/u.test(before.slice(-20))
      ) {
        const value = numberIn(found[8], false);
        add(operatorFor(before, after, value, false), value, unit, null, words);
      } else continue;
      figures++;
      last = end;
    }
    if (figures > 0 || !states) continue;
    const without = WITHOUT_FIGURE.exec(folded) ?? AGAINST_BEFORE.exec(folded);
    if (!without) continue;
    const begin = without[0] === ', ' ? without.index + 2 : 0;
    const words = quoteAround(clause.text.slice(begin), 0, without[0].length);
    add(withoutFigure(without[1]!), KEEPS_AT_ZERO.test(folded) ? 0 : null, null, null, words);
  }
  return targets;
}
