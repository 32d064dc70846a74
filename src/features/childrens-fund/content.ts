import type { Tables } from '../../platform/database/index.ts';

export type DonorKind = Tables['contribution']['donor_kind'];
export const DONOR_KINDS: readonly DonorKind[] = [
  'organisation',
  'enterprise',
  'person',
  'state_budget',
  'fund_above',
];

/** Something given: money, or goods with their value as estimated. */
export interface Contribution {
  /** YYYY-MM-DD; its year is the year of the books. */
  readonly receivedOn: string;
  readonly donor: string;
  readonly donorKind: DonorKind;
  /** Đồng. */
  readonly amount: number;
  /** What was given, where it is not money. */
  readonly goods: string | null;
  /** To the fund; otherwise given for a purpose at once. */
  readonly toFund: boolean;
  readonly purpose: string | null;
  readonly receiptNumber: string | null;
}

/** Money given out of the fund, or goods handed out. */
export interface FundUse {
  /** YYYY-MM-DD. */
  readonly usedOn: string;
  /** Đồng. */
  readonly amount: number;
  readonly inGoods: boolean;
  readonly purpose: string;
  /** How many children it helped: a number, never names. */
  readonly children: number | null;
  readonly voucherNumber: string | null;
  readonly activityId: string | null;
}

export interface Stored {
  readonly id: string;
  readonly revision: number;
}
