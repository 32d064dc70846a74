import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  cellsOfRounds,
  type PlacesSince,
  type RoundOfYear,
  type SheetOfRound,
  type Standing,
  type Succession,
  standings,
} from './index.ts';

const INPUT = 'children_total';
const CUT_OFF = '2026-06-14';
/** The change is recorded at 100: what was handed in at 50 was there before, at 150 it is not. */
const [BEFORE, RECORDED, AFTER] = [50, 100, 150];

const sheet = (place: string, value: number, over: Partial<SheetOfRound> = {}): SheetOfRound => ({
  place,
  state: 'accepted',
  handedIn: BEFORE,
  inputs: [INPUT],
  figures: new Map([[INPUT, { state: 'given', value }]]),
  ...over,
});
const notIn = (place: string): SheetOfRound => ({ ...sheet(place, 0), state: 'open', handedIn: null });
const round = (sheets: readonly SheetOfRound[], over: Partial<RoundOfYear> = {}): RoundOfYear => ({
  id: 'a',
  level: 'village',
  period: '2026-H1',
  cutOff: CUT_OFF,
  ...over,
  sheets,
});

const became = (
  from: readonly string[],
  to: readonly string[],
  over: Partial<Succession> = {},
): Succession => ({ from, to, day: '2026-06-01', recordedAt: RECORDED, ...over });
const since = (...successions: readonly Succession[]): PlacesSince => ({
  successions,
  endOf: new Map(
    successions.flatMap(({ from, to, day }) =>
      from.flatMap((place) => (to.includes(place) ? [] : [[place, day]])),
    ),
  ),
});

/** What the places come to, with how many were asked and how many of them are in. */
function counted(places: PlacesSince, ...rounds: readonly RoundOfYear[]) {
  const cells = cellsOfRounds(rounds, places);
  const there = cells.filter(({ sheetState }) => sheetState === 'submitted' || sheetState === 'accepted');
  const sum = there.reduce((total, { value }) => total + (value ?? 0), 0);
  return { sum, asked: cells.length, in: there.length };
}
const standing = (places: PlacesSince, of: RoundOfYear, place: string): Standing =>
  standings([of], places)(of, of.sheets.find((one) => one.place === place)!, INPUT);

describe('villages that were merged into one of them, which is recorded after they were accepted', () => {
  const merged = since(became(['one', 'two'], ['one']));
  const accepted = [sheet('one', 40), sheet('two', 50)];

  test('keep both figures until the one that stays has handed in anew', () => {
    expect(counted(merged, round(accepted))).toEqual({ sum: 90, asked: 2, in: 2 });
    expect(standing(merged, round(accepted), 'two')).toEqual({ is: 'stands_for', places: ['one'] });
    expect(standing(merged, round(accepted), 'one')).toEqual({ is: 'own' });
  });

  test('wait for it while its sheet is returned, and then count by it alone', () => {
    const returned = round([sheet('one', 40, { state: 'returned' }), sheet('two', 50)]);
    expect(counted(merged, returned)).toEqual({ sum: 50, asked: 2, in: 1 });
    const anew = round([sheet('one', 92, { state: 'submitted', handedIn: AFTER }), sheet('two', 50)]);
    expect(counted(merged, anew)).toEqual({ sum: 92, asked: 1, in: 1 });
    expect(standing(merged, anew, 'two')).toEqual({ is: 'answered_by', places: ['one'] });
  });

  test('count by what was handed in since for the same period, also in another round', () => {
    const again = round([sheet('one', 92, { handedIn: AFTER })], { id: 'b', cutOff: '2026-06-20' });
    expect(counted(merged, round(accepted), again)).toEqual({ sum: 92, asked: 1, in: 1 });
    expect(counted(merged, round(accepted), { ...again, period: '2026-H2' }).sum, 'of another period').toBe(
      90 + 92,
    );
    const asksElse = { ...again, sheets: again.sheets.map((one) => ({ ...one, inputs: ['other'] })) };
    expect(counted(merged, round(accepted), asksElse).sum, 'of another figure').toBe(90);
  });

  test('are what they were in a period that was cut off before', () => {
    const earlier = round(accepted, { cutOff: '2026-05-31' });
    expect(counted(merged, earlier)).toEqual({ sum: 90, asked: 2, in: 2 });
    expect(standing(merged, earlier, 'two')).toEqual({ is: 'own' });
    const anew = round([sheet('one', 41, { handedIn: AFTER }), sheet('two', 50)], { cutOff: '2026-05-31' });
    expect(counted(merged, anew).sum, 'mended later, for itself alone').toBe(91);
  });
});

