import { describe, expect, test } from 'vitest';
import { nextBatch } from '../../../domain/collection/index.ts';
import { given, NO_DATA } from '../../../domain/scoring/index.ts';
import {
  givenFigures as figures,
  givenItem as item,
  givenSheet as sheet,
  givenCell as stored,
} from './testing/given-figures.ts';
import {
  answered,
  boxesNow,
  discard,
  entriesOf,
  figureNow,
  newRecord,
  sendAgain,
  takeUpDrafts,
  type VillageRecord,
  withDraft,
  withFigures,
  withTyped,
} from './village-record.ts';

const cell = { sheet: 'phieu', item: 'children_total' };
const act = (id: string) => ({ id, at: '2026-06-15T01:00:00Z' });
const boxes = (text: string) => ({ text, state: '', reason: '' });
const typed = (record: VillageRecord, text: string, id: string) =>
  withTyped(record, cell, boxes(text), act(id));
const fresh = () => newRecord(figures(sheet()));
const kinds = (record: VillageRecord) => entriesOf(record).map(({ kind }) => kind);

describe('what a phone keeps of a village', () => {
  test('a figure that was typed waits, with since when, and goes when the server has it', () => {
    const waiting = typed(fresh(), '41', 'a');
    expect(entriesOf(waiting)).toMatchObject([
      { kind: 'waiting', figure: given(41), since: '2026-06-15T01:00:00Z' },
    ]);
    const sent = { ...waiting, outbox: nextBatch(waiting.outbox, 9).outbox };
    const after = answered(sent, [{ id: 'a', outcome: 'saved', revision: 1 }], []);
    expect(entriesOf(after)).toEqual([]);
    expect(after.since).toEqual({});
    expect(after.figures.sheets[0]!.items[0]!.cell).toEqual(stored(41, 1));
  });

  test('the same figure as before is no change', () => {
    const record = newRecord(figures(sheet({ items: [item({ cell: stored(41, 1) })] })));
    expect(typed(record, '41', 'a')).toEqual(record);
  });

  test('what is no figure stays as it was typed and is never sent', () => {
    const record = typed(fresh(), '4l', 'a');
    expect(entriesOf(record)).toMatchObject([{ kind: 'invalid', fault: 'not_a_number' }]);
    expect(record.outbox.waiting).toEqual([]);
    expect(boxesNow(record, cell).text).toBe('4l');
  });

  test('a number in the middle of typing is taken up after the phone was closed', () => {
    const left = withDraft(fresh(), cell, boxes('41'));
    expect(kinds(takeUpDrafts(left, () => act('a')))).toEqual(['waiting']);
  });

  test('a number in the middle of typing is a change upon what was there when it was begun', () => {
    const left = withDraft(fresh(), cell, boxes('41'));
    const meanwhile = withFigures(
      left,
      figures(sheet({ revision: 1, items: [item({ cell: stored(43, 1) })] })),
    );
    expect(takeUpDrafts(meanwhile, () => act('a')).outbox.waiting[0]!.operation.seenRevision).toBe(0);
    expect(typed(meanwhile, '412', 'a').outbox.waiting[0]!.operation.seenRevision).toBe(0);
  });

  test('whoever types on upon their own change meets with no conflict', () => {
    const waiting = typed(fresh(), '41', 'a');
    const sent = { ...waiting, outbox: nextBatch(waiting.outbox, 9).outbox };
    const typing = withDraft(sent, cell, boxes('412'));
    const saved = answered(typing, [{ id: 'a', outcome: 'saved', revision: 1 }], []);
    expect(typed(saved, '412', 'b').outbox.waiting[0]!.operation.seenRevision).toBe(1);
  });

  test('a draft that an earlier build left is a change upon what is known', () => {
    const waiting = typed(fresh(), '41', 'a');
    const sent = { ...waiting, outbox: nextBatch(waiting.outbox, 9).outbox };
    const left = { ...sent, drafts: { 'phieu children_total': boxes('412') } };
    const saved = answered(left, [{ id: 'a', outcome: 'saved', revision: 1 }], []);
    expect(typed(saved, '412', 'b').outbox.waiting[0]!.operation.seenRevision).toBe(1);
  });

  test('an older answer of the server takes nothing back that a newer one said', () => {
    const record = newRecord(figures(sheet({ revision: 2, items: [item({ cell: stored(41, 2) })] })));
    const late = withFigures(record, figures(sheet({ revision: 1, items: [item({ cell: stored(40, 1) })] })));
    expect(figureNow(late, cell)).toEqual(given(41));
    expect(late.figures.sheets[0]!.revision).toBe(2);
  });

  test('a sheet whose round was closed, or a figure asked no more, stays in sight while something of it waits', () => {
    const waiting = typed(fresh(), '41', 'a');
    const closed = withFigures(waiting, figures());
    expect(kinds(closed)).toEqual(['waiting']);
    expect(closed.figures.sheets[0]!.maySubmit).toBe(false);
    expect(withFigures(fresh(), figures()).figures.sheets).toEqual([]);
    const left = withFigures(withDraft(fresh(), cell, boxes('41')), figures());
    expect(kinds(takeUpDrafts(left, () => act('a'))), 'also what was left in the middle of typing').toEqual([
      'waiting',
    ]);
    expect(kinds(withFigures(waiting, figures(sheet({ items: [item({ key: 'under1_total' })] }))))).toEqual([
      'waiting',
    ]);
  });
});

describe('a conflict', () => {
  const met = () => {
    const waiting = typed(fresh(), '41', 'a');
    const sent = { ...waiting, outbox: nextBatch(waiting.outbox, 9).outbox };
    return answered(sent, [{ id: 'a', outcome: 'conflict', stored: stored(43, 1) }], []);
  };

  test('shows both values, and until a person decides nothing more is sent', () => {
    expect(entriesOf(met())).toMatchObject([{ kind: 'conflict', figure: given(41), stored: stored(43, 1) }]);
    expect(nextBatch(met().outbox, 9).operations).toEqual([]);
  });

  test('decided for the own figure is a change upon what was seen, and the server is told', () => {
    const kept = sendAgain(met(), cell, act('b'));
    expect(nextBatch(kept.outbox, 9).operations).toMatchObject([
      { id: 'b', figure: given(41), seenRevision: 1, after: null },
    ]);
    expect(kept.settled).toEqual(['a']);
    expect(answered(kept, [], ['a']).settled).toEqual([]);
  });

  test('decided for the stored figure leaves nothing to send but the decision', () => {
    const taken = discard(met(), cell, 'b');
    expect(entriesOf(taken)).toEqual([]);
    expect(taken.outbox.waiting).toEqual([]);
    expect(figureNow(taken, cell)).toEqual(given(43));
    expect(taken.settled).toEqual(['a']);
  });
});

test('a change that is discarded before it was sent leaves no trace', () => {
  const record = discard(typed(fresh(), '41', 'a'), cell, 'b');
  expect(record.outbox.waiting).toEqual([]);
  expect(figureNow(record, cell)).toEqual(NO_DATA);
});

test('a change that is discarded after it may have arrived is followed by one back to what is stored', () => {
  const waiting = typed(fresh(), '41', 'a');
  const sent = { ...waiting, outbox: nextBatch(waiting.outbox, 9).outbox };
  expect(discard(sent, cell, 'b').outbox.waiting.map(({ operation }) => operation)).toMatchObject([
    { id: 'a' },
    { id: 'b', figure: NO_DATA, after: 'a' },
  ]);
});
