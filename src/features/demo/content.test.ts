import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { type Figure, faultsOfFigures } from '../../domain/scoring/index.ts';
import { projectFolder } from '../../platform/project-folder.ts';
import { loadStandards } from '../standards/index.ts';
import { loadTerritory } from '../territory/units/index.ts';
import { type DemoSource, demoContent } from './content.ts';
import { MAIN_WARD, SISTER_WARD } from './plan.ts';
import type { DemoContent } from './rows.ts';

let source: DemoSource;
let content: DemoContent;
beforeAll(async () => {
  const { provinces, units } = await loadTerritory();
  source = {
    province: provinces.find(({ code }) => code === '20')!,
    units: units.filter(({ provinceCode }) => provinceCode === '20'),
    standard: loadStandards(join(projectFolder, 'standards')).latest('qd-06-2019')!,
    day: '2026-10-21',
    passwordHash: 'hashed',
  };
  content = demoContent(source);
});

const hashOf = (value: unknown) => createHash('sha256').update(JSON.stringify(value)).digest('hex');
const unitOf = (code: string) => content.unit.find((unit) => unit.code === code)!.unit_id;
const summariesOf = (year: number) => content.cycle_summary.filter((summary) => summary.year === year);

describe('the sample', () => {
  test('is the same, row for row, every time it is made', () => {
    expect(hashOf(demoContent(source))).toBe(hashOf(content));
  });

  test('has the province and its 65 units, all of which say that they are made up', () => {
    expect(content.unit).toHaveLength(66);
    expect(content.unit.every(({ fictional }) => fictional)).toBe(true);
    expect(
      content.unit
        .filter(({ level }) => level === 'commune')
        .every(({ class_basis }) => /Giả định/.test(class_basis!)),
    ).toBe(true);
    expect(content.person.every(({ name }) => / mẫu /.test(`${name} `))).toBe(true);
  });

  test('gives no two accounts the same user name', () => {
    expect(new Set(content.person.map(({ username }) => username)).size).toBe(content.person.length);
  });

  test('has two years, of which the first is complete everywhere', () => {
    expect(new Set(content.cycle.map(({ year }) => year))).toEqual(new Set([2025, 2026]));
    expect(summariesOf(2025)).toHaveLength(65);
    expect(summariesOf(2025).every(({ total }) => total !== null)).toBe(true);
  });

  test('recognised most units in the first year and refused others by their total or by a zero', () => {
    const refused = summariesOf(2025).filter(({ verdict }) => verdict === 'not_recognisable');
    expect(summariesOf(2025).length - refused.length).toBeGreaterThan(35);
    expect(refused.some(({ disqualifying_zeros }) => disqualifying_zeros.length > 0)).toBe(true);
    expect(
      refused.some(
        ({ disqualifying_zeros, total, threshold }) => disqualifying_zeros.length === 0 && total! < threshold,
      ),
    ).toBe(true);
  });

  test('shows every stage in the running year: unopened, entering, handed in, accepted with each verdict', () => {
    const running = summariesOf(2026);
    expect(running.length).toBeLessThan(65);
    const statesOf = (unit: string) =>
      content.cycle_criterion
        .filter(({ unit_id, due_date }) => unit_id === unit && String(due_date).startsWith('2026'))
        .map(({ state }) => state);
    const accepted = running.filter(({ unit_id }) =>
      statesOf(unit_id).every((state) => state === 'accepted'),
    );
    const handedIn = running.filter(
      ({ unit_id }) =>
        statesOf(unit_id).every((state) => state === 'accepted' || state === 'handed_in') &&
        statesOf(unit_id).includes('handed_in'),
    );
    expect(accepted.filter(({ verdict }) => verdict === 'recognisable').length).toBeGreaterThanOrEqual(10);
    for (const criterion of [3, 5])
      expect(accepted.some(({ disqualifying_zeros }) => disqualifying_zeros.includes(criterion))).toBe(true);
    expect(
      accepted.some(
        ({ disqualifying_zeros, total, threshold }) => disqualifying_zeros.length === 0 && total! < threshold,
      ),
    ).toBe(true);
    expect(handedIn.length).toBeGreaterThanOrEqual(10);
    expect(running.filter(({ verdict }) => verdict === 'incomplete').length).toBeGreaterThanOrEqual(15);
  });

  test('leaves Phường Lương Văn Tri half-way, with a criterion in every state, after a recognised year', () => {
    const unit = unitOf(MAIN_WARD);
    const states = content.cycle_criterion
      .filter(({ unit_id, due_date }) => unit_id === unit && String(due_date).startsWith('2026'))
      .map(({ state }) => state);
    expect(new Set(states)).toEqual(new Set(['accepted', 'handed_in', 'in_work', 'returned', 'not_started']));
    expect(summariesOf(2025).find(({ unit_id }) => unit_id === unit)?.verdict).toBe('recognisable');
    expect(summariesOf(2026).find(({ unit_id }) => unit_id === unit)?.verdict).toBe('incomplete');
    expect(
      summariesOf(2026).find(({ unit_id }) => unit_id === unitOf(SISTER_WARD))?.disqualifying_zeros,
    ).toEqual([5]);
  });

  test("gives the criteria of the ward to the organisations that the ward's plan of 2026 names", () => {
    const unit = unitOf(MAIN_WARD);
    const nameOf = new Map(content.organisation.map(({ id, name }) => [id, name]));
    const owners = content.cycle_criterion
      .filter(({ unit_id, due_date }) => unit_id === unit && String(due_date).startsWith('2026'))
      .map(({ number, organisation_id }) => [number, nameOf.get(organisation_id)!] as const);
    const ofOwner = (owner: string) =>
      owners
        .filter(([, name]) => name === owner)
        .map(([number]) => number)
        .sort((a, b) => a - b);
    expect(ofOwner('Phòng Văn hóa - Xã hội phường')).toEqual([1, 6, 12, 13]);
    expect(ofOwner('Văn phòng HĐND - UBND phường')).toEqual([2]);
    expect(ofOwner('Công an phường')).toEqual([3, 4]);
    expect(ofOwner('Trạm Y tế phường')).toEqual([5, 7, 8, 9]);
    expect(ofOwner('Các trường học trên địa bàn phường')).toEqual([10]);
    expect(ofOwner('Đoàn Thanh niên phường')).toEqual([11]);
  });

  test('has only figures that the program itself would take', () => {
    const { standard } = source.standard;
    for (const cycle of content.cycle) {
      const figures: Record<string, Figure> = {};
      for (const { input, state, value } of content.figure.filter(({ cycle_id }) => cycle_id === cycle.id))
        if (state === 'given')
          figures[input] = {
            state,
            value: standard.inputs[input]!.kind === 'yes_no' ? value === 1 : Number(value),
          };
      expect(faultsOfFigures(standard, figures, {})).toEqual([]);
    }
  });

  test('keeps the history of every figure: as many changes as its revision says, none in the future', () => {
    const changes = new Map<string, number>();
    for (const { cycle_id, input } of content.figure_change)
      changes.set(`${cycle_id} ${input}`, (changes.get(`${cycle_id} ${input}`) ?? 0) + 1);
    for (const { cycle_id, input, revision } of content.figure)
      expect(changes.get(`${cycle_id} ${input}`)).toBe(revision);
    const end = new Date('2026-10-21T17:00:00Z');
    expect(content.figure_change.some(({ revision }) => revision === 2)).toBe(true);
    for (const { changed_at } of content.figure_change) expect(new Date(changed_at) < end).toBe(true);
    for (const { happened_at } of content.criterion_event) expect(new Date(happened_at) < end).toBe(true);
  });

  test('follows the calendar: a year later, its years are a year later', () => {
    const later = demoContent({ ...source, day: '2027-03-01' });
    expect(new Set(later.cycle.map(({ year }) => year))).toEqual(new Set([2026, 2027]));
  });
});
