import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  balanceOf,
  type CountRule,
  countOf,
  type Forum,
  type ForumRule,
  firstShortfall,
  formatMoney,
  forumFindings,
  leastChildren,
  moneyInWords,
  monthsOfCommunication,
  petitionState,
  suggestedFigure,
} from './index.ts';

const TODAY = '2026-10-21';

/** A forum that keeps every rule. */
const forum = (over: Partial<Forum> = {}): Forum => ({
  level: 'commune',
  heldFrom: '2026-06-10',
  heldUntil: null,
  previousYear: 2024,
  children: 40,
  adultsInCharge: 8,
  volunteers: 4,
  guests: 13,
  planParts: ['purpose', 'content', 'time_and_place', 'participants', 'funding', 'organisation'],
  previousPetitions: 'gone_through',
  reportedOn: '2026-06-25',
  petitions: { total: 5, sent: 5, answered: 5 },
  ...over,
});
const heldOf = (rule: ForumRule, over: Partial<Forum>, today = TODAY) =>
  forumFindings(forum(over), today).find((finding) => finding.rule === rule)?.held;

describe('the rules of the children’s forum', () => {
  test('are all held by a forum of 40 children, 8 adults in charge, 4 volunteers and 13 guests on one day', () => {
    expect(forumFindings(forum(), TODAY).filter(({ held }) => held !== true)).toEqual([]);
  });

  test('ask for 30 children in a commune, 50 in a province, and 40 in a district only before July 2025', () => {
    expect(heldOf('children', { children: 30 })).toBe(true);
    expect(heldOf('children', { children: 29 })).toBe(false);
    expect(leastChildren('province', TODAY)).toBe(50);
    expect(leastChildren('district', '2025-06-30')).toBe(40);
    expect(leastChildren('district', '2025-07-01')).toBeNull();
  });

  test('give one adult at most five children, volunteers a tenth and guests a third of the children', () => {
    expect(heldOf('adultsInCharge', { children: 41 })).toBe(false);
    expect(heldOf('volunteers', { volunteers: 5 })).toBe(false);
    expect(heldOf('guests', { guests: 14 })).toBe(false);
    expect(heldOf('guests', { children: 42, guests: 14 })).toBe(true);
  });

  test('let a forum last one day, at most two years after the last one', () => {
    expect(heldOf('days', { heldUntil: '2026-06-11' })).toBe(false);
    expect(heldOf('interval', { previousYear: 2023 })).toBe(false);
    expect(heldOf('interval', { previousYear: null })).toBeNull();
  });

  test('want the report to the province within 15 days of the last day', () => {
    expect(heldOf('report', { reportedOn: '2026-06-26' })).toBe(false);
    expect(heldOf('report', { reportedOn: null }, '2026-06-25')).toBeNull();
    expect(heldOf('report', { reportedOn: null }, '2026-06-26')).toBe(false);
    const [report] = forumFindings(forum({ heldFrom: '2024-02-20' }), TODAY).filter(
      ({ rule }) => rule === 'report',
    );
    expect(report?.wanted).toBe('2024-03-06');
  });

  test('want every petition sent and answered, once the forum is over', () => {
    expect(heldOf('petitionsSent', { petitions: { total: 5, sent: 4, answered: 4 } })).toBe(false);
    expect(heldOf('petitionsAnswered', { petitions: { total: 0, sent: 0, answered: 0 } })).toBeNull();
    expect(heldOf('petitionsAnswered', {}, '2026-06-01')).toBeNull();
  });

  test('judge nothing that nobody has noted', () => {
    const unknown = forumFindings(
      forum({
        children: null,
        adultsInCharge: null,
        volunteers: null,
        guests: null,
        planParts: [],
        previousPetitions: null,
        previousYear: null,
        reportedOn: null,
        petitions: { total: 0, sent: 0, answered: 0 },
      }),
      '2026-06-12',
    );
    expect(unknown.filter(({ held }) => held !== null).map(({ rule }) => rule)).toEqual(['days']);
  });

  test('are never broken by more children, but for the adults in charge', () => {
    const counts = fc.nat(300);
    fc.assert(
      fc.property(counts, counts, counts, fc.nat(100), (children, volunteers, guests, more) => {
        const before = forumFindings(forum({ children, volunteers, guests }), TODAY);
        const after = forumFindings(forum({ children: children + more, volunteers, guests }), TODAY);
        return before.every(
          ({ rule, held }, place) =>
            rule === 'adultsInCharge' || held !== true || after[place]?.held === true,
        );
      }),
    );
  });

  test('name their article', () => {
    for (const { basis } of forumFindings(forum(), TODAY)) expect(basis).toContain('29/2019/TT-BLĐTBXH');
  });
});