describe('villages that were merged into a new one', () => {
  const merged = since(became(['one', 'two'], ['new']));
  const old = [sheet('one', 40), sheet('two', 50)];

  test('keep their figures while it has no sheet, or has not handed it in', () => {
    expect(counted(merged, round(old))).toEqual({ sum: 90, asked: 2, in: 2 });
    const open = round([...old, notIn('new')]);
    expect(counted(merged, open)).toEqual({ sum: 90, asked: 2, in: 2 });
    expect(standing(merged, open, 'new')).toEqual({ is: 'waits_for', places: ['one', 'two'] });
  });

  test('are as complete as they were', () => {
    expect(counted(merged, round([sheet('one', 40), notIn('two'), notIn('new')]))).toEqual({
      sum: 40,
      asked: 2,
      in: 1,
    });
  });

  test('count by it once it has handed in, whether the old ones have or not', () => {
    const anew = sheet('new', 93, { handedIn: AFTER });
    for (const before of [old, [notIn('one'), notIn('two')]])
      expect(counted(merged, round([...before, anew]))).toEqual({ sum: 93, asked: 1, in: 1 });
  });

  test('leave it alone where none of them was asked', () => {
    expect(counted(merged, round([notIn('new')]))).toEqual({ sum: 0, asked: 1, in: 0 });
  });
});

describe('a village that was split', () => {
  const split = since(became(['whole'], ['north', 'south']));

  test('counts until all of its parts have handed in, and none of them before', () => {
    const [whole, north] = [sheet('whole', 70), sheet('north', 30, { handedIn: AFTER })];
    const half = round([whole, north, notIn('south')]);
    expect(counted(split, half)).toEqual({ sum: 70, asked: 1, in: 1 });
    expect(standing(split, half, 'whole')).toEqual({ is: 'stands_for', places: ['north', 'south'] });
    const both = round([whole, north, sheet('south', 41, { handedIn: AFTER })]);
    expect(counted(split, both)).toEqual({ sum: 71, asked: 2, in: 2 });
  });
});

describe('what became of a place and became something else again', () => {
  const first = became(['one', 'two'], ['middle']);
  const then = became(['middle', 'three'], ['last'], { day: '2026-06-10', recordedAt: 200 });
  const chain = since(first, then);
  const old = [sheet('one', 40), sheet('two', 50), sheet('three', 7)];

  test('is answered for by the last', () => {
    const open = round([...old, notIn('last')]);
    expect(counted(chain, open)).toEqual({ sum: 97, asked: 3, in: 3 });
    expect(standing(chain, open, 'one')).toEqual({ is: 'stands_for', places: ['last'] });
    expect(standing(chain, open, 'last')).toEqual({ is: 'waits_for', places: ['one', 'two', 'three'] });
    const anew = round([...old, sheet('last', 99, { handedIn: 250 })]);
    expect(counted(chain, anew)).toEqual({ sum: 99, asked: 1, in: 1 });
    expect(standing(chain, anew, 'one')).toEqual({ is: 'answered_by', places: ['last'] });
  });

  test('counts by the one between where that has handed in and the last has not', () => {
    const between = round([...old, sheet('middle', 91, { handedIn: AFTER }), notIn('last')]);
    expect(counted(chain, between)).toEqual({ sum: 98, asked: 2, in: 2 });
    const anew = round([...between.sheets.slice(0, -1), sheet('last', 99, { handedIn: 250 })]);
    expect(counted(chain, anew)).toEqual({ sum: 99, asked: 1, in: 1 });
  });

  test('counts what one that stays said before it took in another', () => {
    const twice = since(
      became(['one', 'two'], ['one']),
      became(['one', 'three'], ['one'], { recordedAt: 200 }),
    );
    const between = round([sheet('one', 92, { handedIn: AFTER }), sheet('two', 50), sheet('three', 7)]);
    expect(counted(twice, between)).toEqual({ sum: 99, asked: 2, in: 2 });
  });

  test('is not asked where the last merely ended by the cut-off', () => {
    const merged = since(first);
    const over = { ...merged, endOf: new Map([...merged.endOf, ['middle', '2026-06-10']]) };
    expect(counted(over, round(old))).toEqual({ sum: 7, asked: 1, in: 1 });
    const later = { ...merged, endOf: new Map([...merged.endOf, ['middle', '2026-09-01']]) };
    expect(counted(later, round(old)).sum, 'but where it ended later').toBe(97);
  });
});

test('by a change no figure is lost, and by handing in anew none is counted twice', () => {
  const values = fc.array(fc.nat(1000), { minLength: 2, maxLength: 8 });
  fc.assert(
    fc.property(values, fc.nat({ max: 8 }), fc.boolean(), (numbers, merging, stays) => {
      const places = numbers.map((_, index) => `place ${index}`);
      const from = places.slice(0, Math.max(2, Math.min(merging, places.length)));
      const heir = stays ? from[0]! : 'new';
      const merged = since(became(from, [heir]));
      const old = numbers.map((value, index) => sheet(places[index]!, value));
      const total = numbers.reduce((sum, number) => sum + number, 0);
      expect(counted(merged, round(old))).toEqual({ sum: total, asked: old.length, in: old.length });
      const whole = numbers.slice(0, from.length).reduce((sum, number) => sum + number, 0);
      const anew = [...old.filter(({ place }) => place !== heir), sheet(heir, whole, { handedIn: AFTER })];
      const left = old.length - from.length + 1;
      expect(counted(merged, round(anew))).toEqual({ sum: total, asked: left, in: left });
    }),
  );
});
