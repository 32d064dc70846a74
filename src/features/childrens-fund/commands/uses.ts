import {
  newId,
  type PersonActor,
  type PersonId,
  type Scope,
  sqlBuilder,
  type UnitId,
  withScope,
} from '../../../platform/database/index.ts';
import { notFound } from '../../../platform/http/index.ts';
import { recordAudit } from '../../audit/index.ts';
import type { FundUse } from '../content.ts';
import { findUse } from '../queries.ts';
import type { Saved } from './contributions.ts';
import { booksWithout, type FundContext, type FundPlace, shortfallWith, unitOfFund } from './ledger.ts';

const yearOf = ({ usedOn }: FundUse): number => Number(usedOn.slice(0, 4));

const columnsOf = (use: FundUse) => ({
  year: yearOf(use),
  used_on: use.usedOn,
  amount: use.amount,
  in_goods: use.inGoods,
  purpose: use.purpose,
  children: use.children,
  voucher_number: use.voucherNumber,
  activity_id: use.activityId,
});

const lineOf = (use: FundUse) =>
  ({ day: use.usedOn, amount: -use.amount, ledger: use.inGoods ? 'goods' : 'money' }) as const;

/** Writes a use as it is, without asking or telling anybody: for the deed below and for made-up data. */
async function insertFundUse(
  scope: Scope,
  unitId: UnitId,
  use: FundUse,
  recordedBy: PersonId,
  at: Date,
): Promise<string> {
  const id = newId<string>();
  await scope.rows(
    sqlBuilder
      .insertInto('fund_use')
      .values({ unit_id: unitId, id, ...columnsOf(use), recorded_by: recordedBy, recorded_at: at }),
  );
  return id;
}

/** @throws RequestError 404 where the activity that was served is none of the unit's */
async function assertActivity(scope: Scope, unitId: UnitId, { activityId }: FundUse): Promise<void> {
  if (activityId === null) return;
  const found = await scope.first(
    sqlBuilder.selectFrom('activity').where('unit_id', '=', unitId).where('id', '=', activityId).select('id'),
  );
  if (found === undefined) throw notFound();
}

/** Enters what was given out; refused where the fund does not have it on that day or would lack it later. */
export async function recordUse(
  context: FundContext,
  actor: PersonActor,
  unitCode: string,
  use: FundUse,
): Promise<Saved> {
  return withScope(context.database, actor, async (scope) => {
    const unit = await unitOfFund(scope, actor, unitCode);
    const books = await booksWithout(scope, unit.id, newId());
    const shortfall = shortfallWith(books, lineOf(use));
    if (shortfall !== null) return { outcome: 'short', shortfall };
    await assertActivity(scope, unit.id, use);
    const at = context.clock.now();
    const id = await insertFundUse(scope, unit.id, use, actor.personId, at);
    recordAudit(scope, unit.id, at, {
      deed: 'recordFundUse',
      object: { kind: 'fundUse', id },
      fields: [],
    });
    return { outcome: 'saved', id };
  });
}

/** Corrects what was given out, under the same rule. */
export async function changeUse(
  context: FundContext,
  actor: PersonActor,
  { unitCode, id }: FundPlace,
  use: FundUse,
  seenRevision: number,
): Promise<Saved> {
  return withScope(context.database, actor, async (scope) => {
    const unit = await unitOfFund(scope, actor, unitCode);
    const books = await booksWithout(scope, unit.id, id);
    const { use: stored } = await findUse(scope, unit.id, id, 0);
    if (stored === null) throw notFound();
    if (stored.revision !== seenRevision) return { outcome: 'conflict' };
    const shortfall = shortfallWith(books, lineOf(use));
    if (shortfall !== null) return { outcome: 'short', shortfall };
    if (use.activityId !== stored.activityId) await assertActivity(scope, unit.id, use);
    await scope.rows(
      sqlBuilder
        .updateTable('fund_use')
        .set({ ...columnsOf(use), revision: stored.revision + 1 })
        .where('unit_id', '=', unit.id)
        .where('id', '=', id),
    );
    recordAudit(scope, unit.id, context.clock.now(), {
      deed: 'changeFundUse',
      object: { kind: 'fundUse', id },
      fields: ['content'],
    });
    return { outcome: 'saved', id };
  });
}

/** Takes a use out of the books. @throws RequestError 403 or 404 */
export async function removeUse(
  context: FundContext,
  actor: PersonActor,
  { unitCode, id }: FundPlace,
): Promise<{ readonly year: number }> {
  return withScope(context.database, actor, async (scope) => {
    const unit = await unitOfFund(scope, actor, unitCode);
    const { use: stored } = await findUse(scope, unit.id, id, 0);
    if (stored === null) throw notFound();
    await scope.rows(sqlBuilder.deleteFrom('fund_use').where('unit_id', '=', unit.id).where('id', '=', id));
    recordAudit(scope, unit.id, context.clock.now(), {
      deed: 'removeFundUse',
      object: { kind: 'fundUse', id },
      fields: [],
    });
    return { year: yearOf(stored) };
  });
}