describe('at least one item of communication a month', () => {
  test('leaves a gap in each month that is over, none in the one that runs', () => {
    const months = monthsOfCommunication(
      new Map([
        [1, 2],
        [3, 1],
      ]),
      2026,
      '2026-04-30',
    );
    expect(months.map(({ state }) => state).slice(0, 6)).toEqual([
      'held',
      'gap',
      'held',
      'running',
      'ahead',
      'ahead',
    ]);
  });

  test('has twelve months whatever the year, and gaps in all of them in an empty year that is over', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2019, max: 2025 }), (year) => {
        const months = monthsOfCommunication(new Map(), year, TODAY);
        return months.length === 12 && months.every(({ state }) => state === 'gap');
      }),
    );
  });
});

describe('a petition of children', () => {
  const dates = { sentOn: '2026-06-15', dueDate: '2026-07-15', answeredOn: null };
  test('waits until the day it is due and is late from the day after', () => {
    expect(petitionState(dates, '2026-07-15')).toBe('waiting');
    expect(petitionState(dates, '2026-07-16')).toBe('late');
  });
  test('is answered by an answer, however late, and unsent before it is sent', () => {
    expect(petitionState({ ...dates, answeredOn: '2026-09-01' }, TODAY)).toBe('answered');
    expect(petitionState({ ...dates, sentOn: null }, '2026-06-11')).toBe('unsent');
  });
});

describe('the Children’s Fund', () => {
  const movement = fc.record({
    day: fc.constantFrom('2025-12-30', '2026-01-02', '2026-03-05', '2026-06-01'),
    amount: fc.integer({ min: -1_000, max: 1_000 }),
  });

  test('cannot use before it has received, and can use on the day it receives', () => {
    const received = { day: '2026-06-01', amount: 500_000 };
    expect(firstShortfall([{ day: '2026-05-31', amount: -200_000 }, received])).toEqual({
      day: '2026-05-31',
      missing: 200_000,
    });
    expect(firstShortfall([{ day: '2026-06-01', amount: -500_000 }, received])).toBeNull();
  });

  test('is short on some day exactly when what it gave out by then is more than what it had received', () => {
    fc.assert(
      fc.property(fc.array(movement), (movements) => {
        const upTo = (day: string) =>
          movements.filter((one) => one.day <= day).reduce((sum, { amount }) => sum + amount, 0);
        return (firstShortfall(movements) !== null) === movements.some(({ day }) => upTo(day) < 0);
      }),
    );
  });

  test('carries what is left into the next year', () => {
    const left = balanceOf({ carriedOver: 1_000, received: 500, used: 700 });
    expect(balanceOf({ carriedOver: left, received: 0, used: 0 })).toBe(800);
  });
});

describe('money', () => {
  test('is written with points and in words', () => {
    expect(formatMoney(1_250_000)).toBe('1.250.000 đồng');
    expect(moneyInWords(1_250_000)).toBe('Một triệu hai trăm năm mươi nghìn đồng');
    expect(moneyInWords(0)).toBe('Không đồng');
    expect(moneyInWords(15_005_021)).toBe(
      'Mười lăm triệu không trăm linh năm nghìn không trăm hai mươi mốt đồng',
    );
    expect(moneyInWords(2_000_000_101)).toBe('Hai tỷ một trăm linh một đồng');
    expect(moneyInWords(505_000)).toBe('Năm trăm linh năm nghìn đồng');
  });
  test('is refused in words below zero', () => {
    expect(() => moneyInWords(-1)).toThrow(RangeError);
  });
});

describe('figures counted from the log', () => {
  const counts = {
    activities: {
      board_meeting: { held: 13, months: [1, 2, 3] },
      event: { held: 4, months: [6, 9] },
    },
    petitions: { total: 8, answered: 6 },
    contributions: 3,
  };
  test.each<[CountRule, number]>([
    [{ count: 'activities', kinds: ['event'] }, 4],
    [{ count: 'activities', kinds: ['event', 'forum'] }, 4],
    [{ count: 'months', kinds: ['board_meeting', 'event'] }, 5],
    [{ count: 'petitions' }, 8],
    [{ count: 'petitions_answered' }, 6],
    [{ count: 'contributions' }, 3],
  ])('%j gives %i', (rule, count) => {
    expect(countOf(rule, counts)).toBe(count);
  });
  test('answer yes from so many on, and never no', () => {
    expect(suggestedFigure(12, 12)).toBe(true);
    expect(suggestedFigure(11, 12)).toBeNull();
    expect(suggestedFigure(0, null)).toBe(0);
  });
});
