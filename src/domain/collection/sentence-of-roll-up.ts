import { type PeriodKind, periodName } from '../calendar/index.ts';
import type { CollectionLevel, Figure } from '../scoring/index.ts';
import { formatNumber, type Language } from '../text/index.ts';
import type { RolledPeriod, RolledUp } from './roll-up.ts';

/** How the places of a level are called where they are counted. */
export const PLACES_OF_LEVEL: Readonly<Record<CollectionLevel, Readonly<Record<Language, string>>>> = {
  village: { vi: 'thôn, tổ dân phố', en: 'villages' },
  school: { vi: 'trường học', en: 'schools' },
  organisation: { vi: 'cơ quan, tổ chức', en: 'organisations' },
  commune: { vi: 'xã, phường', en: 'communes' },
};

/** The same as a heading: "Thôn, tổ dân phố". */
export function levelName(level: CollectionLevel, language: Language): string {
  const places = PLACES_OF_LEVEL[level][language];
  return places.charAt(0).toLocaleUpperCase('vi') + places.slice(1);
}

const KINDS: Readonly<Record<PeriodKind, Readonly<Record<Language, string>>>> = {
  year: { vi: 'theo năm', en: 'by year' },
  half_year: { vi: 'theo 6 tháng', en: 'by half-year' },
  quarter: { vi: 'theo quý', en: 'by quarter' },
  month: { vi: 'theo tháng', en: 'by month' },
  school_year: { vi: 'theo năm học', en: 'by school year' },
};

/** In whose words a rolled-up figure is told. */
export interface WordsOfPlaces {
  /** How the unit calls the places: "khối phố", or as {@link PLACES_OF_LEVEL}. */
  readonly places: string;
  readonly language: Language;
}

/**
 * How many places speak in a figure: of all sheets that are in "9/12 khối phố đã nộp, 8 đã chấp nhận, 3 còn thiếu", of the
 * accepted ones "8/12 khối phố đã chấp nhận, 1 chờ duyệt, 3 còn thiếu". Of several periods, their sheets together.
 */
export function coverageSentence(rolled: RolledUp, { places, language }: WordsOfPlaces): string {
  const { asked, in: there, accepted } = rolled.coverage;
  const number = (value: number) => formatNumber(value, language);
  const vi = language === 'vi';
  if (rolled.places === 'count')
    return vi ? `đếm từ danh sách ${places}` : `counted from the list of ${places}`;
  if (asked === 0) return vi ? `không áp dụng ở tất cả ${places}` : `applies to none of the ${places}`;
  const several = rolled.periods.filter(({ counts }) => counts).length > 1;
  const what = several ? (vi ? `phiếu của ${places}` : `sheets of ${places}`) : places;
  const of = (part: number, word: string) => `${number(part)}/${number(asked)} ${what} ${word}`;
  const more = (part: number, word: string) => (part > 0 ? [`${number(part)} ${word}`] : []);
  const missing = more(asked - there, vi ? 'còn thiếu' : 'missing');
  return (
    rolled.standpoint === 'accepted'
      ? [
          of(accepted, vi ? 'đã chấp nhận' : 'accepted'),
          ...more(there - accepted, vi ? 'chờ duyệt' : 'waiting'),
          ...missing,
        ]
      : [
          of(there, vi ? 'đã nộp' : 'handed in'),
          `${number(accepted)} ${vi ? 'đã chấp nhận' : 'accepted'}`,
          ...missing,
        ]
  ).join(', ');
}

/** What is noted beside a figure of the cycle that was taken over, always in Vietnamese: the record of the unit. */
export function noteOfRollUp(rolled: RolledUp, places: string): string {
  const { asked, accepted } = rolled.coverage;
  const periods = periodsText(rolled, 'vi');
  if (rolled.places === 'count') return `Đếm từ danh sách ${places}, ${periods}.`;
  const coverage = coverageSentence(rolled, { places, language: 'vi' });
  if (rolled.complete && rolled.standpoint === 'accepted')
    return `Tổng hợp ${formatNumber(accepted)}/${formatNumber(asked)} ${places}, ${periods}.`;
  const toCome = rolled.periodsToCome.map((period) => lowered(period, 'vi'));
  return `Tổng hợp chưa đầy đủ, ${periods}: ${[coverage, ...toCome.map((period) => `chưa có ${period}`)].join(', ')}.`;
}

