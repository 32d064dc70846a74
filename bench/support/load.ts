// @ts-expect-error the package has no types; what is used of it is declared below.
import untypedAutocannon from 'autocannon';
import { median } from './report.ts';

/** One connection of the load generator. */
interface Client {
  setRequests(requests: readonly LoadRequest[]): void;
  on(event: 'response', listener: (status: number, bytes: number, milliseconds: number) => void): void;
}
const autocannon: (options: {
  readonly url: string;
  readonly connections: number;
  readonly duration: number;
  readonly amount?: number;
  readonly setupClient: (client: Client) => void;
}) => Promise<{ readonly errors: number }> = untypedAutocannon;

/** One request of one connection; before each the next one is asked for, so that no two need be the same. */
export interface LoadRequest {
  readonly path: string;
  readonly method?: 'GET' | 'POST';
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

export interface Load {
  readonly url: string;
  readonly connections: number;
  /** The requests of one connection, by its place among them. */
  readonly requestsOf: (connection: number) => () => LoadRequest;
  readonly expectedStatus: number;
  /** Ends after so many seconds, or once every connection has sent so many requests. */
  readonly until: { readonly seconds: number } | { readonly requestsEach: number };
}

export interface LoadResult {
  readonly perSecond: number;
  /** Milliseconds of every answer. */
  readonly latencies: readonly number[];
}

/** Ends what counts requests but gets no answers. */
const LONGEST_SECONDS = 60;

/** Asks as fast as it is answered, each connection one request at a time. @throws at any answer but the expected. */
export async function load(given: Load): Promise<LoadResult> {
  const latencies: number[] = [];
  const unexpected = new Map<number, number>();
  let opened = 0;
  let last = 0;
  const begin = performance.now();
  const result = await autocannon({
    url: given.url,
    connections: given.connections,
    ...('seconds' in given.until
      ? { duration: given.until.seconds }
      : { duration: LONGEST_SECONDS, amount: given.until.requestsEach * given.connections }),
    setupClient(client) {
      const next = given.requestsOf(opened++);
      let request = next();
      client.setRequests([request]);
      client.on('response', (status, _bytes, milliseconds) => {
        last = performance.now();
        if (status === given.expectedStatus) latencies.push(milliseconds);
        else unexpected.set(status, (unexpected.get(status) ?? 0) + 1);
        const before = request;
        request = next();
        if (request !== before) client.setRequests([request]);
      });
    },
  });
  if (unexpected.size > 0 || result.errors > 0 || latencies.length === 0)
    throw new Error(
      `${given.url}: ${latencies.length} answers as expected, ${result.errors} errors, others by status: ` +
        [...unexpected].map(([status, count]) => `${status} ×${count}`).join(', '),
    );
  return { perSecond: (latencies.length * 1000) / (last - begin), latencies };
}

/** The value below which a share of all values lies, from 0 to 1. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))]!;
}

/** What several rounds of the same load came to: the median of their speeds, the latencies of all of them. */
export interface Rounds {
  readonly perSecond: number;
  readonly latencies: readonly number[];
}

/** Runs several loads by turns, so that whatever slows the machine slows all of them alike. Each is warmed up first. */
export async function loadByTurns<Name extends string>(
  loads: Readonly<Record<Name, Load>>,
  { rounds, warmUpSeconds }: { readonly rounds: number; readonly warmUpSeconds: number },
): Promise<Record<Name, Rounds>> {
  const names = Object.keys(loads) as Name[];
  const results = Object.fromEntries(names.map((name) => [name, [] as LoadResult[]])) as Record<
    Name,
    LoadResult[]
  >;
  if (warmUpSeconds > 0)
    for (const name of names) await load({ ...loads[name], until: { seconds: warmUpSeconds } });
  for (let round = 0; round < rounds; round++)
    for (const name of names) results[name].push(await load(loads[name]));
  const together = (one: readonly LoadResult[]): Rounds => ({
    perSecond: median(one.map(({ perSecond }) => perSecond)),
    latencies: one.flatMap(({ latencies }) => latencies),
  });
  return Object.fromEntries(names.map((name) => [name, together(results[name])])) as Record<Name, Rounds>;
}
