import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { callKey, decide, isInForce, type Place, type PlaceDeed, placeName } from './index.ts';

const TODAY = '2026-11-01';

const village = (name: string, more: Partial<Place> = {}): Place => ({
  id: name,
  kind: 'village',
  type: 'thôn',
  name,
  validFrom: '2025-07-01',
  validUntil: null,
  rests: [],
  lastChange: null,
  ...more,
});
const one = village('Nà Mẫu');
const two = village('Khuổi Thử');
const faultOf = (deed: PlaceDeed, taken: readonly Place[] = [one, two]) => {
  const decision = decide(deed, { today: TODAY, taken: new Set(taken.map(callKey)) });
  return decision.ok ? null : decision.fault;
};
const merge = (places: readonly Place[], day: string, name = 'Hợp Nhất') =>
  faultOf({ kind: 'merged', places, into: { becomes: { id: 'x', type: 'thôn', name } }, day });

describe('villages are merged', () => {
  test('from a day after they began and until today, two at least and of one kind', () => {
    expect(merge([one, two], '2026-07-01')).toBeNull();
    expect(merge([one, two], '2025-07-01')).toBe('dayBeforeBeginning');
    expect(merge([one, two], '2026-11-02')).toBe('dayInFuture');
    expect(merge([one], '2026-07-01')).toBe('tooFew');
    expect(merge([one, one], '2026-07-01')).toBe('tooFew');
    expect(merge([one, { ...two, kind: 'school' }], '2026-07-01')).toBe('kindsDiffer');
  });

  test('not when one of them is gone, and not before what happened to one of them', () => {
    expect(merge([one, { ...two, validUntil: '2026-01-01' }], '2026-07-01')).toBe('notInForce');
    const renamed = { ...two, lastChange: { kind: 'renamed', day: '2026-08-01' } as const };
    expect(merge([one, renamed], '2026-07-01')).toBe('dayBeforeLastChange');
  });

  test('under the name of one of them, but not of a third', () => {
    expect(merge([one, two], '2026-07-01', one.name)).toBeNull();
    const third = village('Thứ Ba');
    const deed = {
      kind: 'merged',
      places: [one, two],
      into: { becomes: { id: 'x', type: 'Thôn', name: 'thứ  ba' } },
      day: '2026-07-01',
    } as const;
    expect(faultOf(deed, [one, two, third])).toBe('nameTaken');
  });

  test('into one that stays, which must be one of them', () => {
    const into = (stays: string) =>
      ({ kind: 'merged', places: [one, two], into: { stays }, day: '2026-07-01' }) as const;
    expect(faultOf(into('khác'))).toBe('notOneOfThem');
    const decision = decide(into(one.id), { today: TODAY, taken: new Set() });
    if (!decision.ok) throw new Error(decision.fault);
    expect(decision.outcome.changed.map(({ validUntil }) => validUntil)).toEqual([null, '2026-07-01']);
    expect(decision.outcome.change).toEqual({ kind: 'merged', from: [one.id, two.id], to: [one.id] });
  });
});

describe('a place that ended', () => {
  const ended = (kind: 'ended' | 'merged' | 'split') =>
    village('Nà Mẫu', { validUntil: '2026-03-01', lastChange: { kind, day: '2026-03-01' } });
  const takeUp = (place: Place, day: string, taken: readonly Place[] = []) =>
    faultOf({ kind: 'taken_up_again', place, day }, taken);

  test('is taken up again from a later day, and rested in between', () => {
    const decision = decide(
      { kind: 'taken_up_again', place: ended('ended'), day: '2026-09-01' },
      { today: TODAY, taken: new Set() },
    );
    if (!decision.ok) throw new Error(decision.fault);
    const [again] = decision.outcome.changed;
    expect(
      ['2026-02-28', '2026-03-01', '2026-08-31', '2026-09-01'].map((day) => isInForce(again!, day)),
    ).toEqual([true, false, false, true]);
  });

  test('is not taken up again when it goes on in another, when another has its name, or before it ended', () => {
    expect(takeUp(ended('merged'), '2026-09-01')).toBe('goesOnInAnother');
    expect(takeUp(ended('split'), '2026-09-01')).toBe('goesOnInAnother');
    expect(takeUp(ended('ended'), '2026-02-01')).toBe('dayBeforeLastChange');
    expect(takeUp(ended('ended'), '2026-09-01', [two, village('Nà Mẫu')])).toBe('nameTaken');
    expect(takeUp(one, '2026-09-01')).toBe('stillInForce');
  });

  test('is not ended twice', () => {
    expect(faultOf({ kind: 'ended', place: ended('ended'), day: '2026-09-01' })).toBe('notInForce');
  });
});

