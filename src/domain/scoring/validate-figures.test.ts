import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  faultsOfFigures,
  isWildChange,
  LARGEST_FIGURE,
  messageOfFault,
  NO_DATA,
  NOT_DUE,
  notApplicable,
  partsOfWholes,
} from './index.ts';
import { SMALL_STANDARD } from './testing/small-standard.ts';
import { QD_06 } from './testing/standards.ts';
import { figuresOf, type SaidFigures, scoreOf, unit } from './testing/units.ts';

const faultsOf = (said: SaidFigures, previous: SaidFigures = {}) =>
  faultsOfFigures(QD_06, figuresOf(said), figuresOf(previous));

const messages = (said: SaidFigures, previous: SaidFigures = {}, language: 'vi' | 'en' = 'vi') =>
  faultsOf(said, previous).map((fault) => messageOfFault(fault, QD_06, language));

describe('figures of both years', () => {
  it('without fault are a whole unit, all four states, and nothing at all', () => {
    const { figures, previous } = unit();
    expect(faultsOfFigures(QD_06, figures, previous)).toEqual([]);
    expect(faultsOf({ children_total: 0, children_abused: NO_DATA, children_born: NOT_DUE })).toEqual([]);
    expect(faultsOf({ petitions_total: notApplicable('không tổ chức diễn đàn') })).toEqual([]);
    expect(faultsOf({})).toEqual([]);
  });

  it('have names that the standard knows', () => {
    expect(faultsOf({ children_totl: 5 })).toEqual([
      { code: 'unknown_input', input: 'children_totl', period: 'current' },
    ]);
    expect(messages({ children_totl: 5 })).toEqual([
      '“children_totl” không có trong tiêu chuẩn 06/QĐ-TTg. Kiểm tra lại tên số liệu.',
    ]);
    expect(messages({ children_totl: 5 }, {}, 'en')).toEqual([
      '“children_totl” is not in the standard 06/QĐ-TTg. Check the name.',
    ]);
  });

  it('are not let in under a name that every object of the language has', () => {
    for (const input of ['constructor', 'toString', 'hasOwnProperty']) {
      const [fault] = faultsOf({ [input]: 5 });
      expect(fault).toEqual({ code: 'unknown_input', input, period: 'current' });
      expect(messageOfFault(fault!, QD_06, 'vi')).toContain(`“${input}”`);
    }
  });

  it('answer yes or no where asked, and count where asked', () => {
    expect(messages({ children_forum_held: 1, children_total: true })).toEqual([
      '“Đã tổ chức diễn đàn trẻ em hoặc lấy ý kiến trẻ em” phải trả lời có hoặc không.',
      '“Tổng số trẻ em” phải là một số.',
    ]);
    expect(messages({ children_forum_held: 1, children_total: true }, {}, 'en')).toEqual([
      '“A children’s forum or consultation was held” must be answered yes or no.',
      '“Children in total” must be a number.',
    ]);
  });

  it('are whole, not negative and not larger than any commune', () => {
    expect(messages({ children_total: 4_120.5 })).toEqual([
      '“Tổng số trẻ em” phải là số nguyên, không có phần thập phân.',
    ]);
    expect(messages({ children_total: -3 })).toEqual(['“Tổng số trẻ em” không được là số âm.']);
    expect(messages({ children_total: LARGEST_FIGURE + 1 })).toEqual([
      '“Tổng số trẻ em” không được lớn hơn 999.999.999.',
    ]);
    expect(messages({ children_total: LARGEST_FIGURE })).toEqual([]);
    for (const broken of [Number.NaN, Number.POSITIVE_INFINITY])
      expect(faultsOf({ children_total: broken })[0]?.code).toBe('not_whole');
    expect(messages({ children_total: 0.5 }, {}, 'en')).toEqual([
      '“Children in total” must be a whole number.',
    ]);
    expect(messages({ children_total: -3 }, {}, 'en')).toEqual(['“Children in total” must not be negative.']);
    expect(messages({ children_total: 1e9 }, {}, 'en')).toEqual([
      '“Children in total” must not be above 999,999,999.',
    ]);
  });

  it('that are not applicable say why', () => {
    expect(messages({ petitions_total: notApplicable('  ') })).toEqual([
      '“Tổng số kiến nghị của trẻ em” ghi là không áp dụng thì phải nêu lý do.',
    ]);
    expect(messages({ petitions_total: notApplicable('') }, {}, 'en')).toEqual([
      '“Petitions of children in total” is marked not applicable: give the reason.',
    ]);
  });

  it('have no part above its whole; both numbers are named', () => {
    const said = { under1_fully_immunised: 1_206, under1_total: 1_205 };
    expect(faultsOf(said)).toEqual([
      {
        code: 'part_above_whole',
        input: 'under1_fully_immunised',
        period: 'current',
        whole: { input: 'under1_total', value: 1_205, part: 1_206 },
      },
    ]);
    expect(messages(said)).toEqual([
      '“Số trẻ em dưới 1 tuổi được tiêm chủng đầy đủ” không thể lớn hơn “Tổng số trẻ em dưới 1 tuổi” (1.205). Kiểm tra lại cả hai số.',
    ]);
    expect(messages(said, {}, 'en')).toEqual([
      '“Children under 1 fully immunised” cannot be above “Children under 1 in total” (1,205). Check both numbers.',
    ]);
    expect(faultsOf({ under1_fully_immunised: 1_206, under1_total: NO_DATA })).toEqual([]);
  });

  it('name a shared whole at each of its parts', () => {
    const parts = faultsOf({ villages_total: 3, villages_with_collaborator: 4, villages_with_play_area: 5 });
    expect(parts.map(({ input }) => input)).toEqual([
      'villages_with_collaborator',
      'villages_with_play_area',
    ]);
  });

  it('of the previous year are told apart', () => {
    expect(messages({}, { children_total: -1 })).toEqual([
      '“Tổng số trẻ em” của năm trước không được là số âm.',
    ]);
    expect(messages({}, { children_total: -1 }, 'en')).toEqual([
      '“Children in total” of the previous year must not be negative.',
    ]);
    expect(faultsOf({}, { children_abused: 3, children_total: 2 })[0]?.period).toBe('previous');
  });

  it('that pass never make the scoring fail', () => {
    const anyFigure = fc.oneof(fc.integer(), fc.double(), fc.boolean(), fc.constant(NO_DATA));
    const names = fc.constantFrom(...Object.keys(QD_06.inputs), 'constructor', 'unknown');
    const anyFigures = fc.dictionary(names, anyFigure, { noNullPrototype: true });
    fc.assert(
      fc.property(anyFigures, anyFigures, (said, previous) => {
        const input = { figures: figuresOf(said), previous: figuresOf(previous), territoryClass: 'other' };
        if (faultsOfFigures(QD_06, input.figures, input.previous).length === 0)
          expect(() => scoreOf(QD_06, input)).not.toThrow();
      }),
    );
  });
});

describe('parts and wholes', () => {
  it('are the pairs of the measures, each once', () => {
    expect(partsOfWholes(SMALL_STANDARD)).toEqual([
      ['readers', 'children'],
      ['accidents', 'children'],
      ['happy', 'asked'],
    ]);
  });
});

describe('a wild change against last year', () => {
  it.each([
    [4_120, 4_050, false, 'a usual year'],
    [151, 100, true, 'more than half as many again'],
    [150, 100, false, 'exactly half as many again'],
    [49, 100, true, 'less than half'],
    [50, 100, false, 'exactly half'],
    [9, 0, false, 'a few where there were none'],
    [10, 0, true, 'ten where there were none'],
    [2, 11, false, 'nine fewer'],
    [1, 11, true, 'ten fewer of eleven'],
    [0, 0, false, 'nothing both times'],
  ])('%i now after %i last year: %s (%s)', (now, lastYear, wild) => {
    expect(isWildChange(now, lastYear)).toBe(wild);
  });
});
