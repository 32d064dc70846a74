import { type FundMovement, firstShortfall } from '../../../domain/activity/index.ts';
import type { Clock } from '../../../platform/clock.ts';
import {
  type Database,
  type PersonActor,
  prepared,
  type Scope,
  type UnitId,
} from '../../../platform/database/index.ts';
import { notAllowed } from '../../../platform/http/index.ts';
import { unitOfLog } from '../../activities/index.ts';
import type { UnitAtWork } from '../../territory/index.ts';
import { keepsFund } from '../policy.ts';

/** What the deeds on the fund need. */
export interface FundContext {
  readonly database: Database;
  readonly clock: Clock;
}

/** Which line of which unit's books a deed is about. */
export interface FundPlace {
  readonly unitCode: string;
  readonly id: string;
}

/** The unit, for who keeps its fund. @throws RequestError 403 for who may only read it, 404 for everybody else */
export async function unitOfFund(scope: Scope, actor: PersonActor, unitCode: string): Promise<UnitAtWork> {
  const unit = await unitOfLog(scope, actor, unitCode);
  if (!keepsFund(actor, unit.id)) throw notAllowed('fund.may-not-keep');
  return unit;
}

/** Money and goods are kept apart: neither pays for the other. */
export type Ledger = 'money' | 'goods';

/** There would be more used than received. */
export interface Shortfall {
  readonly ledger: Ledger;
  readonly day: string;
  /** Đồng. */
  readonly missing: number;
}

const lockFund = prepared(
  'lock_fund',
  `select pg_advisory_xact_lock(hashtextextended('childrens-fund ' || $1::text, 0))`,
);

interface Books {
  readonly movements: readonly (FundMovement & { readonly ledger: Ledger })[];
  readonly receiptTaken: boolean;
}

/** What comes in and goes out on each day, without the line `$2`; and whether another line of year `$3` bears the receipt `$4`. */
const booksBeside = prepared<Books>(
  'books_beside',
  `select (select coalesce(json_agg(json_build_object('day', m.day, 'amount', m.amount, 'ledger', m.ledger)), '[]')
             from (select day, ledger, sum(amount) as amount from (
                     select received_on as day, amount, case when goods is null then 'money' else 'goods' end as ledger
                       from contribution where unit_id = $1 and to_fund and id <> $2
                     union all
                     select used_on, -amount, case when in_goods then 'goods' else 'money' end
                       from fund_use where unit_id = $1 and id <> $2) each group by day, ledger) m) as movements,
          exists (select from contribution where unit_id = $1 and year = $3 and receipt_number = $4 and id <> $2)
            as "receiptTaken"`,
);

/**
 * The books without one line, held until the end of the transaction: what is written meanwhile by others waits.
 * @param receipt the number that this line is to bear, with its year
 */
export async function booksWithout(
  scope: Scope,
  unit: UnitId,
  id: string,
  receipt: { readonly year: number; readonly number: string } | null = null,
): Promise<Books> {
  scope.send(lockFund, [unit]);
  const values = [unit, id, receipt?.year ?? 0, receipt?.number ?? null];
  return (await scope.run(booksBeside, values))[0]!;
}

/** Whether some day would end below zero in money or in goods, with one more line; null where none would. */
export function shortfallWith(
  { movements }: Books,
  line: (FundMovement & { readonly ledger: Ledger }) | null,
): Shortfall | null {
  const all = line === null ? movements : [...movements, line];
  for (const ledger of ['money', 'goods'] as const) {
    const short = firstShortfall(all.filter((one) => one.ledger === ledger));
    if (short !== null) return { ledger, ...short };
  }
  return null;
}
