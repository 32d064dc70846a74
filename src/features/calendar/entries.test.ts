import { describe, expect, it } from 'vitest';
import type { OrganisationId } from '../../platform/database/index.ts';
import { lunarDates } from '../../platform/lunar-dates.ts';
import type { DueOccurrence } from '../tasks/index.ts';
import { calendarDays, criterionEntries, dayMarks, inOrder, taskEntries } from './entries.ts';
import { holidaysOf, specialDays } from './holidays.ts';
import type { CriterionDue } from './queries.ts';

const context = {
  unitCode: '05983',
  today: '2026-05-12',
  holidays: holidaysOf(specialDays([], '2026-01-01', '2026-12-31', 'vi')),
  language: 'vi',
} as const;
const lead = '01920000-0000-7000-8000-000000000001' as OrganisationId;

const occurrence = (over: Partial<DueOccurrence>): DueOccurrence => ({
  id: '01920000-0000-7000-8000-00000000000a',
  taskId: '01920000-0000-7000-8000-00000000000b',
  text: 'Báo cáo sáu tháng',
  form: 'order',
  recurrence: 'half_year',
  period: '2026-H1',
  dueDate: '2026-05-20',
  bound: 'before',
  state: 'waiting',
  leadId: lead,
  lead: 'Phòng Văn hóa - Xã hội',
  partnerIds: [],
  criteria: [],
  ...over,
});
const criterion = (over: Partial<CriterionDue>): CriterionDue => ({
  cycleId: '01920000-0000-7000-8000-00000000000c',
  year: 2026,
  number: 7,
  state: 'in_work',
  dueDate: '2026-05-20',
  organisationId: lead,
  organisationName: 'Trạm Y tế',
  ...over,
});
const task = (over: Partial<DueOccurrence>) => taskEntries([occurrence(over)], context)[0]!;

describe('a due date in the calendar', () => {
  it('“before” a Sunday says that Friday is the day to hand in', () => {
    expect(task({ dueDate: '2026-05-31', bound: 'before' })).toMatchObject({
      day: '2026-05-31',
      handInBy: '2026-05-29',
    });
    expect(task({ dueDate: '2026-05-20', bound: 'before' }).handInBy).toBeNull();
    expect(task({ dueDate: '2026-05-31', bound: 'before', state: 'done' }).handInBy).toBeNull();
  });

  it('is late when its last day in time is over', () => {
    expect(task({ dueDate: '2026-05-12', bound: 'before' }).state).toBe('late');
    expect(task({ dueDate: '2026-05-12', bound: 'by' }).state).toBe('open');
    expect(task({ dueDate: '2026-05-01', state: 'reported' }).state).toBe('reported');
    expect(task({ dueDate: '2026-05-01', state: 'returned' }).state).toBe('returned');
  });

  it('of a criterion is done when the criterion is accepted', () => {
    const stateOf = (over: Partial<CriterionDue>) => criterionEntries([criterion(over)], context)[0]?.state;
    expect(stateOf({})).toBe('open');
    expect(stateOf({ dueDate: '2026-05-11' })).toBe('late');
    expect(stateOf({ dueDate: '2026-05-11', state: 'handed_in' })).toBe('reported');
    expect(stateOf({ dueDate: '2026-05-11', state: 'accepted' })).toBe('done');
    expect(stateOf({ state: 'returned' })).toBe('returned');
  });

  it('that is done stands below what is not, on the same day', () => {
    const entries = inOrder([
      task({ id: 'a', state: 'done' }),
      task({ id: 'b' }),
      task({ id: 'c', dueDate: '2026-05-01' }),
    ]);
    expect(entries.map(({ id }) => id)).toEqual(['c', 'b', 'a']);
  });
});

describe('the days of a month', () => {
  const marksOf = (from: string, to: string) =>
    dayMarks(from, to, specialDays([], from, to, 'vi'), lunarDates, 'vi');

  it('hold Tết, Trung thu and June as the month for children', () => {
    expect(marksOf('2026-06-01', '2026-06-30').map(({ day, text }) => `${day} ${text}`)).toEqual([
      '2026-06-01 Ngày Quốc tế Thiếu nhi',
      '2026-06-01 Tháng Hành động vì trẻ em, từ hôm nay đến 30/6',
      '2026-06-30 Ngày cuối của Tháng Hành động vì trẻ em',
    ]);
    expect(marksOf('2026-09-20', '2026-09-30')).toMatchObject([{ day: '2026-09-25', kind: 'feast' }]);
    expect(
      marksOf('2026-02-17', '2026-02-17')
        .map(({ kind }) => kind)
        .sort(),
    ).toEqual(['feast', 'off']);
  });

  it('say of a day off that it is only expected', () => {
    expect(marksOf('2026-11-24', '2026-11-24')).toMatchObject([{ kind: 'off', provisional: true }]);
  });

  it('are all there, each with what is on it', () => {
    const days = calendarDays('2026-05-01', '2026-05-31', marksOf('2026-05-01', '2026-05-31'), [task({})]);
    expect(days).toHaveLength(31);
    expect(days[0]?.marks[0]?.text).toBe('Nghỉ: Ngày Quốc tế Lao động');
    expect(days[19]?.entries).toHaveLength(1);
  });
});
