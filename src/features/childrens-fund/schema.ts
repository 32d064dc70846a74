import { LARGEST_AMOUNT } from '../../domain/activity/index.ts';
import { formatDate, formatNumber } from '../../domain/text/index.ts';
import { type BoxFault, FieldReader, type Fields } from '../activities/index.ts';
import { type Contribution, DONOR_KINDS, type FundUse } from './content.ts';

/** What can be wrong in a field; the words are in `messages.ts`. */
export type FundFault =
  | BoxFault
  | 'dayMissing'
  | 'dayLater'
  | 'donorMissing'
  | 'donorKindMissing'
  | 'amountMissing'
  | 'goodsMissing'
  | 'purposeMissing'
  | 'useMissing'
  | 'receiptTaken';
export type FundFaults = Readonly<Record<string, FundFault>>;

export type Reading<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly faults: FundFaults };

const result = <Value>(read: FieldReader<FundFault>, value: Value): Reading<Value> =>
  Object.keys(read.faults).length > 0 ? { ok: false, faults: read.faults } : { ok: true, value };

/** A day that is not later than today, and an amount above zero. */
function dayAndAmount(read: FieldReader<FundFault>, today: string): { day: string; amount: number } {
  const day = read.date('ngay') ?? read.blame('ngay', 'dayMissing');
  if (day !== null && day > today) read.blame('ngay', 'dayLater');
  const amount = read.count('so_tien', LARGEST_AMOUNT);
  if (!amount) read.blame('so_tien', 'amountMissing');
  return { day: day!, amount: amount ?? 0 };
}

/** Reads the form of a contribution. */
export function readContribution(fields: Fields, today: string): Reading<Contribution> {
  const read = new FieldReader<FundFault>(fields);
  const { day, amount } = dayAndAmount(read, today);
  const donor = read.text('nguoi_tang') ?? read.blame('nguoi_tang', 'donorMissing');
  const donorKind = read.choice('loai_nguoi_tang', DONOR_KINDS);
  if (donorKind === null) read.blame('loai_nguoi_tang', 'donorKindMissing');
  const inGoods = fields.hinh_thuc === 'hien_vat';
  const goods = inGoods ? (read.text('hien_vat') ?? read.blame('hien_vat', 'goodsMissing')) : null;
  const toFund = fields.vao !== 'muc_dich';
  const purpose = toFund ? null : (read.text('muc_dich') ?? read.blame('muc_dich', 'purposeMissing'));
  return result(read, {
    receivedOn: day,
    donor: donor!,
    donorKind: donorKind!,
    amount,
    goods,
    toFund,
    purpose,
    receiptNumber: read.text('so_phieu', 30),
  });
}

/** Reads the form of a use of the fund. */
export function readUse(fields: Fields, today: string): Reading<FundUse> {
  const read = new FieldReader<FundFault>(fields);
  const { day, amount } = dayAndAmount(read, today);
  const purpose = read.text('noi_dung') ?? read.blame('noi_dung', 'useMissing');
  return result(read, {
    usedOn: day,
    amount,
    inGoods: fields.hinh_thuc === 'hien_vat',
    purpose: purpose!,
    children: read.count('so_tre'),
    voucherNumber: read.text('so_chung_tu', 30),
    activityId: read.id('hoat_dong'),
  });
}

/** What the form of a contribution holds, as it would be typed. */
export function fieldsOfContribution(contribution: Contribution): Fields {
  return {
    ngay: formatDate(contribution.receivedOn),
    nguoi_tang: contribution.donor,
    loai_nguoi_tang: contribution.donorKind,
    hinh_thuc: contribution.goods === null ? 'tien' : 'hien_vat',
    so_tien: formatNumber(contribution.amount),
    hien_vat: contribution.goods ?? '',
    vao: contribution.toFund ? 'quy' : 'muc_dich',
    muc_dich: contribution.purpose ?? '',
    so_phieu: contribution.receiptNumber ?? '',
  };
}

/** What the form of a use holds, as it would be typed. */
export function fieldsOfUse(use: FundUse): Fields {
  return {
    ngay: formatDate(use.usedOn),
    so_tien: formatNumber(use.amount),
    hinh_thuc: use.inGoods ? 'hien_vat' : 'tien',
    noi_dung: use.purpose,
    so_tre: use.children === null ? '' : String(use.children),
    so_chung_tu: use.voucherNumber ?? '',
    hoat_dong: use.activityId ?? '',
  };
}
