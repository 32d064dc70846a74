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
import type { Contribution } from '../content.ts';
import { findContribution } from '../queries.ts';
import {
  booksWithout,
  type FundContext,
  type FundPlace,
  type Shortfall,
  shortfallWith,
  unitOfFund,
} from './ledger.ts';

export type Saved =
  | { readonly outcome: 'saved'; readonly id: string }
  /** Somebody else has changed the line since it was on the screen. */
  | { readonly outcome: 'conflict' }
  | { readonly outcome: 'receiptTaken' }
  | { readonly outcome: 'short'; readonly shortfall: Shortfall };

const yearOf = ({ receivedOn }: Contribution): number => Number(receivedOn.slice(0, 4));

const columnsOf = (contribution: Contribution) => ({
  year: yearOf(contribution),
  received_on: contribution.receivedOn,
  donor: contribution.donor,
  donor_kind: contribution.donorKind,
  amount: contribution.amount,
  goods: contribution.goods,
  to_fund: contribution.toFund,
  purpose: contribution.purpose,
  receipt_number: contribution.receiptNumber,
});

/** Writes a contribution as it is, without asking or telling anybody: for the deed below and for made-up data. */
async function insertContribution(
  scope: Scope,
  unitId: UnitId,
  contribution: Contribution,
  recordedBy: PersonId,
  at: Date,
): Promise<string> {
  const id = newId<string>();
  await scope.rows(
    sqlBuilder
      .insertInto('contribution')
      .values({ unit_id: unitId, id, ...columnsOf(contribution), recorded_by: recordedBy, recorded_at: at }),
  );
  return id;
}

/** What a contribution does to the fund; null for what is given past it. */
function lineOf(contribution: Contribution) {
  return contribution.toFund
    ? ({
        day: contribution.receivedOn,
        amount: contribution.amount,
        ledger: contribution.goods === null ? 'money' : 'goods',
      } as const)
    : null;
}

async function booksFor(scope: Scope, unitId: UnitId, id: string, contribution: Contribution) {
  const { receiptNumber } = contribution;
  const receipt = receiptNumber === null ? null : { year: yearOf(contribution), number: receiptNumber };
  return booksWithout(scope, unitId, id, receipt);
}

/** Enters what was given. A receipt number is used once a year. @throws RequestError 403 or 404 */
export async function recordContribution(
  context: FundContext,
  actor: PersonActor,
  unitCode: string,
  contribution: Contribution,
): Promise<Saved> {
  return withScope(context.database, actor, async (scope) => {
    const unit = await unitOfFund(scope, actor, unitCode);
    const { receiptTaken } = await booksFor(scope, unit.id, newId(), contribution);
    if (receiptTaken) return { outcome: 'receiptTaken' };
    const at = context.clock.now();
    const id = await insertContribution(scope, unit.id, contribution, actor.personId, at);
    recordAudit(scope, unit.id, at, {
      deed: 'recordContribution',
      object: { kind: 'contribution', id },
      fields: [],
    });
    return { outcome: 'saved', id };
  });
}

/** Corrects what was given; refused where the fund would then have used more than it had. */
export async function changeContribution(
  context: FundContext,
  actor: PersonActor,
  { unitCode, id }: FundPlace,
  contribution: Contribution,
  seenRevision: number,
): Promise<Saved> {
  return withScope(context.database, actor, async (scope) => {
    const unit = await unitOfFund(scope, actor, unitCode);
    const books = await booksFor(scope, unit.id, id, contribution);
    const stored = await findContribution(scope, unit.id, id);
    if (stored === undefined) throw notFound();
    if (stored.revision !== seenRevision) return { outcome: 'conflict' };
    if (books.receiptTaken) return { outcome: 'receiptTaken' };
    const shortfall = shortfallWith(books, lineOf(contribution));
    if (shortfall !== null) return { outcome: 'short', shortfall };
    await scope.rows(
      sqlBuilder
        .updateTable('contribution')
        .set({ ...columnsOf(contribution), revision: stored.revision + 1 })
        .where('unit_id', '=', unit.id)
        .where('id', '=', id),
    );
    recordAudit(scope, unit.id, context.clock.now(), {
      deed: 'changeContribution',
      object: { kind: 'contribution', id },
      fields: ['content'],
    });
    return { outcome: 'saved', id };
  });
}

/** Takes a contribution out of the books; what would then be missing is the answer, and nothing is taken out. */
export async function removeContribution(
  context: FundContext,
  actor: PersonActor,
  { unitCode, id }: FundPlace,
): Promise<{ readonly year: number } | Shortfall> {
  return withScope(context.database, actor, async (scope) => {
    const unit = await unitOfFund(scope, actor, unitCode);
    const books = await booksWithout(scope, unit.id, id);
    const stored = await findContribution(scope, unit.id, id);
    if (stored === undefined) throw notFound();
    const shortfall = shortfallWith(books, null);
    if (shortfall !== null) return shortfall;
    await scope.rows(
      sqlBuilder.deleteFrom('contribution').where('unit_id', '=', unit.id).where('id', '=', id),
    );
    recordAudit(scope, unit.id, context.clock.now(), {
      deed: 'removeContribution',
      object: { kind: 'contribution', id },
      fields: [],
    });
    return { year: yearOf(stored) };
  });
}
