import { parseVietnameseDate } from '../text/index.ts';
import { fold } from './fold.ts';
import { BOUNDS } from './lexicon/time.ts';
import type { Tier } from './lexicon/units.ts';
import type { DeadlineBound, Read, ReadDeadline } from './reading.ts';
import { quoteAround, sentencesOf } from './sentences.ts';
import type { UnitKind } from './unit-kind.ts';
import { unitKindOf } from './units.ts';

const DAY =
  '(\\d{1,2})(?:\\s?[/.-]\\s?(\\d{1,2})(?:\\s?[/.-]\\s?(\\d{4})(?!\\d))?|\\s+thang\\s+(\\d{1,2})(?:\\s*(?:,\\s*)?nam\\s+(\\d{4}))?)(?![\\d/%])';
const DUE = new RegExp(
  `(?<![a-z])(${BOUNDS.map(([words]) => words).join('|')})\\s(?:\\d{1,2}\\s?(?:gio|h)\\s?(?:\\d{1,2}(?:\\s?phut)?)?,?\\s)?(?:cac )?(?:het )?(?:cuoi )?(ngay\\s)?${DAY}`,
  'gu',
);
const AND_DAY = new RegExp(
  `^\\s?(?:\\([^()]{1,60}\\)\\s?)?(?:,|va|;|hoac)\\s(?:truoc )?(?:ngay\\s)?${DAY}`,
  'u',
);
const JOINT = /^[\s,;]*(?:va\s)?/u;
const AND_BEFORE = /^\s?(?:\([^()]*\)\s?)?[;,va]+\s?truoc/u;
/** Behind the day: it returns, and is no day of one year. */
const RETURNS = /^\s?(?:\([^()]{1,60}\)\s?)?(?:hang|moi)\s(?:nam|thang|quy)/u;
/** Without a fixed day: the end or the course of a year or month. */
const SOFT =
  /(?:den|truoc|trong|vao)\s(?:het\s|cuoi\s)*(?:nam(?:\s\d{4})?|thang\s\d{1,2}(?:\s?\/\s?\d{4}|\snam\s\d{4})?|quy\s[iv\d]{1,3}(?:\s?\/\s?\d{4})?)(?![a-z\d])/gu;
/** "Sinh trước ngày …" is a birth; "học sinh trước ngày …", "thống kê trước ngày …" are due. */
const NO_DEADLINE =
  /(?:tinh\s(?:tu|den)|(?<!(?:hoc|khai|ve|thong|thiet|dau|vat)\s)(?:sinh|ke|hieu luc|so lieu|luy ke|thoi diem|ban hanh|phat sinh|xay ra|giai doan|tu)(?:\s(?:tu|den|ngay))?)\s$/u;
