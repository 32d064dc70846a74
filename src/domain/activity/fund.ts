/** What comes into the Children's Fund or goes out of it, in đồng: above zero in, below zero out. */
export interface FundMovement {
  /** YYYY-MM-DD. */
  readonly day: string;
  readonly amount: number;
}

/** The most that one entry may amount to, in đồng: beyond anything that a commune receives. */
export const LARGEST_AMOUNT = 999_999_999_999;

/**
 * The first day at whose end the fund would have given out more than it ever received, with what is missing in đồng;
 * null where it never would. What is received on a day can be used on the same day.
 */
export function firstShortfall(
  movements: readonly FundMovement[],
): { readonly day: string; readonly missing: number } | null {
  const netOfDay = new Map<string, number>();
  for (const { day, amount } of movements) netOfDay.set(day, (netOfDay.get(day) ?? 0) + amount);
  let balance = 0;
  for (const day of [...netOfDay.keys()].sort()) {
    balance += netOfDay.get(day)!;
    if (balance < 0) return { day, missing: -balance };
  }
  return null;
}

/** Sums of one year, in đồng. */
export interface FundYear {
  /** What was left at the end of the year before. */
  readonly carriedOver: number;
  readonly received: number;
  readonly used: number;
}

/** What is left at the end of the year. */
export function balanceOf({ carriedOver, received, used }: FundYear): number {
  return carriedOver + received - used;
}
