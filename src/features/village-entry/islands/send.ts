import { type CellOutcome, lineBroke, nextBatch, waitBeforeRetry } from '../../../domain/collection/index.ts';
import type { Store } from './store.ts';
import type { VillageFigures } from './village-figures.ts';
import { answered, type TryResult, type VillageRecord } from './village-record.ts';

/** So many operations go at once; on a slow line a small request arrives sooner than a large one. */
const BATCH = 50;
/** A server that has not answered by then has not got it, or its answer was lost: the same goes out again. */
const PATIENCE_MS = 20_000;
/** Nothing waits, but what the server has is not known. */
const LOOK_AGAIN_MS = 30_000;
/** From the last change to sending it: whoever types the next figure sends both. */
const PAUSE_MS = 400;

/** What a request came to. */
type Exchange<Body> =
  | { readonly result: 'sent'; readonly body: Body }
  | { readonly result: Exclude<TryResult, 'sent'> };

async function ask<Body>(path: string, sending?: unknown): Promise<Exchange<Body>> {
  const request: RequestInit =
    sending === undefined
      ? {}
      : { method: 'POST', body: JSON.stringify(sending), headers: { 'content-type': 'application/json' } };
  try {
    const answer = await fetch(path, {
      ...request,
      headers: { ...request.headers, accept: 'application/json' },
      cache: 'no-store',
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    if (answer.status === 401) return { result: 'ended' };
    if (answer.status === 409) return { result: 'other_place' };
    if (!answer.ok) return { result: 'server' };
    return { result: 'sent', body: (await answer.json()) as Body };
  } catch {
    return { result: 'no_line' };
  }
}

/** One tab at a time sends; where the browser has no locks (plain http), the server still does nothing twice. */
const alone = <Result>(work: () => Promise<Result>): Promise<Result> =>
  'locks' in navigator ? navigator.locks.request('mang-non-thon', work) : work();

/** Sends what waits, in order, until nothing does, and then asks what the server has. */
export function sendAll(store: Store, place: string): Promise<TryResult> {
  return alone(async () => {
    for (;;) {
      const sent = await sendBatch(store, place);
      if (sent === 'nothing') break;
      if (sent !== 'sent') return sent;
    }
    const figures = await ask<VillageFigures>('/thon/so-lieu.json');
    if (figures.result !== 'sent') return remember(store, place, figures.result);
    await store.receive(figures.body);
    return figures.body.place.id === place
      ? remember(store, place, 'sent')
      : remember(store, place, 'other_place');
  });
}

async function remember(store: Store, place: string, result: TryResult): Promise<TryResult> {
  const at = new Date().toISOString();
  await store.change(place, (record) => ({ ...record, lastTry: { at, result } }));
  return result;
}

async function sendBatch(store: Store, place: string): Promise<TryResult | 'nothing'> {
  let batch: ReturnType<typeof nextBatch>['operations'] = [];
  let settled: readonly string[] = [];
  await store.change(place, (record) => {
    // Whoever sends is alone: what is still called under way is what a killed page has left.
    const next = nextBatch({ ...record.outbox, onTheWay: [] }, BATCH);
    batch = next.operations;
    settled = record.settled.slice(0, BATCH);
    return { ...record, outbox: next.outbox };
  });
  if (batch.length === 0 && settled.length === 0) return 'nothing';
  const answer = await ask<{ outcomes: CellOutcome[] }>('/thon/gui', { place, operations: batch, settled });
  if (answer.result !== 'sent') {
    await store.change(place, (record) => ({ ...record, outbox: lineBroke(record.outbox) }));
    return remember(store, place, answer.result);
  }
  const { outcomes } = answer.body;
  await store.change(place, (record) => answered(record, outcomes, settled));
  // Where not one was taken, all wait for something that is not there: the next try may find it.
  const moved = outcomes.some((one) => one.outcome !== 'refused' || one.fault !== 'out_of_order');
  return batch.length > 0 && !moved ? remember(store, place, 'server') : 'sent';
}

export interface Sender {
  /** Now, whatever the pause. */
  send(): Promise<TryResult>;
  /** Soon: something was put in. */
  nudge(): void;
  stop(): void;
}

/**
 * Sends whenever there is something to send and a chance that it arrives: after a change, when the line or the page comes
 * back, and after pauses that grow.
 */
export function startSender(
  store: Store,
  place: string,
  on: { readonly busy: (busy: boolean) => void; readonly record: (record: VillageRecord) => void },
): Sender {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let underWay: Promise<TryResult> | null = null;
  let again = false;
  let stopped = false;

  const later = (milliseconds: number) => {
    clearTimeout(timer);
    if (!stopped) timer = setTimeout(() => void send(), milliseconds);
  };
  const send = (): Promise<TryResult> => {
    if (underWay !== null) {
      again = true;
      return underWay;
    }
    clearTimeout(timer);
    again = false;
    on.busy(true);
    underWay = sendAll(store, place).finally(async () => {
      underWay = null;
      on.busy(false);
      const record = await store.read(place);
      if (record === null || stopped) return;
      on.record(record);
      if (again) later(0);
      else if (record.outbox.waiting.length > 0)
        later(Math.max(1_000, waitBeforeRetry(record.outbox.failures)));
      else if (record.lastTry?.result === 'no_line') later(LOOK_AGAIN_MS);
    });
    return underWay;
  };
  const back = () => {
    if (document.visibilityState === 'visible') void send();
  };
  window.addEventListener('online', back);
  window.addEventListener('pageshow', back);
  document.addEventListener('visibilitychange', back);
  void send();
  return {
    send,
    nudge: () => later(PAUSE_MS),
    stop() {
      stopped = true;
      clearTimeout(timer);
      window.removeEventListener('online', back);
      window.removeEventListener('pageshow', back);
      document.removeEventListener('visibilitychange', back);
    },
  };
}
