import { addDays, periodOf } from '../../../domain/calendar/index.ts';
import { type Item, itemsOfLevel, proposeDates } from '../../../domain/collection/index.ts';
import {
  type Figure,
  type Figures,
  given,
  notApplicable,
  partsOfWholes,
} from '../../../domain/scoring/index.ts';
import type { CatalogueEntry } from '../../standards/index.ts';
import { divided, partOf, sizesOf } from './divided.ts';
import type { DemoPlaces } from './places.ts';
import { addRound, type DemoCell, type DemoSheet } from './sheets.ts';
import { addVillageLinks } from './village-links.ts';
import type { YearWriter } from './year-writer.ts';

const NO_DAYS_OFF = { off: new Map(), worked: new Map() };

/** What is asked once in a period of a kind. */
const askedIn = (
  { standard }: CatalogueEntry,
  level: 'village' | 'school',
  kind: Item['collection']['period'],
) => itemsOfLevel(standard, level).filter(({ collection }) => collection.period === kind);

type FiguresOfYear = (year: number) => Figures;

const yearOf = (period: string): number => Number(period.slice(0, 4));

/** What each place says of each item, so that all together come to the figures of the year. */
function figuresOfPlaces(
  { standard }: CatalogueEntry,
  items: readonly Item[],
  figures: Figures,
  subject: string,
  places: number,
): Record<string, DemoCell>[] {
  const sizes = sizesOf(subject, places);
  const wholeOf = new Map(partsOfWholes(standard));
  const isAsked = (input: string | undefined) => items.some(({ key }) => key === input);
  const numbersOf = (input: string): readonly number[] => {
    const whole = wholeOf.get(input);
    return divided(numberOf(figures[input]), isAsked(whole) ? numbersOf(whole!) : sizes);
  };
  const said: Record<string, DemoCell>[] = sizes.map(() => ({}));
  for (const { key, input, part, collection } of items) {
    const isYesNo = collection.asked === 'yes_no';
    // What is counted of the unit is a yes at so many of its places.
    const numbers = isYesNo
      ? sizes.map((_, index) => Number(index < numberOf(figures[input])))
      : numbersOf(input).map((number) => (part === null ? number : partOf(number, part)));
    for (const [index, number] of numbers.entries())
      said[index]![key] = { figure: given(isYesNo ? number === 1 : number) };
  }
  return said;
}

const only = (cells: Readonly<Record<string, DemoCell>>, most: number): Record<string, DemoCell> =>
  Object.fromEntries(Object.entries(cells).slice(0, most));

const numberOf = (figure: Figure | undefined): number =>
  figure?.state === 'given' ? Number(figure.value) : 0;

const RETURNED = 'Tổng số trẻ em chưa khớp với sổ hộ khẩu của khối; đề nghị đếm lại rồi nộp (mô phỏng).';
const NO_SUCH_CHILDREN = 'Khối không có trẻ em có hoàn cảnh đặc biệt (mô phỏng).';
const NO_KINDERGARTEN = 'Trường không có lớp mẫu giáo, nhà trẻ (mô phỏng).';

/**
 * The figures that a ward has collected: the last half-year of its neighbourhoods, of which nine of twelve have handed in,
 * and the school year of its schools.
 */
export function addCollection(
  writer: YearWriter,
  standard: CatalogueEntry,
  places: DemoPlaces,
  figuresOf: FiguresOfYear,
): void {
  addHalfYear(writer, standard, places, figuresOf);
  addSchoolYear(writer, standard, places, figuresOf);
}

