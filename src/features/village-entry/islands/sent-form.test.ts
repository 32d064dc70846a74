import { describe, expect, test } from 'vitest';
import type { StoredCell } from '../../../domain/collection/index.ts';
import { given, NO_DATA } from '../../../domain/scoring/index.ts';
import { withForm } from './sent-form.ts';
import { givenCell, givenFigures, givenItem, givenSheet } from './testing/given-figures.ts';
import { EMPTY_CELL } from './village-figures.ts';
import { entriesOf, figureNow, newRecord, takeUpDrafts, type VillageRecord } from './village-record.ts';

const cell = { sheet: 'phieu', item: 'children_total' };
const act = () => ({ id: 'a', at: '2026-06-15T01:00:00Z' });
const pageWith = (stored: StoredCell) =>
  givenSheet({ revision: stored.revision, items: [givenItem({ cell: stored })] });
/** What the device knows. */
const knowing = (stored: StoredCell) => newRecord(givenFigures(pageWith(stored)));
const taken = (record: VillageRecord) => takeUpDrafts(record, act);
const waiting = (record: VillageRecord) => record.outbox.waiting.map(({ operation }) => operation);
const typed = (text: string) => ({ 'so.children_total': text });

describe('a page that is older than what the device knows', () => {
  const old = pageWith(EMPTY_CELL);

  test('takes nothing back where nothing was typed into it', () => {
    const record = knowing(givenCell(41, 1));
    expect(taken(withForm(record, old, undefined, {}))).toEqual(record);
  });

  test('and into which was typed what is stored already, sends nothing', () => {
    expect(waiting(taken(withForm(knowing(givenCell(41, 1)), old, undefined, typed('41'))))).toEqual([]);
  });

  test('and into which something else was typed, sends it upon what it showed: a person will decide', () => {
    const record = taken(withForm(knowing(givenCell(43, 2)), old, undefined, typed('41')));
    expect(waiting(record)).toMatchObject([{ figure: given(41), seenRevision: 0 }]);
  });
});

test('of a figure of which one box was typed in, the others are as the page showed them', () => {
  const page = givenSheet({
    items: [givenItem({ cell: { ...EMPTY_CELL, figure: { state: 'not_applicable', reason: 'Cũ' } } })],
  });
  const record = withForm(newRecord(givenFigures(page)), page, undefined, { 'ly_do.children_total': 'Mới' });
  expect(waiting(taken(record))).toMatchObject([{ figure: { state: 'not_applicable', reason: 'Mới' } }]);
});

describe('a form that was sent without the script', () => {
  const boxes = { text: '41', state: '', reason: '' };
  const operation = { ...cell, id: 'b', figure: given(41), comment: null, seenRevision: 0, after: null };
  const page = pageWith(givenCell(43, 1));
  const met = {
    typed: { children_total: { ...boxes, seenRevision: 1 } },
    operations: [operation],
    outcomes: [{ id: 'b', outcome: 'conflict', stored: givenCell(43, 1) }],
  } as const;

  test('and met with a conflict waits for a decision, and is not sent', () => {
    const record = taken(withForm(knowing(givenCell(43, 1)), page, met, {}));
    expect(entriesOf(record)).toMatchObject([
      { kind: 'conflict', figure: given(41), stored: givenCell(43, 1) },
    ]);
    expect(waiting(record)).toEqual([]);
  });

  test('is decided by what is then typed beside both values', () => {
    const record = taken(withForm(knowing(givenCell(43, 1)), page, met, typed('42')));
    expect(waiting(record)).toMatchObject([{ figure: given(42), seenRevision: 1 }]);
    expect(record.settled).toEqual(['b']);
  });

  test('and could not be read keeps what was typed, upon what its author saw', () => {
    const form = {
      typed: { children_total: { ...boxes, text: 'bốn mốt', seenRevision: 0 } },
      operations: [],
      outcomes: [],
    };
    const record = taken(withForm(knowing(givenCell(43, 1)), page, form, {}));
    expect(entriesOf(record)).toMatchObject([{ kind: 'invalid', fault: 'not_a_number' }]);
    expect(waiting(taken(withForm(record, page, form, typed('41'))))).toMatchObject([
      { figure: given(41), seenRevision: 0 },
    ]);
  });

  test('and was refused says why', () => {
    const refused = { ...met, outcomes: [{ id: 'b', outcome: 'refused', fault: 'locked' }] as const };
    const record = taken(withForm(knowing(EMPTY_CELL), pageWith(EMPTY_CELL), refused, {}));
    expect(entriesOf(record)).toMatchObject([{ kind: 'refused', fault: 'locked', figure: given(41) }]);
    expect(figureNow(knowing(EMPTY_CELL), cell)).toEqual(NO_DATA);
  });
});
