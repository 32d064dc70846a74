import { type DoubtfulCitation, doubtfulCitations, type LegalRegistry } from '../legal/index.ts';
import { REQUESTED_KINDS } from './blank-wording.ts';
import type { PlanContent, PlanItem, PlanPart, PlanSection } from './content.ts';
import { textsOfPlan } from './plan-texts.ts';
import { type UnitOutsideEra, unitsOutsideEra } from './units-of-era.ts';

/** A plan with an error must not be signed; a warning is for a person to decide. */
export type FaultSeverity = 'error' | 'warning';

/** Codes that need no more than the place. */
type PlainFaultCode =
  | 'title_missing'
  | 'title_without_year'
  /** "P. Hoa Mẫu": the place before the date is written out (NĐ 30/2020, Phụ lục I, ô số 4). */
  | 'place_abbreviated'
  | 'basis_missing'
  | 'opening_missing'
  | 'opening_unfinished'
  | 'section_missing'
  | 'section_without_heading'
  | 'section_empty'
  | 'part_empty'
  | 'item_empty'
  | 'assignments_missing'
  /** The Front and the organisations are requested, never ordered. */
  | 'ordered_not_requested'
  | 'closing_missing'
  | 'recipients_missing'
  /** No "Lưu: VT …". */
  | 'archive_missing'
  | 'signature_missing';

/** What is missing or doubtful; `at` is the id of a section, part, item or basis, or null for the head and the end. */
export type PlanFault = { readonly severity: FaultSeverity; readonly at: string | null } & (
  | { readonly code: PlainFaultCode }
  | { readonly code: 'criterion_without_owner'; readonly criterion: number }
  | {
      readonly code: 'criterion_with_several_owners';
      readonly criterion: number;
      readonly units: readonly string[];
    }
  /** The criterion stands in the data of the item and not in its words, so that the paper would not say it. */
  | { readonly code: 'criterion_not_printed'; readonly criterion: number }
  | { readonly code: 'deadline_outside_year' | 'deadline_not_printed'; readonly date: string }
  | { readonly code: 'unit_outside_era'; readonly unit: UnitOutsideEra }
  | { readonly code: 'doubtful_citation'; readonly doubt: DoubtfulCitation }
);

export interface PlanCheckContext {
  readonly registry: LegalRegistry;
  /** The criteria of the standard that the plan gives to owners; empty where it does not concern the standard. */
  readonly criteria: readonly number[];
  /** The day on which the plan is looked at, `YYYY-MM-DD`: citations have to be in force then. */
  readonly onDate: string;
}

/** What is missing before signing, in the order of the paper. */
export function faultsOfPlan(content: PlanContent, context: PlanCheckContext): readonly PlanFault[] {
  return [
    ...headFaults(content),
    ...content.sections.flatMap((section) => sectionFaults(section, content.year)),
    ...criteriaFaults(content, context.criteria),
    ...wordFaults(content, context),
    ...endFaults(content),
  ];
}

const fault = (
  code: PlainFaultCode,
  at: string | null = null,
  severity: FaultSeverity = 'error',
): PlanFault => ({
  code,
  severity,
  at,
});
const isBlank = (text: string): boolean => text.trim() === '';

function headFaults({
  place,
  title,
  year,
  legalBases,
  opening,
  sections,
}: PlanContent): readonly PlanFault[] {
  return [
    ...(isBlank(title) ? [fault('title_missing')] : []),
    ...(isBlank(title) || title.includes(String(year)) ? [] : [fault('title_without_year', null, 'warning')]),
    ...(/^\s*\p{Lu}{1,2}\./u.test(place) ? [fault('place_abbreviated', null, 'warning')] : []),
    ...(legalBases.length === 0 ? [fault('basis_missing', null, 'warning')] : []),
    ...(isBlank(opening) ? [fault('opening_missing')] : []),
    ...(isBlank(opening) || /sau:?\s*$/u.test(opening) ? [] : [fault('opening_unfinished', null, 'warning')]),
    ...(sections.length === 0 ? [fault('section_missing')] : []),
  ];
}

function sectionFaults(section: PlanSection, year: number): readonly PlanFault[] {
  return [
    ...(isBlank(section.heading) ? [fault('section_without_heading', section.id)] : []),
    ...(section.parts.length === 0 ? [fault('section_empty', section.id)] : []),
    ...section.parts.flatMap((part) => partFaults(part, year)),
  ];
}