const TO_WHOM =
  /(?:gửi|báo cáo|về|nộp)\s(?:(?:kết quả|hồ sơ|báo cáo|số liệu|kế hoạch)\s)?(?:về|qua|cho|đến|lên)\s((?:\p{Lu}|cấp|các cấp|công chức|phòng|cơ quan)[^.;:()]{1,120}?)(?=\s(?:trước|chậm|để|đến|vào|theo|thông qua|\(|tổng hợp)|[,;.()]|$)/u;

export interface DueContext {
  readonly year: number | null;
  /** Before this year nothing can be due. */
  readonly firstYear: number | null;
  /** Whether the plan is for one year: only then a day without year falls into it. */
  readonly singleYear: boolean;
  readonly who: string | null;
  readonly whoKind: UnitKind | null;
  readonly tier: Tier;
}

function isoOf(day: string, month: string, year: string | null): string | null {
  return year === null ? null : parseVietnameseDate(`${day}/${month}/${year}`);
}

function boundOf(words: string): DeadlineBound {
  return BOUNDS.find(([pattern]) => new RegExp(`^(?:${pattern})$`, 'u').test(words))?.[1] ?? 'by';
}

const BOUND_OF_WORDS = new Map<string, DeadlineBound>();
function cachedBound(words: string): DeadlineBound {
  const known = BOUND_OF_WORDS.get(words);
  if (known) return known;
  const bound = boundOf(words);
  if (BOUND_OF_WORDS.size < 100) BOUND_OF_WORDS.set(words, bound);
  return bound;
}

/** The days by which something must be done: dates of documents and of what has been are none. */
export function deadlinesOf(read: Read, context: DueContext): readonly ReadDeadline[] {
  if (!/\d|cuối năm/u.test(read.text)) return [];
  const deadlines: ReadDeadline[] = [];
  for (const sentence of sentencesOf(read.text)) {
    const folded = fold(sentence.text);
    if (!/\d|cuoi nam/u.test(folded)) continue;
    const toWhom = TO_WHOM.exec(sentence.text)?.[1]?.trim() ?? null;
    const { who, whoKind } = context;
    const add = (at: number, length: number, date: string | null, bound: DeadlineBound, doubtful = false) =>
      deadlines.push({
        text: quoteAround(sentence.text, at, at + length),
        lines: read.lines,
        doubts: doubtful ? [...read.doubts, 'date_doubtful'] : read.doubts,
        date,
        dateText: sentence.text.slice(at, at + length).trim(),
        bound,
        who,
        whoKind,
        toWhom,
      });
    let hard = false;
    for (const found of folded.matchAll(DUE)) {
      const [whole, words, dayWord, day] = found;
      const month = found[4] ?? found[6];
      const printedYear = found[5] ?? found[7] ?? null;
      if (month === undefined || day === undefined) continue;
      const before = folded.slice(Math.max(0, found.index - 24), found.index);
      if (
        NO_DEADLINE.test(before) ||
        (/^den/u.test(words!) &&
          /\btu\s(?:ngay\s)?[\d/.\s]{3,12}$/u.test(folded.slice(Math.max(0, found.index - 20), found.index)))
      )
        continue;
      if (!dayWord && printedYear === null && !/^truoc|^cham/u.test(words!)) continue;
      if (/tính\s$/iu.test(sentence.text.slice(Math.max(0, found.index - 5), found.index))) continue;
      const year = printedYear ?? (context.singleYear && context.year !== null ? String(context.year) : null);
      if (printedYear !== null && context.firstYear !== null && Number(printedYear) < context.firstYear)
        continue;
      const days = [{ at: found.index, length: whole.length, date: isoOf(day, month, year) }];
      let end = found.index + whole.length;
      for (
        let next = AND_DAY.exec(folded.slice(end, end + 120));
        next;
        next = AND_DAY.exec(folded.slice(end, end + 120))
      ) {
        const [nextMonth, nextYear] = [next[2] ?? next[4], next[3] ?? next[5] ?? year];
        if (nextMonth === undefined || AND_BEFORE.test(next[0])) break;
        const joint = JOINT.exec(next[0])![0].length;
        days.push({
          at: end + joint,
          length: next[0].length - joint,
          date: isoOf(next[1]!, nextMonth, nextYear),
        });
        end += next[0].length;
      }
      hard = true;
      if (printedYear === null && RETURNS.test(folded.slice(end, end + 80))) continue;
      const bound = cachedBound(words!);
      for (const { at, length, date } of days)
        add(at, length, date, bound, date === null && (year !== null || at > found.index));
    }
    if (hard) continue;
    const soft = folded.match(SOFT)?.[0];
    if (soft && /cuoi nam|^(?:den|truoc|trong)/u.test(soft)) {
      const at = folded.indexOf(soft);
      if (
        NO_DEADLINE.test(folded.slice(Math.max(0, at - 24), at)) ||
        /su kien|dien ra/u.test(folded.slice(Math.max(0, at - 24), at))
      )
        continue;
      const year = Number(/\d{4}/u.exec(soft)?.[0] ?? context.year);
      if (context.firstYear !== null && year < context.firstYear) continue;
      const bound = /^trong|^vao/u.test(soft) ? 'within' : /cuoi|het/u.test(soft) ? 'end_of' : 'until';
      add(at, soft.length, null, bound);
    }
  }
  return deadlines;
}

const DUE_BY = 'Hạn ';

/** The days that a column of a table gives for when its row is due: there a day needs no word before it. */
export function deadlinesOfRow(read: Read, due: string, context: DueContext): readonly ReadDeadline[] {
  return deadlinesOf({ ...read, text: DUE_BY + due }, context).map((deadline) => ({
    ...deadline,
    text: read.text,
    dateText: deadline.dateText.startsWith(DUE_BY)
      ? deadline.dateText.slice(DUE_BY.length)
      : deadline.dateText,
  }));
}

/** Who is to do what a sentence of a reporting section says: its subject. */
export function subjectOf(
  text: string,
  tier: Tier,
): { readonly who: string; readonly whoKind: UnitKind } | null {
  const found =
    /^(?:Yêu cầu |Đề nghị )?((?:Các|Phòng|Công an|Trạm|UBND|Ủy ban|Uỷ ban|Trưởng|Hội|Đoàn|Văn phòng|Giao|các|Thủ trưởng)\s[^.;:]{2,160}?)\s(?:định kỳ|báo cáo|gửi|tổ chức|có trách nhiệm|tổng hợp|triển khai|chủ động|xây dựng|thực hiện|chịu trách nhiệm|căn cứ|khẩn trương|theo)(?:\s|$)/u.exec(
      text.slice(0, 400),
    );
  return found ? { who: found[1]!.replace(/[,\s]+$/u, ''), whoKind: unitKindOf(found[1]!, tier) } : null;
}
