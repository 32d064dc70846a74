import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { given, notApplicable } from '../scoring/index.ts';
import type { CellOperation } from './cell.ts';
import { sameFigure } from './judge-cell.ts';
import {
  afterRestart,
  type CellChange,
  cellKey,
  discardCell,
  dropCell,
  EMPTY_OUTBOX,
  lineBroke,
  nextBatch,
  type Outbox,
  putInto,
  takeAnswers,
  waitBeforeRetry,
} from './outbox.ts';
import { CellServer } from './testing/cell-server.ts';

const change = (id: string, value: number, over: Partial<CellChange> = {}): CellChange => ({
  id,
  sheet: 'thôn 1',
  item: 'children_total',
  figure: given(value),
  comment: null,
  seenRevision: 0,
  ...over,
});

const sendTo = (server: CellServer, outbox: Outbox): Outbox => {
  const batch = nextBatch(outbox, 100);
  return takeAnswers(batch.outbox, server.answer(batch.operations)).outbox;
};

describe('what waits to be sent', () => {
  it('a cell typed again before anything was sent is one operation, in its old place', () => {
    const outbox = putInto(EMPTY_OUTBOX, [
      change('a', 1),
      change('b', 2, { item: 'under1_total' }),
      change('c', 3),
    ]);
    expect(outbox.waiting.map(({ operation }) => [operation.id, operation.after])).toEqual([
      ['c', null],
      ['b', null],
    ]);
  });

  it('a cell typed again before the answer came follows the operation that may have arrived', () => {
    const server = new CellServer();
    const first = nextBatch(putInto(EMPTY_OUTBOX, [change('a', 1)]), 100);
    const typedAgain = putInto(first.outbox, [change('b', 2)]);
    expect(nextBatch(typedAgain, 100).operations, 'one request at a time').toEqual([]);
    server.answer(first.operations);
    const after = sendTo(server, lineBroke(typedAgain));
    expect(after).toEqual(EMPTY_OUTBOX);
    expect(server.writings, 'the answer to the first was lost, and it was sent again').toEqual(['a', 'b']);
  });

  it('a change that is discarded goes without a trace, and after it may have arrived by a change back', () => {
    const server = new CellServer();
    const stored = { figure: given(7), comment: null, revision: 0 };
    const cell = { sheet: 'thôn 1', item: 'children_total' };
    const unsent = putInto(EMPTY_OUTBOX, [change('a', 1)]);
    expect(discardCell(unsent, cell, stored, 'b')).toEqual(EMPTY_OUTBOX);
    const sent = nextBatch(unsent, 100);
    server.answer(sent.operations);
    expect(sendTo(server, discardCell(lineBroke(sent.outbox), cell, stored, 'b'))).toEqual(EMPTY_OUTBOX);
    expect(server.cells.get(cellKey(cell))?.figure).toEqual(given(7));
  });

  it('sends no more at a time than is asked for, and those in front first', () => {
    const outbox = putInto(EMPTY_OUTBOX, [change('a', 1), change('b', 2, { item: 'under1_total' })]);
    const batch = nextBatch(outbox, 1);
    expect(batch.operations.map(({ id }) => id)).toEqual(['a']);
    expect(batch.outbox.waiting.map(({ sent }) => sent)).toEqual([true, false]);
  });

  it('a cell that somebody else changed is put before a person with both values; their decision ends it', () => {
    const server = new CellServer();
    server.change(cellKey(change('', 0)), { figure: given(7), comment: null });
    const met = sendTo(server, putInto(EMPTY_OUTBOX, [change('a', 5)]));
    expect(met.conflicts).toMatchObject([{ operation: { figure: given(5) }, stored: { figure: given(7) } }]);
    const decided = sendTo(server, putInto(met, [change('b', 5, { seenRevision: 1 })]));
    expect(decided).toEqual(EMPTY_OUTBOX);
    expect(server.cells.get(cellKey(change('', 0)))?.figure).toEqual(given(5));
    expect(dropCell(met, change('', 0)), 'or the stored value stands').toEqual(EMPTY_OUTBOX);
  });

  it('what was typed after a refused change does not wait for it for ever', () => {
    const server = new CellServer();
    server.refuses = 'locked';
    const first = nextBatch(putInto(EMPTY_OUTBOX, [change('a', 1)]), 100);
    const typedAgain = putInto(first.outbox, [change('b', 2)]);
    const answered = takeAnswers(typedAgain, server.answer(first.operations)).outbox;
    server.refuses = null;
    expect(answered.refused, 'something newer is waiting').toEqual([]);
    expect(sendTo(server, answered)).toEqual(EMPTY_OUTBOX);
    expect(server.writings).toEqual(['b']);
  });

  it('a reason that is too long hinders nothing, and its correction arrives, also in the same request', () => {
    const server = new CellServer();
    const tooLong = change('a', 0, { figure: notApplicable('x'.repeat(501)) });
    const stuck = nextBatch(putInto(EMPTY_OUTBOX, [tooLong, change('b', 3, { item: 'under1_total' })]), 100);
    const corrected = putInto(lineBroke(stuck.outbox), [change('c', 0, { figure: notApplicable('x') })]);
    const freed = sendTo(server, corrected);
    expect(server.writings).toEqual(['b']);
    expect(freed).toMatchObject({ waiting: [{ operation: { id: 'c', after: null } }], refused: [] });
    expect(sendTo(server, freed)).toEqual(EMPTY_OUTBOX);
    expect(server.writings).toEqual(['b', 'c']);
    expect(sendTo(server, lineBroke(stuck.outbox)).refused, 'without one it is told').toMatchObject([
      { operation: { id: 'a' }, fault: 'remark_too_long' },
    ]);
  });

  it('one whose predecessor the server never gets is sent by itself in the end', () => {
    const server = new CellServer();
    const lost: Outbox = {
      ...EMPTY_OUTBOX,
      waiting: [{ operation: { ...change('b', 2), after: 'gone' }, sent: true }],
    };
    expect(sendTo(server, sendTo(server, lost))).toEqual(EMPTY_OUTBOX);
    expect(server.writings).toEqual(['b']);
  });

  it('a refused cell stays on the list with its reason until it is typed again', () => {
    const server = new CellServer();
    server.refuses = 'too_large';
    const refused = sendTo(server, putInto(EMPTY_OUTBOX, [change('a', 1)]));
    expect(refused).toMatchObject({ waiting: [], refused: [{ operation: { id: 'a' }, fault: 'too_large' }] });
    expect(putInto(refused, [change('b', 2)]).refused).toEqual([]);
  });

  it('waits longer after each failure, and never longer than half a minute', () => {
    expect([0, 1, 2, 3, 4, 5, 6, 60].map(waitBeforeRetry)).toEqual([
      0, 1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000,
    ]);
  });
});

