export {
  type DateReading,
  formatDate,
  isCalendarDate,
  parseVietnameseDate,
  readVietnameseDate,
} from './calendar-date.ts';
export { type Decimal, type DecimalFault, type DecimalReading, parseDecimal } from './decimal.ts';
export { formatFileSize } from './file-size.ts';
export { formatNumber } from './format-number.ts';
export { formatInstant } from './instant.ts';
export type { Language } from './language.ts';
export { normaliseText, searchKey } from './normalise.ts';
export { officialDate, officialDay } from './official-date.ts';
export { compareVietnamese } from './order.ts';
export { parseWholeNumber, type WholeNumberFault, type WholeNumberReading } from './whole-number.ts';
