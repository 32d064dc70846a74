import { createHash } from 'node:crypto';
import type { PlanContent, PlanSection, SectionRole } from '../../../domain/plan/index.ts';
import { newId, type PersonActor } from '../../../platform/database/index.ts';
import { inWrongState, notFound } from '../../../platform/http/index.ts';
import { sectionIn, withItem, withNewSection, withSection } from '../content-changes.ts';
import type { DraftKey } from '../paths.ts';
import type { Plan, Reading } from '../queries.ts';
import type { TypedSection } from '../section-form.ts';
import { plainItem, type SectionFault, sectionOf } from '../section-of-form.ts';
import { type ContentChange, changeContent } from './change-content.ts';
import type { PlansContext } from './context.ts';

/** A short mark of what was on the screen: where it still holds, nobody else has changed it meanwhile. */
export function markOf(part: unknown): string {
  return createHash('sha256').update(JSON.stringify(part, sorted)).digest('hex').slice(0, 24);
}

/** The database does not keep the order in which the fields of an object were written. */
function sorted(_name: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)));
}

export type SavedSection =
  | { readonly outcome: 'saved'; readonly removed: boolean; readonly change: ContentChange }
  | { readonly outcome: 'unchanged' }
  | { readonly outcome: 'refused'; readonly faults: readonly SectionFault[] }
  | {
      readonly outcome: 'conflict';
      readonly mine: PlanSection | null;
      readonly stored: PlanSection;
    };

/**
 * Saves one section of a draft. Other sections may have been changed meanwhile; where this one was, nothing is written
 * and both texts come back.
 * @param seen the mark of the section that was on the screen
 */
export function saveSection(
  context: PlansContext,
  actor: PersonActor,
  unitCode: string,
  draft: DraftKey,
  sectionId: string,
  typed: TypedSection,
  seen: string,
): Promise<SavedSection> {
  const deed = draft.kind === 'plan' ? 'savePlanSection' : 'saveReadingSection';
  return changeContent<SavedSection & { change?: ContentChange }>(
    context,
    actor,
    unitCode,
    draft,
    { deed, fields: [`section.${sectionId}`] },
    ({ content }) => {
      const stored = sectionIn(content, sectionId);
      if (stored === undefined) throw notFound();
      const read = sectionOf(typed, sectionId, newId);
      if (!read.ok) return { outcome: 'refused', faults: read.faults };
      const { section, position, leaving } = read.changed;
      if (markOf(stored) !== seen) return { outcome: 'conflict', mine: section, stored };
      const changed = withSection(content, sectionId, { section, position, leaving });
      if (markOf(changed.sections) === markOf(content.sections)) return { outcome: 'unchanged' };
      return { outcome: 'saved', removed: section === null, change: { content: changed } };
    },
  );
}

/** Adds a section at the end of a draft. @returns its id */
export async function addSection(
  context: PlansContext,
  actor: PersonActor,
  unitCode: string,
  draft: DraftKey,
  section: { readonly heading: string; readonly role: SectionRole },
): Promise<string> {
  const { sectionId } = await changeContent(
    context,
    actor,
    unitCode,
    draft,
    { deed: 'addPlanSection', fields: ['sections'] },
    (stored) => {
      const added = withNewSection(stored.content, section, newId);
      return { sectionId: added.sectionId, change: { content: added.content } };
    },
  );
  return sectionId;
}

/** Everything of a plan but its sections, as a form gives it. */
export type PlanFrame = Omit<PlanContent, 'sections' | 'legalBases' | 'year'> & {
  /** One text for each. */
  readonly legalBases: readonly string[];
};

/** Head, bases, recipients and signature of a plan, as they are stored. */
export function frameOf(content: PlanContent): PlanFrame {
  const { sections: _sections, year: _year, legalBases, ...frame } = content;
  return { ...frame, legalBases: legalBases.map(({ text }) => text) };
}

/** Head and tail of a draft with, for a reading, number and date as printed. */
export const frameMark = (draft: Plan | Reading): string =>
  markOf([
    frameOf(draft.content),
    draft.content.year,
    draft.kind === 'reading' ? [draft.number, draft.issuedOn] : null,
  ]);

/** Head and tail as a form gives them; number and date only of a reading. */
export interface PaperFrame {
  readonly frame: PlanFrame;
  readonly printed: { readonly number: string | null; readonly issuedOn: string | null };
  /** Null where it stays. */
  readonly year: number | null;
}

export type SavedFrame = { readonly outcome: 'saved'; readonly change: ContentChange } | ConflictOfFrame;
interface ConflictOfFrame {
  readonly outcome: 'conflict';
  readonly stored: PlanFrame;
}

/** Saves head, bases, recipients and signature of a draft. A basis whose words stay keeps its id. */
export function saveFrame(
  context: PlansContext,
  actor: PersonActor,
  unitCode: string,
  draft: DraftKey,
  { frame, printed, year }: PaperFrame,
  seen: string,
): Promise<SavedFrame> {
  return changeContent<SavedFrame & { change?: ContentChange }>(
    context,
    actor,
    unitCode,
    draft,
    { deed: draft.kind === 'plan' ? 'savePlanFrame' : 'saveReadingFrame', fields: Object.keys(frame) },
    (stored) => {
      const { content } = stored;
      if (frameMark(stored) !== seen) return { outcome: 'conflict', stored: frameOf(content) };
      const known = new Map(content.legalBases.map((basis) => [basis.text, basis.id]));
      // A plan stays one of its year, whatever a form says.
      const ofYear = stored.kind === 'reading' ? (year ?? content.year) : content.year;
      const legalBases = frame.legalBases.map((text) => ({ id: known.get(text) ?? newId<string>(), text }));
      return {
        outcome: 'saved',
        change: { content: { ...content, ...frame, year: ofYear, legalBases }, printed },
      };
    },
  );
}

/** Takes a line that the reader could not place into a part of the plan, as an item. */
export async function takeUnreadLine(
  context: PlansContext,
  actor: PersonActor,
  unitCode: string,
  readingId: string,
  { line, partId }: { readonly line: number; readonly partId: string },
): Promise<void> {
  await changeContent(
    context,
    actor,
    unitCode,
    { kind: 'reading', id: readingId },
    { deed: 'takeUnreadLine', fields: ['sections'] },
    (stored) => {
      const unread = stored.kind === 'reading' && stored.reading.unread.find((one) => one.line === line);
      if (stored.kind !== 'reading' || !unread) throw notFound();
      const taken = Object.entries(stored.origins).some(
        ([id, { from, to }]) => from <= line && line <= to && isItem(stored.content, id),
      );
      if (taken) throw inWrongState('plans.line-taken', `Dòng ${line} đã được đưa vào kế hoạch.`);
      const id = newId<string>();
      const content = withItem(stored.content, partId, plainItem(id, unread.text));
      if (content === null) throw notFound();
      return {
        change: { content, origins: { ...stored.origins, [id]: { from: line, to: line, doubts: [] } } },
      };
    },
  );
}

/** Whether an id is that of an item that the plan still has. */
export function isItem(content: PlanContent, id: string): boolean {
  return content.sections.some((section) =>
    section.parts.some((part) => part.items.some((item) => item.id === id)),
  );
}