/** What may happen, one after another. `line`: what the line does to a request. */
type Step =
  | { readonly what: 'type'; readonly item: string; readonly value: number }
  | {
      readonly what: 'send';
      readonly most: number;
      readonly line: 'works' | 'loses request' | 'loses answer';
    }
  /** A request of before comes once more, or late. */
  | { readonly what: 'again'; readonly which: number }
  | { readonly what: 'restart' }
  | { readonly what: 'other'; readonly item: string; readonly value: number }
  | { readonly what: 'lock'; readonly locked: boolean };

const item = fc.constantFrom('a', 'b', 'c');
const typing = fc.record({ what: fc.constant('type' as const), item, value: fc.nat(4) });
const sending = fc.record({
  what: fc.constant('send' as const),
  most: fc.integer({ min: 1, max: 4 }),
  line: fc.constantFrom('works' as const, 'loses request' as const, 'loses answer' as const),
});
const again = fc.record({ what: fc.constant('again' as const), which: fc.nat(20) });
const restart = fc.constant({ what: 'restart' as const });
/** Values that are never typed here. */
const other = fc.record({
  what: fc.constant('other' as const),
  item,
  value: fc.integer({ min: 10, max: 14 }),
});
const lock = fc.record({ what: fc.constant('lock' as const), locked: fc.boolean() });

class Device {
  outbox = EMPTY_OUTBOX;
  readonly server = new CellServer();
  readonly typed: { readonly id: string; readonly key: string; readonly value: number }[] = [];
  readonly others = new Map<string, readonly number[]>();
  readonly #seen = new Map<string, number>();
  readonly #requests: (readonly CellOperation[])[] = [];

  take(step: Step): void {
    if (step.what === 'type') this.#type(step.item, step.value);
    else if (step.what === 'send') this.#send(step.most, step.line);
    else if (step.what === 'other') this.#other(`s ${step.item}`, step.value);
    else if (step.what === 'lock') this.server.refuses = step.locked ? 'locked' : null;
    else if (step.what === 'restart') this.outbox = afterRestart(JSON.parse(JSON.stringify(this.outbox)));
    else this.server.answer(this.#requests[step.which % this.#requests.length] ?? []);
  }

  /** The line is good again and everything goes out. */
  drain(): void {
    this.server.refuses = null;
    for (let round = 0; this.outbox.waiting.length > 0; round++) {
      if (round > 1_000) throw new Error('it never ends');
      this.#send(2, 'works');
    }
  }

  #other(key: string, value: number): void {
    this.server.change(key, { figure: given(value), comment: null });
    this.others.set(key, [...(this.others.get(key) ?? []), value]);
  }

