import { parseVietnameseDate } from '../text/index.ts';

const SEGMENT = '[A-ZĐƯ][\\p{Lu}\\p{Ll}\\dĐđ&]{0,14}';
/** "06/QĐ-TTg", "63/2024/NĐ-CP", "28-CT/TW", "06/QĐ- TTg"; spaces round the dash only before letters that abbreviate. */
export const NUMBER_OF_A_DOCUMENT = `\\d{1,5}[a-z]?(?:\\s?/\\s?\\d{4})?\\s?(?:/|-)\\s?${SEGMENT}(?:\\s?[-/]\\s?(?:[A-ZĐ]{2}[\\p{L}\\d&]{0,12}|(?<=[-/])${SEGMENT}))*`;

const DAY = '\\d{1,2}\\s?[/.-]\\s?\\d{1,2}\\s?[/.-]\\s?\\d{4}|\\d{1,2}\\s+tháng\\s+\\d{1,2}\\s+năm\\s+\\d{4}';
export const DAY_OF_A_DOCUMENT = new RegExp(`(?:ngày\\s+)?(${DAY})`, 'u');

/** The number without the spaces of broken lines. */
export const tidyNumber = (number: string): string => number.replace(/\s+/gu, '');

/** The day as `YYYY-MM-DD`, or null where no calendar has it. */
export function dayIn(text: string): string | null {
  const found = DAY_OF_A_DOCUMENT.exec(text);
  return found ? parseVietnameseDate(found[1]!) : null;
}
