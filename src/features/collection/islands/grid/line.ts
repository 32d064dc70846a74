import { type CellOutcome, waitBeforeRetry } from '../../../../domain/collection/index.ts';
import type { GridModel, Kept } from './model.ts';
import type { FigureGridProps, GridChanges } from './props.ts';

/** How it stands with the line to the server. */
export type LineState = 'works' | 'broken' | 'signed_out' | 'rejected';

const GATHER_MS = 300;
const POLL_MS = 20_000;
const PATIENCE_MS = 20_000;
/** So many operations go into one request: an answer within a second, also on a slow line. */
const MOST_OPERATIONS = 200;

interface LineEvents {
  readonly answered: (changed: ReadonlySet<string>) => void;
  /** @param isNews whether it happened under the eyes of whoever sits here, and not before the page was shown */
  readonly others: (changes: GridChanges, isNews: boolean) => void;
  readonly state: (state: LineState) => void;
}

/** What was kept of this round over a reload of the page, in this tab. */
export function keptOf({ keptAs }: FigureGridProps): Kept | undefined {
  const text = sessionStorage.getItem(keptAs);
  return text === null ? undefined : (JSON.parse(text) as Kept);
}

/**
 * Sends what was typed, in order, one request at a time, and again until it is answered; asks every now and then what
 * others have changed.
 */
export class Line {
  readonly #base: string;
  readonly #keptAs: string;
  readonly #model: GridModel;
  readonly #events: LineEvents;
  readonly #changesAddress: (known: string) => string;
  #known: string;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #isSending = false;

  constructor({ base, query, known, keptAs }: FigureGridProps, model: GridModel, events: LineEvents) {
    this.#base = base;
    this.#keptAs = keptAs;
    this.#model = model;
    this.#events = events;
    this.#known = known;
    this.#changesAddress = (now) => `${base}/bang.json?${query}${query === '' ? '' : '&'}biet=${now}`;
    addEventListener('online', () => this.#soon(0));
    addEventListener('pagehide', () => this.#keep());
    addEventListener('beforeunload', (event) => {
      const { waiting, invalid } = this.#model.counts();
      if (waiting + invalid > 0) event.preventDefault();
    });
    setInterval(() => this.#ask(), POLL_MS);
    document.addEventListener('visibilitychange', () => this.#ask());
    if (model.outbox.waiting.length > 0) this.#soon(0);
    if (isPageOfBefore()) void this.#ask(false);
  }

  /** Something was typed: it is gathered for a moment and sent. */
  changed(): void {
    if (this.#timer === undefined) this.#soon(GATHER_MS);
  }

  #soon(milliseconds: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      this.#keep();
      void this.#send();
    }, milliseconds);
  }

  async #send(): Promise<void> {
    if (this.#isSending) return;
    const operations = this.#model.nextBatch(MOST_OPERATIONS);
    if (operations.length === 0) return;
    this.#isSending = true;
    const answer = await fetch(`${this.#base}/o`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json' },
      body: JSON.stringify({ operations }),
      signal: AbortSignal.timeout(PATIENCE_MS),
    }).catch(() => null);
    const outcomes = answer === null ? null : await outcomesOf(answer);
    this.#isSending = false;
    if (outcomes === null) {
      this.#model.lineBroke();
      this.#events.state(stateOf(answer));
      this.#soon(waitBeforeRetry(this.#model.outbox.failures));
      return;
    }
    const changed = this.#model.answered(outcomes);
    this.#keep();
    this.#events.state('works');
    this.#events.answered(changed);
    if (this.#model.outbox.waiting.length > 0) this.#soon(0);
  }

  async #ask(isNews = true): Promise<void> {
    if (document.visibilityState !== 'visible' || this.#isSending) return;
    const answer = await fetch(this.#changesAddress(this.#known), {
      headers: { accept: 'application/json' },
      signal: AbortSignal.timeout(PATIENCE_MS),
    }).catch(() => null);
    if (answer === null || !answer.ok || answer.redirected) return;
    const changes = (await answer.json().catch(() => null)) as GridChanges | null;
    if (changes === null) return;
    this.#known = changes.known;
    this.#events.others(changes, isNews);
  }

  #keep(): void {
    const kept = this.#model.kept();
    const { waiting, conflicts, refused } = kept.outbox;
    try {
      if (waiting.length + conflicts.length + refused.length + kept.drafts.length === 0)
        sessionStorage.removeItem(this.#keptAs);
      else sessionStorage.setItem(this.#keptAs, JSON.stringify(kept));
    } catch {
      // Storage that is full or forbidden: what waits is still sent, and leaving the page warns.
    }
  }
}

/** Going back, and a tab opened again, shows the page as it was once given; any other way asks the server for it. */
function isPageOfBefore(): boolean {
  const [navigation] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  return navigation?.type === 'back_forward';
}

async function outcomesOf(answer: Response): Promise<readonly CellOutcome[] | null> {
  if (!answer.ok || answer.redirected) return null;
  const body = (await answer.json().catch(() => null)) as { outcomes?: readonly CellOutcome[] } | null;
  return body?.outcomes ?? null;
}

function stateOf(answer: Response | null): LineState {
  if (answer === null || answer.status >= 500) return 'broken';
  if (answer.redirected || answer.status === 401) return 'signed_out';
  return 'rejected';
}
