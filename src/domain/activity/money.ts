import { formatNumber, type Language } from '../text/index.ts';
import { LARGEST_AMOUNT } from './fund.ts';

/** An amount as people read it: "1.250.000 đồng". */
export function formatMoney(amount: number, language: Language = 'vi'): string {
  return `${formatNumber(amount, language)} đồng`;
}

const DIGITS = ['không', 'một', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám', 'chín'] as const;

/** One group of three figures; `full` speaks its missing hundreds, as inside a longer number. */
function groupInWords(group: number, full: boolean): string {
  const [hundreds, tens, ones] = [Math.floor(group / 100), Math.floor(group / 10) % 10, group % 10];
  const words: string[] = [];
  if (full || hundreds > 0) words.push(DIGITS[hundreds]!, 'trăm');
  if (tens === 0) {
    if (ones > 0 && words.length > 0) words.push('linh');
  } else if (tens === 1) words.push('mười');
  else words.push(DIGITS[tens]!, 'mươi');
  if (ones > 0) {
    if (ones === 1 && tens > 1) words.push('mốt');
    else if (ones === 5 && tens > 0) words.push('lăm');
    else words.push(DIGITS[ones]!);
  }
  return words.join(' ');
}

/**
 * An amount in words, as receipts bear it: 1250000 → "Một triệu hai trăm năm mươi nghìn đồng".
 * @throws RangeError below zero, above `LARGEST_AMOUNT` or with a part of a đồng
 */
export function moneyInWords(amount: number): string {
  if (!Number.isInteger(amount) || amount < 0 || amount > LARGEST_AMOUNT)
    throw new RangeError(`Not an amount of đồng: ${amount}`);
  const scales = ['tỷ', 'triệu', 'nghìn', ''] as const;
  const groups = [1e9, 1e6, 1e3, 1].map((unit) => Math.floor(amount / unit) % 1000);
  const parts = groups.flatMap((group, place) => {
    if (group === 0) return [];
    const full = groups.slice(0, place).some((before) => before > 0);
    return [`${groupInWords(group, full)} ${scales[place]}`.trim()];
  });
  const words = parts.length === 0 ? DIGITS[0] : parts.join(' ');
  return `${words.charAt(0).toUpperCase()}${words.slice(1)} đồng`;
}
