import type { PlanContent, PlanItem, PlanSection, SectionRole } from '../../domain/plan/index.ts';
import type { ChangedSection } from './section-of-form.ts';

/** The section of a plan; undefined where it is gone. */
export function sectionIn(content: PlanContent, id: string): PlanSection | undefined {
  return content.sections.find((section) => section.id === id);
}

/**
 * Puts a changed section into its plan, at its place, and what left it at the end of the parts that it went to.
 * An item whose new part has gone meanwhile stays where it was.
 */
export function withSection(content: PlanContent, id: string, changed: ChangedSection): PlanContent {
  const others = content.sections.filter((section) => section.id !== id);
  const parts = new Set(others.flatMap((section) => section.parts.map((part) => part.id)));
  const arriving = (partId: string) =>
    changed.leaving.filter(({ toPart }) => toPart === partId).map(({ item }) => item);
  const sections = others.map((section) => ({
    ...section,
    parts: section.parts.map((part) => ({ ...part, items: [...part.items, ...arriving(part.id)] })),
  }));
  const { section } = changed;
  if (section === null) return { ...content, sections };
  const homeless = changed.leaving.filter(({ toPart }) => !parts.has(toPart)).map(({ item }) => item);
  const kept: PlanSection = {
    ...section,
    parts: section.parts.map((part, place) =>
      place === 0 ? { ...part, items: [...part.items, ...homeless] } : part,
    ),
  };
  const place = Math.min(Math.max(changed.position, 1), sections.length + 1) - 1;
  return { ...content, sections: [...sections.slice(0, place), kept, ...sections.slice(place)] };
}

/** A new section at the end, with one part to write in. */
export function withNewSection(
  content: PlanContent,
  { heading, role }: { readonly heading: string; readonly role: SectionRole },
  newId: () => string,
): { readonly content: PlanContent; readonly sectionId: string } {
  const section: PlanSection = {
    id: newId(),
    role,
    heading,
    parts: [
      {
        id: newId(),
        heading: null,
        objectiveKind: role === 'purpose' ? 'purpose' : role === 'objectives' ? 'specific' : null,
        assignee: null,
        form: role === 'funding' || role === 'reporting' ? 'paragraphs' : 'bullets',
        items: [],
      },
    ],
  };
  return { content: { ...content, sections: [...content.sections, section] }, sectionId: section.id };
}

/** An item at the end of a part; null where there is no such part. */
export function withItem(content: PlanContent, partId: string, item: PlanItem): PlanContent | null {
  let found = false;
  const sections = content.sections.map((section) => ({
    ...section,
    parts: section.parts.map((part) => {
      if (part.id !== partId) return part;
      found = true;
      return { ...part, items: [...part.items, item] };
    }),
  }));
  return found ? { ...content, sections } : null;
}

/** Every item of a plan with the part and the section that it stands in. */
export function itemsOf(content: PlanContent) {
  return content.sections.flatMap((section) =>
    section.parts.flatMap((part) => part.items.map((item) => ({ section, part, item }))),
  );
}

/** Where two people's section differs: texts as people read them; null where one of them has no such item. */
export function differencesOf(
  mine: PlanSection,
  stored: PlanSection,
): readonly { readonly mine: string | null; readonly stored: string | null }[] {
  const texts = (section: PlanSection) =>
    new Map<string, string>([
      ['', section.heading],
      ...section.parts.flatMap((part): [string, string][] => [
        ...(part.heading === null ? [] : [[part.id, part.heading] as [string, string]]),
        ...part.items.map((item): [string, string] => [item.id, itemText(item)]),
      ]),
    ]);
  const [own, theirs] = [texts(mine), texts(stored)];
  return [...new Set([...own.keys(), ...theirs.keys()])]
    .map((id) => ({ mine: own.get(id) ?? null, stored: theirs.get(id) ?? null }))
    .filter((pair) => pair.mine !== pair.stored);
}

/** An item with what hangs on it, in one line. */
function itemText(item: PlanItem): string {
  const beside = [
    ...item.targets.map(({ operator, value, unit }) => `${operator} ${value ?? ''}${unit ?? ''}`),
    ...item.deadlines.map(({ bound, date }) => `${bound} ${date}`),
    ...(item.criteria.length > 0 ? [`TC ${item.criteria.join(', ')}`] : []),
    ...(item.recurrence === null ? [] : [item.recurrence]),
  ];
  return beside.length === 0 ? item.text : `${item.text} [${beside.join('; ')}]`;
}
