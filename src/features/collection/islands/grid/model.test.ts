import { describe, expect, it } from 'vitest';
import { cellKey, itemOf, type StoredCell } from '../../../../domain/collection/index.ts';
import { CellServer } from '../../../../domain/collection/testing/cell-server.ts';
import { given, NO_DATA } from '../../../../domain/scoring/index.ts';
import { QD_06 } from '../../../../domain/scoring/testing/standards.ts';
import { GridModel, type Kept } from './model.ts';

const total = itemOf(QD_06, 'children_total')!;
const name = (sheet = 's1') => ({ sheet, item: total.key });
const typed = (text: string, sheet = 's1') => ({ ...name(sheet), of: total, text });
const cellOf = (value: number, revision: number): StoredCell => ({
  figure: given(value),
  comment: null,
  revision,
});

function begin(kept?: Kept) {
  let serial = 0;
  const server = new CellServer();
  const model = new GridModel(() => `id ${++serial}`, kept);
  const send = () => model.answered(server.answer(model.nextBatch(100)));
  return { server, model, send };
}

describe('cells of the grid', () => {
  it('what is typed waits, and is saved by the answer', () => {
    const { model, send } = begin();
    model.type([typed('1.234')]);
    expect(model.cell(name())).toMatchObject({ figure: given(1234), standing: 'waiting' });
    send();
    expect(model.cell(name())).toMatchObject({ standing: 'just_saved', stored: cellOf(1234, 1) });
    expect(model.counts()).toEqual({ waiting: 0, invalid: 0, conflict: 0 });
  });

  it('what cannot be read stays in its cell with the reason and is not sent', () => {
    const { model } = begin();
    model.load('s1', total.key, cellOf(5, 1));
    model.type([typed('95,7')]);
    expect(model.cell(name())).toMatchObject({
      standing: 'invalid',
      figure: given(5),
      draft: { text: '95,7', fault: 'fraction' },
    });
    expect(model.nextBatch(100)).toEqual([]);
    model.accept(name());
    expect(model.cell(name())).toMatchObject({ standing: 'stored', draft: null });
  });

  it('a number that no column holds is said at once', () => {
    const { model } = begin();
    model.type([typed('999999999999999')]);
    expect(model.cell(name()).draft).toMatchObject({ fault: 'too_large' });
  });

  it('a pasted block is undone and done again as a whole', () => {
    const { model } = begin();
    model.load('s1', total.key, cellOf(1, 1));
    model.type([typed('10'), typed('x', 's2'), typed('30', 's3')]);
    expect(model.step('back')).toMatchObject({ left: 0 });
    expect(['s1', 's2', 's3'].map((sheet) => model.cell(name(sheet)))).toMatchObject([
      { figure: given(1) },
      { figure: NO_DATA, draft: null },
      { figure: NO_DATA },
    ]);
    model.step('forth');
    expect(model.cell(name('s2')).draft?.text).toBe('x');
    expect(model.cell(name('s3')).figure).toEqual(given(30));
  });

  it('undo after saving is a change like another', () => {
    const { model, send, server } = begin();
    model.type([typed('10')]);
    send();
    model.step('back');
    send();
    expect(server.cells.get(cellKey(name()))).toMatchObject({ figure: NO_DATA, revision: 2 });
  });

  it('undo leaves alone what somebody else has changed since', () => {
    const { model, send } = begin();
    model.type([typed('10')]);
    send();
    model.stored(name(), cellOf(77, 2), { isEdited: false, isNews: true });
    expect(model.step('back')).toMatchObject({ left: 1 });
    expect(model.cell(name())).toMatchObject({
      figure: given(77),
      standing: 'changed_by_other',
      before: given(10),
    });
  });

  it('what others store does not touch what is typed here; both values are shown, and a person chooses', () => {
    const { model, send, server } = begin();
    model.load('s1', total.key, cellOf(3, 0));
    model.type([typed('5')]);
    server.change(cellKey(name()), { figure: given(7), comment: null });
    model.stored(name(), cellOf(7, 1), { isEdited: false, isNews: true });
    expect(model.cell(name())).toMatchObject({ figure: given(5), standing: 'waiting' });
    send();
    expect(model.cell(name())).toMatchObject({
      standing: 'conflict',
      figure: given(5),
      stored: cellOf(7, 1),
    });
    expect(model.step('back'), 'nor is it overwritten by undoing').toMatchObject({ left: 1 });
    model.choose(name(), 'mine');
    send();
    expect(server.cells.get(cellKey(name()))).toEqual(cellOf(5, 2));
    expect(model.counts().conflict).toBe(0);
  });

  it('choosing what is stored writes nothing', () => {
    const { model, send, server } = begin();
    server.change(cellKey(name()), { figure: given(7), comment: null });
    model.type([typed('5')]);
    send();
    model.choose(name(), 'stored');
    send();
    expect(server.writings).toEqual([]);
    expect(model.cell(name())).toMatchObject({ figure: given(7), stored: cellOf(7, 1) });
    expect(model.counts()).toEqual({ waiting: 0, invalid: 0, conflict: 0 });
  });

  it('an old page takes in what was stored since, says nothing of others, and is typed over without a conflict', () => {
    const { model, send, server } = begin();
    server.change(cellKey(name()), { figure: given(42), comment: null });
    model.stored(name(), cellOf(42, 1), { isEdited: false, isNews: false });
    expect(model.cell(name())).toMatchObject({ figure: given(42), standing: 'stored' });
    model.type([typed('43')]);
    send();
    expect(server.cells.get(cellKey(name()))).toEqual(cellOf(43, 2));
  });

  it('what was typed into an old page before it learned of the present is kept', () => {
    const { model, send, server } = begin();
    server.change(cellKey(name()), { figure: given(42), comment: null });
    model.type([typed('43')]);
    model.stored(name(), cellOf(42, 1), { isEdited: false, isNews: false });
    expect(model.cell(name())).toMatchObject({ figure: given(43), standing: 'waiting' });
    send();
    expect(model.cell(name())).toMatchObject({ standing: 'conflict', stored: cellOf(42, 1) });
  });

  it('what was typed while the cell was changed under the cursor is not stored unseen', () => {
    const { model, send, server } = begin();
    server.change(cellKey(name()), { figure: given(7), comment: null });
    model.stored(name(), cellOf(7, 1), { isEdited: true, isNews: true });
    model.type([typed('5')]);
    send();
    expect(model.cell(name()).standing).toBe('conflict');
  });

  it('what a locked sheet refused can be typed again, or given up', () => {
    const { model, send, server } = begin();
    server.refuses = 'locked';
    model.type([typed('5')]);
    send();
    expect(model.cell(name())).toMatchObject({ standing: 'invalid', refused: 'locked', figure: given(5) });
    server.refuses = null;
    model.type([typed('5')]);
    send();
    expect(server.cells.get(cellKey(name()))?.figure).toEqual(given(5));
    server.refuses = 'locked';
    model.type([typed('6')]);
    send();
    model.step('back');
    expect(model.cell(name()), 'undone: nothing to send').toMatchObject({ figure: given(5), refused: null });
    expect(model.nextBatch(100)).toEqual([]);
  });

  it('a comment is saved with its figure, and stays when the figure changes', () => {
    const { model, send, server } = begin();
    model.type([typed('5')]);
    model.setComment(name(), '  Đã đếm lại ');
    model.type([typed('6')]);
    send();
    expect(server.cells.get(cellKey(name()))).toMatchObject({ figure: given(6), comment: 'Đã đếm lại' });
  });

  it('what waits and what is not valid outlives the page', () => {
    const before = begin();
    before.model.type([typed('5'), typed('abc', 's2')]);
    before.model.nextBatch(100);
    const after = begin(JSON.parse(JSON.stringify(before.model.kept())));
    expect(after.model.cell(name())).toMatchObject({ figure: given(5), standing: 'waiting' });
    expect(after.model.cell(name('s2')).draft).toEqual({ text: 'abc', fault: 'not_a_number' });
    after.send();
    expect(after.server.cells.get(cellKey(name()))?.figure).toEqual(given(5));
  });
});