test('a name is changed to another one, and to none that is taken', () => {
  const rename = (name: string) =>
    faultOf({ kind: 'renamed', place: one, to: { type: 'thôn', name }, day: '2026-07-01' });
  expect(rename('Đoàn Kết')).toBeNull();
  expect(rename(one.name)).toBe('sameName');
  expect(rename(two.name)).toBe('nameTaken');
  expect(rename('nà mẫu'), 'only its letters').toBeNull();
});

test('a place is called with a capital letter', () => {
  expect(placeName({ type: 'thôn', name: 'Đoàn Kết' })).toBe('Thôn Đoàn Kết');
  expect(placeName({ type: 'ấp', name: '3' })).toBe('Ấp 3');
  expect(placeName({ type: '', name: 'Trạm Y tế' })).toBe('Trạm Y tế');
});

describe('after any sequence of deeds', () => {
  const dayOf = (number: number) => new Date(Date.UTC(2025, 6, 1 + number * 10)).toISOString().slice(0, 10);
  const DAYS = Array.from({ length: 48 }, (_, number) => dayOf(number));
  const step = fc.record({
    kind: fc.constantFrom('renamed', 'merged', 'split', 'ended', 'taken_up_again'),
    which: fc.array(fc.nat(30), { minLength: 3, maxLength: 3 }),
    stays: fc.boolean(),
    day: fc.constantFrom(...DAYS),
    names: fc.array(fc.constantFrom('A', 'B', 'C', 'D', 'E', 'F'), { minLength: 2, maxLength: 2 }),
  });

  test('what was in force before the day of a deed is as it was, and from it on as the deed says', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        const register = new Map<string, Place>(
          ['A', 'B', 'C', 'D'].map((name) => [name, village(name, { validFrom: dayOf(0) })]),
        );
        const wentInto = new Map<string, readonly string[]>();
        const on = (day: string) => [...register.values()].filter((place) => isInForce(place, day));
        const ids = (day: string) => new Set(on(day).map(({ id }) => id));
        let serial = 0;
        for (const { kind, which, stays, day, names } of steps) {
          const all = [...register.values()];
          const [place, other] = which.map((at) => all[at % all.length]!) as [Place, Place];
          const fresh = names.map((name) => ({ id: `new ${serial++}`, type: 'thôn', name }));
          const deed: PlaceDeed =
            kind === 'renamed'
              ? { kind, place, to: fresh[0]!, day }
              : kind === 'split'
                ? { kind, place, into: fresh, day }
                : kind === 'merged'
                  ? {
                      kind,
                      places: [place, other],
                      into: stays ? { stays: place.id } : { becomes: fresh[0]! },
                      day,
                    }
                  : { kind, place, day };
          const taken = new Set(on(TODAY).map(callKey));
          const decision = decide(deed, { today: TODAY, taken });
          if (!decision.ok) continue;
          const before = DAYS.map(ids);
          const { changed, begun, change } = decision.outcome;
          for (const one of [...changed, ...begun]) register.set(one.id, one);
          const gone = change.from.filter((id) => !change.to.includes(id));
          const come = change.to.filter((id) => kind === 'taken_up_again' || !change.from.includes(id));
          DAYS.forEach((one, at) => {
            const expected = new Set(before[at]);
            if (one >= day) {
              for (const id of gone) expected.delete(id);
              for (const id of come) expected.add(id);
            }
            expect(ids(one)).toEqual(expected);
          });
          for (const id of gone) if (come.length + change.to.length > 0) wentInto.set(id, change.to);
        }
        // Two in force are never called the same, and no place goes on in itself by way of others.
        const now = on(TODAY).map(callKey);
        expect(new Set(now).size).toBe(now.length);
        const reaches = (id: string, goal: string): boolean =>
          (wentInto.get(id) ?? []).some((next) => next === goal || reaches(next, goal));
        for (const id of register.keys()) expect(reaches(id, id)).toBe(false);
      }),
      { numRuns: 300, seed: 20_260_701 },
    );
  });
});