function partFaults(part: PlanPart, year: number): readonly PlanFault[] {
  const { assignee } = part;
  const ordered = assignee !== null && REQUESTED_KINDS.has(assignee.unitKind) && !assignee.request;
  return [
    ...(part.items.length === 0 ? [fault('part_empty', part.id)] : []),
    ...(ordered ? [fault('ordered_not_requested', part.id, 'warning')] : []),
    ...part.items.flatMap((item) => itemFaults(item, year)),
  ];
}

function itemFaults(item: PlanItem, year: number): readonly PlanFault[] {
  const printed = numbersIn(item.text);
  return [
    ...(isBlank(item.text) ? [fault('item_empty', item.id)] : []),
    ...item.deadlines.flatMap(({ date }): readonly PlanFault[] => [
      ...(date.startsWith(`${year}-`)
        ? []
        : [{ code: 'deadline_outside_year', severity: 'warning', at: item.id, date } as const]),
      ...(saysDay(item.text, date)
        ? []
        : [{ code: 'deadline_not_printed', severity: 'warning', at: item.id, date } as const]),
    ]),
    ...item.criteria
      .filter((criterion) => !printed.has(criterion))
      .map(
        (criterion) =>
          ({ code: 'criterion_not_printed', severity: 'error', at: item.id, criterion }) as const,
      ),
  ];
}

const numbersIn = (text: string): ReadonlySet<number> => new Set(text.match(/\d+/gu)?.map(Number));

/** Whether the words name the day, or the month whose last day it is. */
function saysDay(text: string, date: string): boolean {
  const [, month, day] = date.split('-').map(Number);
  const dates = [...text.matchAll(/(?<!\d)(?:(\d{1,2})(?: ?[/.-] ?| tháng ))?(?:tháng )?(\d{1,2})(?!\d)/gu)];
  return (
    dates.some(([, d, m]) => Number(m) === month && (d === undefined || Number(d) === day)) ||
    /quý|cuối năm|đầu năm|trong năm/iu.test(text)
  );
}

function criteriaFaults({ sections }: PlanContent, criteria: readonly number[]): readonly PlanFault[] {
  const parts = sections.flatMap((section) => section.parts);
  if (!parts.some(({ assignee }) => assignee !== null)) return [fault('assignments_missing')];
  return criteria.flatMap((criterion): readonly PlanFault[] => {
    const owners = parts.filter(({ items }) => items.some((item) => item.criteria.includes(criterion)));
    if (owners.length === 0) {
      return [{ code: 'criterion_without_owner', severity: 'error', at: null, criterion }];
    }
    const units = [...new Set(owners.map(({ assignee, heading }) => assignee?.unit ?? heading ?? ''))];
    if (units.length < 2) return [];
    return [
      { code: 'criterion_with_several_owners', severity: 'error', at: owners[1]!.id, criterion, units },
    ];
  });
}

/** Units of another era and citations that cannot be right, wherever they stand. */
function wordFaults(content: PlanContent, { registry, onDate }: PlanCheckContext): readonly PlanFault[] {
  const places = textsOfPlan(content);
  const doubts = doubtfulCitations(
    places.map(({ text }) => text),
    registry,
    onDate,
  );
  return places.flatMap(({ at, text }, index): readonly PlanFault[] => [
    ...doubts[index]!.map((doubt) => {
      const severe = doubt.warnings.some(({ severity }) => severity === 'error');
      return { code: 'doubtful_citation', severity: severe ? 'error' : 'warning', at, doubt } as const;
    }),
    ...unitsOutsideEra(text, `${content.year}-01-01`, `${content.year}-12-31`).map(
      (unit) => ({ code: 'unit_outside_era', severity: 'error', at, unit }) as const,
    ),
  ]);
}

function endFaults({ closing, recipients, signature }: PlanContent): readonly PlanFault[] {
  return [
    ...(isBlank(closing) ? [fault('closing_missing', null, 'warning')] : []),
    ...(recipients.length === 0 ? [fault('recipients_missing')] : []),
    ...(recipients.length > 0 && !recipients.some((line) => /^lưu/iu.test(line))
      ? [fault('archive_missing', null, 'warning')]
      : []),
    ...(isBlank(signature.title) ? [fault('signature_missing')] : []),
  ];
}
