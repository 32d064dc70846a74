import { z } from 'zod';
import type { ArchiveChoice } from './paths.ts';

export type YearFault = 'yearWrong' | 'fromAfterUntil' | 'tooManyYears';

/** What is asked for, and what of it cannot be: the years as typed stay with their faults. */
export interface ChoiceReading {
  /** What is shown: the years as far as they can be read. */
  readonly choice: ArchiveChoice;
  readonly typed: { readonly tu: string; readonly den: string };
  readonly faults: Readonly<Partial<Record<'tu' | 'den', YearFault>>>;
}

/** A phase is one of five years; a few more do no harm. */
export const MOST_YEARS = 10;

export const [FIRST_YEAR, LAST_YEAR] = [2019, 2100];
const year = z.coerce.number().int().min(FIRST_YEAR).max(LAST_YEAR);
const criterion = z.coerce.number().int().min(1).max(99);

/**
 * What is asked for: the last year stands in the address, the first and the criteria in its query; the form sends both.
 * A criterion that cannot be is left out.
 * @returns null where the address names no year that there can be
 */
export function readChoice(lastYear: string, search: URLSearchParams): ChoiceReading | null {
  const ofAddress = year.safeParse(lastYear);
  if (!ofAddress.success) return null;
  const den = (search.get('den') ?? lastYear).trim();
  const tu = (search.get('tu') ?? den).trim();
  const [until, from] = [year.safeParse(den), year.safeParse(tu)];
  const last = until.success ? until.data : ofAddress.data;
  const criteria = search.getAll('tieu_chi').flatMap((text) => {
    const number = criterion.safeParse(text);
    return number.success ? [number.data] : [];
  });
  const faults: ChoiceReading['faults'] = {
    ...(until.success ? {} : { den: 'yearWrong' }),
    ...(tu === den ? {} : faultOfFirst(from.data, until.data)),
  };
  const first = from.success && Object.keys(faults).length === 0 ? from.data : last;
  return {
    choice: { first, last, criteria: [...new Set(criteria)].sort((one, other) => one - other) },
    typed: { tu, den },
    faults,
  };
}

function faultOfFirst(from: number | undefined, until: number | undefined): ChoiceReading['faults'] {
  if (from === undefined) return { tu: 'yearWrong' };
  if (until === undefined) return {};
  if (from > until) return { tu: 'fromAfterUntil' };
  return until - from >= MOST_YEARS ? { tu: 'tooManyYears' } : {};
}
