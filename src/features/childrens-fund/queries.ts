import type { FundYear } from '../../domain/activity/index.ts';
import { prepared, type Scope, type UnitId } from '../../platform/database/index.ts';
import type { Contribution, FundUse, Stored } from './content.ts';

/** One line of the books. */
export interface Movement {
  readonly id: string;
  readonly direction: 'in' | 'out';
  readonly day: string;
  readonly amount: number;
  readonly inGoods: boolean;
  readonly toFund: boolean;
  /** Who gave, or what it was used for. */
  readonly text: string;
  /** The goods given, or the purpose that something was given for. */
  readonly detail: string | null;
  readonly number: string | null;
  readonly children: number | null;
  readonly activityId: string | null;
  readonly activityTitle: string | null;
  /** What money the fund holds after this line. */
  readonly balance: number;
}

export interface FundPage {
  readonly money: FundYear;
  /** Values of goods, as estimated. */
  readonly goods: FundYear;
  /** What was given past the fund, for a purpose at once. */
  readonly forPurposes: { readonly money: number; readonly goods: number };
  readonly movements: readonly Movement[];
  readonly total: number;
  readonly page: number;
  readonly pages: number;
}

const MOVEMENTS_OF_A_PAGE = 25;

const sums = (inGoods: boolean): string => {
  const ofFund = `to_fund and ${inGoods ? '' : 'not '}in_goods`;
  return `json_build_object(
    'carriedOver', coalesce(sum(signed) filter (where ${ofFund} and year < $2), 0),
    'received', coalesce(sum(amount) filter (where ${ofFund} and direction = 'in' and year = $2), 0),
    'used', coalesce(sum(amount) filter (where ${ofFund} and direction = 'out' and year = $2), 0))`;
};
const past = (inGoods: boolean): string =>
  `coalesce(sum(amount) filter (where not to_fund and ${inGoods ? '' : 'not '}in_goods and year = $2), 0)`;

/** All movements up to the end of a year: what is received on a day stands before what is used on it. */
const fundOfYear = prepared<Omit<FundPage, 'pages'>>(
  'fund_of_year',
  `with movement as (
     select c.id, 'in' as direction, c.year, c.received_on as day, c.amount, c.amount as signed, c.goods is not null as in_goods,
            c.to_fund, c.donor as text, coalesce(c.goods, c.purpose) as detail, c.receipt_number as number,
            null::int as children, null::uuid as activity_id
       from contribution c where c.unit_id = $1 and c.year <= $2
     union all
     select f.id, 'out', f.year, f.used_on, f.amount, -f.amount, f.in_goods, true, f.purpose, null, f.voucher_number,
            f.children, f.activity_id
       from fund_use f where f.unit_id = $1 and f.year <= $2
   ), running as (
     select m.*, sum(case when to_fund and not in_goods then signed else 0 end) over (order by day, direction, id) as balance
       from movement m
   ), shown as (
     select total, least(greatest($3::int, 1), greatest(1, ceil(total / ${MOVEMENTS_OF_A_PAGE}.0)::int)) as page
       from (select count(*)::int as total from movement where year = $2) counted
   )
   select shown.total, shown.page,
          (select ${sums(false)} from movement) as money,
          (select ${sums(true)} from movement) as goods,
          (select json_build_object('money', ${past(false)}, 'goods', ${past(true)}) from movement) as "forPurposes",
          (select coalesce(json_agg(json_build_object('id', r.id, 'direction', r.direction, 'day', r.day, 'amount', r.amount,
                    'inGoods', r.in_goods, 'toFund', r.to_fund, 'text', r.text, 'detail', r.detail, 'number', r.number,
                    'children', r.children, 'activityId', r.activity_id, 'activityTitle', a.title, 'balance', r.balance)
                    order by r.day desc, r.direction desc, r.id desc), '[]')
             from (select * from running where year = $2 order by day desc, direction desc, id desc
                    limit ${MOVEMENTS_OF_A_PAGE} offset (shown.page - 1) * ${MOVEMENTS_OF_A_PAGE}) r
             left join activity a on a.unit_id = $1 and a.id = r.activity_id) as movements
     from shown`,
);

/** The books of a year: sums, and one page of the lines, newest first; beyond the last page the last. */
export async function findFundYear(
  scope: Scope,
  unit: UnitId,
  year: number,
  page: number,
): Promise<FundPage> {
  const [row] = await scope.run(fundOfYear, [unit, year, page]);
  return { ...row!, pages: Math.max(1, Math.ceil(row!.total / MOVEMENTS_OF_A_PAGE)) };
}

const contributionOfUnit = prepared<Contribution & Stored>(
  'contribution_of_unit',
  `select id, revision, received_on as "receivedOn", donor, donor_kind as "donorKind", amount, goods, to_fund as "toFund",
          purpose, receipt_number as "receiptNumber" from contribution where unit_id = $1 and id = $2`,
);
const useColumns = `'id', f.id, 'revision', f.revision, 'usedOn', f.used_on, 'amount', f.amount, 'inGoods', f.in_goods,
    'purpose', f.purpose, 'children', f.children, 'voucherNumber', f.voucher_number, 'activityId', f.activity_id`;

/** `$2` may name no use; then the activities are those of the year `$3`. */
const useOfUnit = prepared<UseWithChoices>(
  'fund_use_of_unit',
  `select (select json_build_object(${useColumns}) from fund_use f where f.unit_id = $1 and f.id = $2) as use,
          (select coalesce(json_agg(json_build_object('id', a.id, 'title', a.title, 'heldFrom', a.held_from)
                    order by a.held_from desc, a.id), '[]')
             from (select id, title, held_from from activity
                    where unit_id = $1
                      and year = coalesce((select f.year from fund_use f where f.unit_id = $1 and f.id = $2), $3)
                    order by held_from desc, id limit 300) a) as activities`,
);

export interface UseWithChoices {
  readonly use: (FundUse & Stored) | null;
  /** Activities of the year that it may have served. */
  readonly activities: readonly { readonly id: string; readonly title: string; readonly heldFrom: string }[];
}

/** A contribution to this unit and no other. */
export async function findContribution(
  scope: Scope,
  unit: UnitId,
  id: string,
): Promise<(Contribution & Stored) | undefined> {
  return (await scope.run(contributionOfUnit, [unit, id]))[0];
}

/** A use of this unit's fund and no other's, with the activities of its year; without an id only those. */
export async function findUse(
  scope: Scope,
  unit: UnitId,
  id: string | null,
  year: number,
): Promise<UseWithChoices> {
  return (await scope.run(useOfUnit, [unit, id, year]))[0]!;
}
