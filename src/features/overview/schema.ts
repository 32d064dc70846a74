import { z } from 'zod';
import { STAGES } from './stage.ts';

/** The stages that the list can be narrowed to, and the units with a disqualifying zero. */
export const FILTERS = [...STAGES, 'disqualified'] as const;
export type Filter = (typeof FILTERS)[number];

/** What the address says; anything that cannot be read counts as not said, for a list is no place for an error. */
export const overviewQuery = z.object({
  nam: z.coerce.number().int().min(2019).max(2100).optional().catch(undefined),
  trang: z.coerce.number().int().min(1).max(1000).catch(1),
  xep: z.enum(['ten', 'tong']).catch('ten'),
  loc: z.enum(FILTERS).optional().catch(undefined),
});

export type OverviewQuery = z.infer<typeof overviewQuery>;