function addHalfYear(
  writer: YearWriter,
  standard: CatalogueEntry,
  { villages }: DemoPlaces,
  figuresOf: FiguresOfYear,
): void {
  const period = periodOf(addDays(writer.day, -184), 'half_year');
  const { cutOff, dueDate } = proposeDates(period, NO_DAYS_OFF);
  const link = addVillageLinks(writer, { used: villages[1]!, waiting: villages[2]! }, dueDate);
  const items = askedIn(standard, 'village', 'half_year');
  const said = figuresOfPlaces(
    standard,
    items,
    figuresOf(yearOf(period)),
    `${writer.unit.code}/${period}`,
    villages.length,
  );
  const sheets = villages.map((placeId, index): DemoSheet => {
    const [place, cells] = [index + 1, said[index]!];
    const sheet = {
      placeId,
      name: `khối Mẫu ${place}`,
      cells,
      filledAfter: 1 + (place % 3),
      by: place === 2 ? link : writer.planner,
      through: place === 2 ? 'link' : place % 2 === 0 ? 'form' : 'grid',
    } as const;
    if (place <= 6) return { ...sheet, state: 'accepted' };
    switch (place) {
      // More are immunised than there are: a typing error that the sheet explains.
      case 8: {
        const tooMany = numberOf(cells.under1_total?.figure) + 6;
        return {
          ...sheet,
          state: 'submitted',
          cells: { ...cells, under1_fully_immunised: { figure: given(tooMany) } },
        };
      }
      case 9: {
        const none = { figure: notApplicable(NO_SUCH_CHILDREN) };
        const special = Object.keys(cells).filter((key) => key.startsWith('special_circumstances'));
        return {
          ...sheet,
          state: 'submitted',
          cells: { ...cells, ...Object.fromEntries(special.map((key) => [key, none])) },
        };
      }
      case 10:
        return { ...sheet, state: 'returned', returnedReason: RETURNED };
      case 11:
        return { ...sheet, state: 'open', cells: only(cells, 8) };
      case 12:
        return { ...sheet, state: 'open', cells: {} };
      default:
        return { ...sheet, state: 'submitted' };
    }
  });
  const half = period.endsWith('H1') ? '6 tháng đầu' : '6 tháng cuối';
  const title = `Số liệu khối phố, ${half} năm ${yearOf(period)} (mô phỏng)`;
  addRound(writer, standard, { title, level: 'village', period, cutOff, dueDate, items, sheets });
}

/** Days between the counting of pupils and the sample's day from which on the running school year is asked for. */
const DAYS_AFTER_COUNT = 7;

function addSchoolYear(
  writer: YearWriter,
  standard: CatalogueEntry,
  { schools }: DemoPlaces,
  figuresOf: FiguresOfYear,
): void {
  const year = Number(writer.day.slice(0, 4));
  const running = periodOf(`${year}-09-30`, 'school_year');
  const isCounted = addDays(proposeDates(running, NO_DAYS_OFF).cutOff, DAYS_AFTER_COUNT) < writer.day;
  const period = isCounted ? running : periodOf(`${year - 1}-09-30`, 'school_year');
  const { cutOff } = proposeDates(period, NO_DAYS_OFF);
  const dueDate = addDays(cutOff, 45);
  const items = askedIn(standard, 'school', 'school_year');
  const kindergartens = schools.filter(({ hasKindergarten }) => hasKindergarten);
  const said = figuresOfPlaces(
    standard,
    items,
    figuresOf(yearOf(period)),
    `${writer.unit.code}/${period}`,
    kindergartens.length,
  );
  const none = Object.fromEntries(items.map(({ key }) => [key, { figure: notApplicable(NO_KINDERGARTEN) }]));
  const states = ['accepted', 'submitted', 'accepted', 'submitted', 'open', 'submitted', 'open'] as const;
  const sheets = schools.map((school, index): DemoSheet => {
    const state = states[index % states.length]!;
    const cells = said[kindergartens.indexOf(school)] ?? none;
    return {
      placeId: school.id,
      name: school.name,
      state,
      cells: state === 'open' ? {} : cells,
      filledAfter: 2 + index,
      by: writer.officer('schools'),
      through: 'form',
    };
  });
  const title = `Số liệu trường học, năm học ${period} (mô phỏng)`;
  addRound(writer, standard, { title, level: 'school', period, cutOff, dueDate, items, sheets });
}