  #type(name: string, value: number): void {
    const id = String(this.typed.length);
    const key = `s ${name}`;
    const conflict = this.outbox.conflicts.find(({ operation }) => operation.item === name);
    const seenRevision = conflict?.stored.revision ?? this.#seen.get(key) ?? 0;
    this.typed.push({ id, key, value });
    this.outbox = putInto(this.outbox, [change(id, value, { sheet: 's', item: name, seenRevision })]);
  }

  #send(most: number, line: 'works' | 'loses request' | 'loses answer'): void {
    const batch = nextBatch(this.outbox, most);
    if (batch.operations.length === 0) return;
    this.outbox = batch.outbox;
    this.#requests.push(batch.operations);
    const outcomes = line === 'loses request' ? null : this.server.answer(batch.operations);
    if (outcomes === null || line === 'loses answer') {
      this.outbox = lineBroke(this.outbox);
      return;
    }
    const { outbox, saved } = takeAnswers(this.outbox, outcomes);
    this.outbox = outbox;
    for (const { operation, revision } of saved) this.#seen.set(cellKey(operation), revision);
  }

  last(key: string) {
    return this.typed.findLast((one) => one.key === key);
  }
}

describe('over a line that loses, doubles and delays, with the program killed in between', () => {
  const run = (steps: readonly Step[]) => {
    const device = new Device();
    for (const step of steps) device.take(step);
    device.drain();
    return device;
  };

  it('nothing is lost, nothing is done twice, nothing overtakes', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(typing, sending, again, restart), { maxLength: 60 }), (steps) => {
        const device = run(steps);
        const { server, typed, outbox } = device;
        expect(outbox).toEqual(EMPTY_OUTBOX);
        for (const { key } of typed)
          expect(server.cells.get(key)?.figure).toEqual(given(device.last(key)!.value));
        expect(new Set(server.writings).size, 'nothing twice').toBe(server.writings.length);
        const orderOf = (key: string) => server.writings.map(Number).filter((id) => typed[id]!.key === key);
        for (const key of server.cells.keys())
          expect(orderOf(key), 'in the order of typing').toEqual(orderOf(key).sort((a, b) => a - b));
      }),
      { numRuns: 500 },
    );
  });

  it('what others changed is never overwritten unseen: a person decides', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(typing, sending, again, restart, other), { maxLength: 60 }), (steps) => {
        const device = run(steps);
        for (const key of new Set(device.typed.map((one) => one.key))) {
          const last = device.last(key)!;
          const conflict = device.outbox.conflicts.find(({ operation }) => cellKey(operation) === key);
          const stored = device.server.cells.get(key)?.figure;
          const othersStand =
            device.others.get(key)?.some((value) => sameFigure(given(value), stored!)) ?? false;
          if (conflict !== undefined) {
            expect(conflict.operation.figure, 'with what was typed last').toEqual(given(last.value));
            expect(othersStand, 'and the value of the other stands').toBe(true);
          } else if (othersStand) {
            // What was typed once more as it stood already is not written again.
            const written = device.server.writings.map((id) => device.typed[Number(id)]!);
            const lastWritten = written.findLast((one) => one.key === key);
            expect(lastWritten?.value, 'it came after what was typed here').toBe(last.value);
          } else expect(stored).toEqual(given(last.value));
        }
      }),
      { numRuns: 500 },
    );
  });

  it('what a locked sheet refused is sent once it is typed again, and else is on the list', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(typing, sending, again, restart, lock), { maxLength: 60 }), (steps) => {
        const device = run(steps);
        for (const key of new Set(device.typed.map((one) => one.key))) {
          const { value } = device.last(key)!;
          const refused = device.outbox.refused.find(({ operation }) => cellKey(operation) === key);
          const conflict = device.outbox.conflicts.find(({ operation }) => cellKey(operation) === key);
          const kept =
            refused?.operation.figure ?? conflict?.operation.figure ?? device.server.cells.get(key)?.figure;
          expect(kept).toEqual(given(value));
        }
        expect(new Set(device.server.writings).size).toBe(device.server.writings.length);
      }),
      { numRuns: 500 },
    );
  });
});
