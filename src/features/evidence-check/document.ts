import {
  type EvidenceCheckLine,
  evidenceCheckDocument,
  type OfficialDocument,
  type ReportForm,
} from '../../documents/index.ts';
import type { PersonActor } from '../../platform/database/index.ts';
import { issuingUnit } from '../assessment/index.ts';
import type { CheckedCriterion, CheckedCycle } from './checked-cycle.ts';
import { messages } from './messages.ts';
import { toldOf } from './shown.ts';
import { countStates, indicatorInWords } from './wording.ts';

/** The list of the check as an official paper; papers are Vietnamese. */
export function checkDocument(
  checked: CheckedCycle,
  criteria: readonly CheckedCriterion[],
  actor: PersonActor,
  form: ReportForm,
  day: string,
): OfficialDocument {
  const words = messages.vi;
  const { cycle } = checked;
  return evidenceCheckDocument({
    unit: { ...issuingUnit(cycle), place: form.place },
    year: cycle.year,
    day,
    signature: { lines: form.signatureLines, name: form.signer },
    counts: countStates(criteria.flatMap(({ indicators }) => indicators)),
    fictional: cycle.unit.fictional,
    criteria: criteria.map(({ criterion, indicators }) => ({
      name: words.criterion(criterion.number, criterion.name),
      lines: indicators.map((indicator): EvidenceCheckLine => {
        const statement = criterion.indicators.find(({ code }) => code === indicator.code)!.statement;
        const files = indicator.evidence.map((one) => {
          const { inWords, seen } = toldOf(one, checked, actor, 'vi');
          return { ...inWords, seen };
        });
        return {
          indicator: `${indicator.code} ${statement}`,
          evidence: files.map(({ title, about, seen }) => (seen ? `${title} (${about})` : words.hidden)),
          state: words.states[indicator.state],
          remarks: [...indicatorInWords(indicator, 'vi'), ...files.flatMap(({ reasons }) => reasons)].map(
            ({ what, next }) => `${what} ${next}`,
          ),
        };
      }),
    })),
  });
}
