import { findCitations } from '../legal/index.ts';
import { isCalendarDate } from '../text/index.ts';

/** A text moved to another year. */
export interface MovedText {
  readonly text: string;
  /** A 29 February became a 28 February. */
  readonly leapDayMoved: boolean;
  /** The old year stands in it still, inside the citation of a document of that year. */
  readonly oldYearKept: boolean;
}

const STEMS = ['Giáp', 'Ất', 'Bính', 'Đinh', 'Mậu', 'Kỷ', 'Canh', 'Tân', 'Nhâm', 'Quý'];
const BRANCHES = ['Tý', 'Sửu', 'Dần', 'Mão', 'Thìn', 'Tỵ', 'Ngọ', 'Mùi', 'Thân', 'Dậu', 'Tuất', 'Hợi'];
/** "Bính Ngọ" for 2026. */
const lunarName = (year: number): string => `${STEMS[(year + 6) % 10]!} ${BRANCHES[(year + 8) % 12]!}`;

/** Spans of programmes, which belong to no single year: "giai đoạn 2021 - 2030", "từ năm 2021 đến năm 2030". */
const PROGRAMME =
  /(?:giai đoạn|nhiệm kỳ|kỳ)[^;.]{0,12}?\d{4}(?: ?[-–] ?| đến (?:năm )?)\d{4}|từ (?:năm )?\d{4} (?:đến|tới) (?:năm )?\d{4}|tầm nhìn(?: đến)?(?: năm)? \d{4}|(?:chương trình|đề án|chiến lược|dự án)[^;.]{0,150}đến năm \d{4}|(?<!năm học )(?<!\d)(?<!\/)\d{4} ?[-–] ?\d{4}(?!\d)/giu;

/**
 * Moves a text of a plan from one year to another: the plan's own year, dates in it, the school year that touches it, the
 * year before where it is compared with ("so với năm 2025"), the name of the lunar year. Citations, laws and programmes
 * keep their years; a 29 February becomes the 28th where the new year has none.
 * @param ownDates dates of other years that belong to the plan's work, such as a due date in January of the next year
 */
export function moveYears(
  text: string,
  fromYear: number,
  toYear: number,
  ownDates: ReadonlySet<string> = new Set(),
): MovedText {
  const shift = toYear - fromYear;
  const protectedSpans = spansToKeep(text, fromYear);
  const kept = (at: number) => protectedSpans.some(([from, to]) => at >= from && at < to);
  let leapDayMoved = false;
  const date = (whole: string, day: string, between: string, month: string, second: string, year: string) => {
    const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
    if (Number(year) !== fromYear && !ownDates.has(iso)) return whole;
    const moved = movedDay(iso, shift);
    if (moved.slice(8) !== iso.slice(8)) leapDayMoved = true;
    const newDay = moved.slice(8) === iso.slice(8) ? day : moved.slice(8);
    return `${newDay}${between}${month}${second}${Number(year) + shift}`;
  };
  const steps: readonly (readonly [RegExp, (...parts: string[]) => string])[] = [
    [
      /(?<!\d)(\d{1,2})( ?[/.-] ?| tháng )(\d{1,2})( ?[/.-] ?| năm )(\d{4})(?!\d)/gu,
      (whole, ...parts) => date(whole, ...(parts as [string, string, string, string, string])),
    ],
    [
      /(năm học )(\d{4})( ?[-–] ?)(\d{4})/giu,
      (whole, lead = '', first = '', dash = '', second = '') =>
        Number(first) === fromYear || Number(second) === fromYear
          ? `${lead}${Number(first) + shift}${dash}${Number(second) + shift}`
          : whole,
    ],
    [
      /((?:so với|cùng kỳ|kết quả|của) (?:cùng kỳ )?năm |(?:dự toán|kế hoạch)[^;.,]{0,30} năm )(\d{4})(?!\d)/giu,
      (whole, lead = '', year = '') =>
        Math.abs(Number(year) - fromYear) === 1 ? `${lead}${Number(year) + shift}` : whole,
    ],
    [
      /((?<!\p{L})năm |(?<=tháng \d{1,2} ?|quý [\dIV]{1,3} ?|(?<!\d)\d{1,2} ?)[/-] ?)(\d{4})(?!\d|[/-]\d)/giu,
      (whole, lead = '', year = '') => (Number(year) === fromYear ? `${lead}${toYear}` : whole),
    ],
    [new RegExp(lunarName(fromYear), 'gu'), () => lunarName(toYear)],
  ];
  // All steps look at the original text, so that nothing is moved twice; of two that overlap the earlier step counts.
  const changes: { from: number; to: number; put: string }[] = [];
  for (const [pattern, change] of steps) {
    for (const match of text.matchAll(pattern)) {
      const [from, to] = [match.index, match.index + match[0].length];
      if (kept(from) || kept(to - 1) || changes.some((one) => from < one.to && one.from < to)) continue;
      const put = change(match[0], ...match.slice(1));
      if (put !== match[0]) changes.push({ from, to, put });
    }
  }
  changes.sort((a, b) => a.from - b.from);
  let moved = '';
  let at = 0;
  for (const { from, to, put } of changes) {
    moved += text.slice(at, from) + put;
    at = to;
  }
  const oldYearKept = protectedSpans.some(([from, to]) =>
    new RegExp(`(?<!\\d)${fromYear}(?!\\d)`, 'u').test(text.slice(from, to)),
  );
  return { text: moved + text.slice(at), leapDayMoved, oldYearKept };
}

/** The same day in another year; the 28th for a 29 February that the other year lacks. */
export function movedDay(date: string, years: number): string {
  const moved = `${String(Number(date.slice(0, 4)) + years).padStart(4, '0')}${date.slice(4)}`;
  return isCalendarDate(moved) ? moved : `${moved.slice(0, 8)}28`;
}

/** Citations, with what a document of the old year says of itself, and programmes. */
function spansToKeep(text: string, fromYear: number): readonly (readonly [number, number])[] {
  const citations = findCitations(text).map(({ from, to, date, subject }) => {
    const ofOldYear = date?.startsWith(String(fromYear)) === true;
    return [from, ofOldYear ? to + subject.length + 1 : to] as const;
  });
  const programmes = [...text.matchAll(PROGRAMME)].map(
    (match) => [match.index, match.index + match[0].length] as const,
  );
  return [...citations, ...programmes];
}
