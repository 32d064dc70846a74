import {
  type DoubtfulCitation,
  doubtfulCitations,
  findCitations,
  type LegalRegistry,
} from '../legal/index.ts';
import type { PlanContent, PlanItem, PlanPart } from './content.ts';
import { movedDay, moveYears } from './move-years.ts';
import { textsOfPlan } from './plan-texts.ts';
import { type UnitOutsideEra, unitsOutsideEra } from './units-of-era.ts';

export interface CopyForwardOptions {
  readonly fromYear: number;
  readonly toYear: number;
  /** Items whose one-off task is done: they are left out. */
  readonly finishedItems: ReadonlySet<string>;
  readonly registry: LegalRegistry;
  readonly newId: () => string;
}

/** What a person should look at in the copy; `at` is the new id, or null for what has none. */
export type CopyNotice =
  /** The task was done once and for all; `at` is null, the text is the one left out. */
  | { readonly code: 'item_left_out'; readonly at: null; readonly text: string }
  /** All items of the part were left out, and the part with them. */
  | { readonly code: 'part_left_out'; readonly at: null; readonly text: string }
  /** A 29 February became a 28 February. */
  | { readonly code: 'leap_day_moved'; readonly at: string; readonly text: string }
  /** A document of last year is cited: is there one of this year? */
  | { readonly code: 'last_years_document'; readonly at: string | null; readonly text: string }
  | {
      readonly code: 'stale_citation';
      readonly at: string | null;
      readonly text: string;
      readonly doubt: DoubtfulCitation;
    }
  | {
      readonly code: 'former_unit';
      readonly at: string | null;
      readonly text: string;
      readonly unit: UnitOutsideEra;
    };

export interface CopiedPlan {
  readonly content: PlanContent;
  readonly notices: readonly CopyNotice[];
}

/**
 * Last year's plan for another year, with new ids: years and dates moved, finished tasks left out, signature name open,
 * and everything named that a person has to decide: stale citations, documents of last year, units that are no more.
 */
export function copyForward(content: PlanContent, options: CopyForwardOptions): CopiedPlan {
  const { fromYear, toYear, finishedItems, newId } = options;
  const notices: CopyNotice[] = [];
  const moveText = (text: string, ownDates?: ReadonlySet<string>) =>
    moveYears(text, fromYear, toYear, ownDates).text;

  const moveItem = (item: PlanItem): PlanItem => {
    const id = newId();
    const moved = moveYears(item.text, fromYear, toYear, new Set(item.deadlines.map(({ date }) => date)));
    if (moved.leapDayMoved) notices.push({ code: 'leap_day_moved', at: id, text: moved.text });
    return {
      ...item,
      id,
      text: moved.text,
      targets: item.targets.map((target) => ({ ...target, text: moveText(target.text) })),
      deadlines: item.deadlines.map((deadline) => ({
        ...deadline,
        date: movedDay(deadline.date, toYear - fromYear),
      })),
    };
  };
  // Who follows a criterion follows it every year, whatever else the item said is done.
  const isLeftOut = ({ id, criteria }: PlanItem) => criteria.length === 0 && finishedItems.has(id);
  const movePart = (part: PlanPart): readonly PlanPart[] => {
    const left = part.items.filter((item) => !isLeftOut(item));
    for (const item of part.items) {
      if (isLeftOut(item)) notices.push({ code: 'item_left_out', at: null, text: item.text });
    }
    if (left.length === 0 && part.items.length > 0) {
      if (part.heading !== null) notices.push({ code: 'part_left_out', at: null, text: part.heading });
      return [];
    }
    const heading = part.heading === null ? null : moveText(part.heading);
    return [{ ...part, id: newId(), heading, items: left.map(moveItem) }];
  };

  const copied: PlanContent = {
    ...content,
    year: toYear,
    title: moveText(content.title),
    // A basis is a citation from end to end, its subject included; only one without any is a sentence of the plan.
    legalBases: content.legalBases.map(({ text }) => ({
      id: newId(),
      text: findCitations(text).length > 0 ? text : moveText(text),
    })),
    opening: moveText(content.opening),
    sections: content.sections.map((section) => ({
      ...section,
      id: newId(),
      heading: moveText(section.heading),
      parts: section.parts.flatMap(movePart),
    })),
    closing: moveText(content.closing),
    signature: { ...content.signature, name: null },
  };
  return { content: copied, notices: [...notices, ...doubtsOf(copied, options)] };
}

/** Stale citations, documents of last year, and units that are no more, in the order of the copy. */
function doubtsOf(
  content: PlanContent,
  { fromYear, toYear, registry }: CopyForwardOptions,
): readonly CopyNotice[] {
  const places = textsOfPlan(content);
  const firstDay = `${toYear}-01-01`;
  const lastDay = `${toYear}-12-31`;
  const doubts = doubtfulCitations(
    places.map(({ text }) => text),
    registry,
    firstDay,
  );
  return places.flatMap(({ at, text }, index): readonly CopyNotice[] => {
    const own = doubts[index]!.filter(({ warnings }) =>
      warnings.some(({ severity }) => severity !== 'notice'),
    );
    const lastYears = findCitations(text).filter(
      ({ date, type, subject, from }) =>
        type === 'Kế hoạch' &&
        !own.some(({ citation }) => citation.from === from) &&
        (date?.startsWith(String(fromYear)) || new RegExp(`năm ${fromYear}(?!\\d)`, 'u').test(subject)),
    );
    return [
      ...own.map((doubt) => ({ code: 'stale_citation', at, text: doubt.citation.text, doubt }) as const),
      ...lastYears.map((citation) => ({ code: 'last_years_document', at, text: citation.text }) as const),
      // Names that end within the new year are already to be replaced, hence the last day at both ends.
      ...unitsOutsideEra(text, lastDay, lastDay).map(
        (unit) => ({ code: 'former_unit', at, text: unit.name, unit }) as const,
      ),
    ];
  });
}