/** The periods that count, in words: one by its name, several from the first to the last. */
export function periodsText({ periods }: RolledUp, language: Language): string {
  const counting = periods.filter(({ counts }) => counts).map(({ period }) => lowered(period, language));
  const [first = '', last = first] = [counting[0], counting.at(-1)];
  if (counting.length < 2) return first;
  return language === 'vi' ? `từ ${first} đến ${last}` : `${first} to ${last}`;
}

function lowered(period: string, language: Language): string {
  const name = periodName(period, language);
  return language === 'vi' ? name.charAt(0).toLowerCase() + name.slice(1) : name;
}

/** "203", "Có"; null where there is no value yet. */
function valueText(figure: Figure, language: Language): string | null {
  if (figure.state !== 'given') return null;
  if (typeof figure.value === 'number') return formatNumber(figure.value, language);
  if (language === 'vi') return figure.value ? 'Có' : 'Không';
  return figure.value ? 'Yes' : 'No';
}

/** How the figure came about, so that whoever reads it can reckon it again: sentences with a full stop each. */
export function sentenceOfRollUp(rolled: RolledUp, words: WordsOfPlaces): string {
  const { language } = words;
  const vi = language === 'vi';
  const sentences = [wayOf(rolled, words), ...periodsSentence(rolled, language)];
  if (rolled.periodsToCome.length > 0) {
    const names = rolled.periodsToCome.map((period) => lowered(period, language)).join(', ');
    sentences.push(vi ? `Chưa thu thập ${names}.` : `Not collected yet: ${names}.`);
  }
  if (rolled.kindsLeftOut.length > 0) {
    const kinds = rolled.kindsLeftOut.map((kind) => KINDS[kind][language]).join(', ');
    sentences.push(
      vi
        ? `Số liệu ${kinds} không cộng vào để không đếm hai lần.`
        : `Figures ${kinds} are left out, so that nothing is counted twice.`,
    );
  }
  return sentences.join(' ');
}

function wayOf(rolled: RolledUp, { places, language }: WordsOfPlaces): string {
  const vi = language === 'vi';
  const coverage = coverageSentence(rolled, { places, language });
  const value = valueText(rolled.figure, language);
  const periods = periodsText(rolled, language);
  if (value === null)
    return vi ? `Chưa có số liệu: ${coverage} (${periods}).` : `No figure yet: ${coverage} (${periods}).`;
  const way = {
    sum: vi ? 'cộng các nơi' : 'sum of the places',
    any: vi ? 'có nếu ít nhất một nơi có' : 'yes if any place says yes',
    all: vi ? 'có nếu mọi nơi đều có' : 'yes if every place says yes',
    count: vi ? 'số nơi tại ngày chốt' : 'places on the cut-off day',
  }[rolled.places];
  return `${value}: ${way}, ${periods} (${coverage}).`;
}

/** Of several periods, how they were put together and what each came to. */
function periodsSentence({ periods, overPeriods }: RolledUp, language: Language): string[] {
  if (periods.length < 2) return [];
  const vi = language === 'vi';
  const each = periods
    .map(({ period, figure }: RolledPeriod) => {
      const value = valueText(figure, language) ?? (vi ? 'chưa có' : 'none yet');
      return `${lowered(period, language)}: ${value}`;
    })
    .join('; ');
  const way = {
    sum: vi ? 'Cộng các kỳ' : 'Sum of the periods',
    latest: vi ? 'Lấy kỳ mới nhất đã có số liệu' : 'The latest period that has a figure',
    any: vi ? 'Có nếu ít nhất một kỳ có' : 'Yes if any period says yes',
    all: vi ? 'Có nếu mọi kỳ đều có' : 'Yes if every period says yes',
  }[overPeriods];
  return [`${way}: ${each}.`];
}
