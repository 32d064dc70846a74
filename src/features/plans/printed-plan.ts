import { type OfficialDocument, planDocument } from '../../documents/index.ts';
import { bannerFor } from '../people/index.ts';
import type { Plan } from './queries.ts';

/** A plan as it is printed: number and day blank until it is signed, and made-up data say so on every page. */
export function printedPlan(
  plan: Pick<Plan, 'content' | 'year'> & {
    readonly unit: Pick<Plan['unit'], 'fictional'>;
    readonly number: string | null;
    readonly issuedOn: string | null;
  },
): OfficialDocument {
  const [year, month, day] = plan.issuedOn?.split('-').map(Number) ?? [];
  return planDocument(plan.content, {
    number: plan.number,
    date: { year: year ?? plan.year, month: month ?? null, day: day ?? null },
    runningNotice: bannerFor(plan.unit, 'vi') ?? null,
  });
}
