import type { PlanReading, Read } from './reading.ts';

const textOf = ({ text, lines, doubts }: Read) => ({ text, lines, doubts });

/** The reading in the form that `mang-non plan read FILE --json` prints. */
export function planReadingJson(reading: PlanReading): Record<string, unknown> {
  const { documentType, number, symbol, place, date, issuer, title, planYear } = reading;
  return {
    documentType,
    number,
    symbol,
    place,
    date,
    issuer,
    title,
    planYear,
    preamble: reading.preamble.map(textOf),
    legalBases: reading.legalBases,
    headings: reading.headings,
    objectives: reading.objectives,
    targets: reading.targets,
    measures: reading.measures.map(textOf),
    criteriaOwners: reading.criteriaOwners,
    assignments: reading.assignments,
    deadlines: reading.deadlines,
    recurringDuties: reading.recurringDuties,
    funding: reading.funding.map(textOf),
    reporting: reading.reporting.map(textOf),
    closing: reading.closing.map(textOf),
    footnotes: reading.footnotes.map(textOf),
    recipients: reading.recipients.map(textOf),
    signatory: reading.signatory,
    annexes: reading.annexes.map(textOf),
    unread: reading.unread,
  };
}
