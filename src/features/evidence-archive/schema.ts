import { z } from 'zod';
import type { ArchiveChoice } from './paths.ts';

/** A phase is one of five years; a few more do no harm. */
const MOST_YEARS = 10;

const year = z.coerce.number().int().min(2019).max(2100);
const criterion = z.coerce.number().int().min(1).max(99);

/**
 * What is asked for: the last year stands in the address, the first and the criteria in its query. What cannot be read of
 * the query is left out: one year, all criteria.
 */
export function readChoice(lastYear: string, search: URLSearchParams): ArchiveChoice | null {
  const last = year.safeParse(search.get('den') ?? lastYear);
  if (!last.success) return null;
  const from = year.safeParse(search.get('tu') ?? last.data);
  const first =
    from.success && from.data <= last.data ? Math.max(from.data, last.data - MOST_YEARS + 1) : last.data;
  const criteria = search.getAll('tieu_chi').flatMap((text) => {
    const number = criterion.safeParse(text);
    return number.success ? [number.data] : [];
  });
  return { first, last: last.data, criteria: [...new Set(criteria)].sort((one, other) => one - other) };
}
