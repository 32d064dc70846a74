import { formatNumber } from './format-number.ts';
import type { Language } from './language.ts';

/** The size of a file as people read it: "1,4 MB", below one megabyte "320 kB". @param bytes how many it has */
export function formatFileSize(bytes: number, language: Language = 'vi'): string {
  const [unit, divisor] = bytes >= 1_000_000 ? (['MB', 1_000_000] as const) : (['kB', 1_000] as const);
  return `${formatNumber(Math.max(Math.round((bytes / divisor) * 10) / 10, 0.1), language)} ${unit}`;
}
