/** One result of a bench. */
export interface Measurement {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  /** What issue or decision asks for; the line says whether it is reached. */
  readonly aim?: { readonly atLeast: number } | { readonly atMost: number };
}

/** Takes the results of a bench one by one. Every `bench/NAME.bench.ts` exports `run(report)`. */
export type Report = (measurement: Measurement) => void;

/** The middle of an odd number of values: what a round takes when nothing disturbs it. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)]!;
}

/**
 * Times several jobs by turns, so that whatever slows the machine slows all of them alike.
 * Gives the median nanoseconds of one run of each; the first rounds warm up and do not count.
 */
export function timeByTurns<Name extends string>(
  jobs: Readonly<Record<Name, () => void>>,
  { rounds, warmUp }: { readonly rounds: number; readonly warmUp: number },
): Record<Name, number> {
  const names = Object.keys(jobs) as Name[];
  const taken = Object.fromEntries(names.map((name) => [name, [] as number[]])) as Record<Name, number[]>;
  for (let round = -warmUp; round < rounds; round++)
    for (const name of names) {
      const begin = process.hrtime.bigint();
      jobs[name]();
      if (round >= 0) taken[name].push(Number(process.hrtime.bigint() - begin));
    }
  return Object.fromEntries(names.map((name) => [name, median(taken[name])])) as Record<Name, number>;
}
