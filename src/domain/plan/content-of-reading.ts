import { namesBasis, ownSentenceAt } from './citations.ts';
import type { PlanAssignee, PlanContent, PlanItem, PlanPart, PlanSection, SectionRole } from './content.ts';
import { criteriaOfTask } from './criteria.ts';
import { WHY_UNPLACED } from './read-plan.ts';
import type {
  PartRole,
  PlanReading,
  Read,
  ReadAssignment,
  ReadDeadline,
  ReadDuty,
  ReadPiece,
  ReadTarget,
} from './reading.ts';
import { withoutEnd } from './trim-end.ts';

type Open<Value> = { -readonly [Key in keyof Value]: Value[Key] };
interface OpenPart extends Omit<Open<PlanPart>, 'items'> {
  readonly items: PlanItem[];
}
interface OpenSection extends Omit<Open<PlanSection>, 'parts'> {
  readonly parts: OpenPart[];
}

const ROLES: Readonly<Record<PartRole, SectionRole>> = {
  preamble: 'other',
  purpose: 'purpose',
  objectives: 'objectives',
  measures: 'measures',
  funding: 'funding',
  assignments: 'assignments',
  reporting: 'reporting',
  past: 'other',
  other: 'other',
  closing: 'other',
};
const MOST_ON_ONE_ITEM = 200;

const keyOf = ({ text, lines }: Read): string => `${lines.from}:${text}`;
/** Who helps by a column of a table, in words behind the task. */
const withPartners = ({ text, partners }: ReadPiece): string =>
  partners === undefined ? text : `${withoutEnd(text, ' .;')} (phối hợp: ${withoutEnd(partners, ' .;')})`;
const withoutSign = (text: string): string => withoutEnd(text, ' .;/');

/** What stands in the order of the paper is handed out in that order: each thing to the item whose lines it has. */
class InOrder<Thing extends Read> {
  readonly #things: readonly Thing[];
  #next = 0;

  constructor(things: readonly Thing[]) {
    this.#things = things;
  }

  of(item: Read): readonly Thing[] {
    while (this.#next < this.#things.length && this.#things[this.#next]!.lines.from < item.lines.from)
      this.#next++;
    const own: Thing[] = [];
    for (
      let thing = this.#things[this.#next];
      thing && own.length < MOST_ON_ONE_ITEM;
      thing = this.#things[++this.#next]
    ) {
      if (thing.lines.from !== item.lines.from || !item.text.includes(thing.text.slice(0, 200))) break;
      own.push(thing);
    }
    return own;
  }
}

function assigneeOf({ unit, unitKind, request }: ReadAssignment): PlanAssignee {
  return { unit, unitKind, request };
}

function issuingBodyOf({ issuer }: PlanReading): readonly string[] {
  if (issuer.name === null) return [];
  if (!issuer.name.startsWith('UBND ')) return [issuer.name];
  const unit = issuer.name.slice('UBND '.length);
  return ['Ủy ban nhân dân', unit.charAt(0).toUpperCase() + unit.slice(1)];
}

function formOf(marker: string | null): PlanPart['form'] {
  if (marker === null) return 'paragraphs';
  return /[\p{L}\d]/u.test(marker) ? 'numbered' : 'bullets';
}

/** The tree of the body, in the order of the paper. */
function sectionsOf(reading: PlanReading, newId: () => string): OpenSection[] {
  const sections: OpenSection[] = [];
  const assignmentOfTask = new Map<string, ReadAssignment>();
  const assignmentOfLine = new Map<number, ReadAssignment>();
  for (const assignment of reading.assignments) {
    if (!assignmentOfLine.has(assignment.lines.from)) assignmentOfLine.set(assignment.lines.from, assignment);
    for (const task of assignment.tasks) assignmentOfTask.set(keyOf(task), assignment);
  }
  const kinds = new Map(reading.objectives.map((objective) => [keyOf(objective), objective.kind]));
  const targets = new InOrder<ReadTarget>(reading.targets);
  const deadlines = new InOrder<ReadDeadline>(reading.deadlines);
  const duties = new InOrder<ReadDuty>(reading.recurringDuties);
  let sectionMarker: string | null = null;

  const openSection = (role: PartRole, heading: string): OpenSection => {
    const section: OpenSection = { id: newId(), role: ROLES[role], heading, parts: [] };
    sections.push(section);
    return section;
  };
  const openPart = (
    section: OpenSection,
    heading: string | null,
    assignee: PlanAssignee | null,
  ): OpenPart => {
    const part: OpenPart = {
      id: newId(),
      heading,
      objectiveKind: null,
      assignee,
      form: 'bullets',
      items: [],
    };
    section.parts.push(part);
    return part;
  };
  const addHeading = (piece: ReadPiece): void => {
    const section = sections.at(-1);
    const begins =
      !section ||
      piece.depth === 0 ||
      (piece.depth === 1 && /^(?:phần|chương|[A-HĐ]$)/iu.test(sectionMarker ?? ''));
    if (begins) {
      openSection(piece.role, piece.text);
      if (piece.depth === 0) sectionMarker = piece.marker;
      return;
    }
    const assignment = assignmentOfLine.get(piece.lines.from);
    openPart(section, piece.text, assignment ? assigneeOf(assignment) : null);
  };
  const addItem = (piece: ReadPiece): void => {
    let section = sections.at(-1);
    if (!section || (piece.depth === 0 && ROLES[piece.role] !== section.role))
      section = openSection(piece.role, '');
    const assignment = assignmentOfTask.get(keyOf(piece));
    let part = section.parts.at(-1) ?? openPart(section, null, assignment ? assigneeOf(assignment) : null);
    const form = formOf(piece.marker);
    const another = assignment !== undefined && part.assignee?.unit !== assignment.unit;
    if (another && part.items.length === 0 && part.assignee === null) part.assignee = assigneeOf(assignment);
    else if (another || (part.items.length > 0 && part.form !== form && part.heading === null)) {
      part = openPart(section, null, assignment ? assigneeOf(assignment) : null);
    }
    if (part.items.length === 0) {
      part.form = form;
      part.objectiveKind = kinds.get(keyOf(piece)) ?? null;
    }
    part.items.push({
      id: newId(),
      text: withPartners(piece),
      targets: targets
        .of(piece)
        .map(({ text, operator, value, unit, of }) => ({ text, operator, value, unit, of })),
      criteria: assignment ? criteriaOfTask(piece.text) : [],
      deadlines: deadlines.of(piece).flatMap(({ date, bound }) => (date === null ? [] : [{ date, bound }])),
      recurrence: duties.of(piece)[0]?.period ?? null,
    });
  };
  for (const piece of reading.body) {
    if (piece.role === 'closing') continue;
    if (piece.heading) addHeading(piece);
    else addItem(piece);
  }
  return sections.map((section) => ({
    ...section,
    parts: section.parts.map((part) => (leadsToOthers(part, section) ? asItem(part, newId) : part)),
  }));
}

/** A heading whose items all became parts of their own, because each names its organisation. */
const leadsToOthers = (part: OpenPart, { parts }: OpenSection): boolean =>
  part.heading !== null && part.items.length === 0 && parts[parts.indexOf(part) + 1]?.assignee != null;

/** The heading kept as a line: a part has no parts below it. */
function asItem(part: OpenPart, newId: () => string): OpenPart {
  const text = part.heading ?? '';
  const item = { id: newId(), text, targets: [], criteria: [], deadlines: [], recurrence: null };
  return { ...part, heading: null, assignee: null, form: 'bullets', items: [item] };
}

/** What the tree of the body has no room for: it stands in a section of its own behind the others. */
function remainder(reading: PlanReading, newId: () => string): readonly PlanSection[] {
  const inBody = new Set<number>();
  for (const { lines } of reading.body) for (let no = lines.from; no <= lines.to; no++) inBody.add(no);
  const unplaced = reading.unread.filter(({ line, why }) => why === WHY_UNPLACED && !inBody.has(line));
  const left: readonly (readonly [heading: string, texts: readonly string[]])[] = [
    ['Chú thích', reading.footnotes.map(({ text }) => text)],
    ['Phụ lục', reading.annexes.map(({ text }) => text)],
    ['Chưa xếp loại', unplaced.map(({ text }) => text)],
  ];
  return left
    .filter(([, texts]) => texts.length > 0)
    .map(([heading, texts]) => ({
      id: newId(),
      role: 'other',
      heading,
      parts: [
        {
          id: newId(),
          heading: null,
          objectiveKind: null,
          assignee: null,
          // As bullets, for on paper a line alone could be taken for a heading or a footnote once more.
          form: 'bullets',
          items: texts.map((text) => ({
            id: newId(),
            text,
            targets: [],
            criteria: [],
            deadlines: [],
            recurrence: null,
          })),
        },
      ],
    }));
}

/**
 * The plan that a reading holds, in the order of the paper. What fits nowhere goes into a section of role `other`;
 * nothing is dropped. The year is 0 where the document names none.
 *
 * @param newId gives a new id on every call
 */
export function contentOfReading(reading: PlanReading, newId: () => string): PlanContent {
  const bases: string[] = [];
  const opening: string[] = [];
  for (const { text } of reading.preamble) {
    const own = namesBasis(text) ? ownSentenceAt(text) : 0;
    if (own > 0) bases.push(withoutSign(text.slice(0, own)));
    if (own < text.length) opening.push(text.slice(own).trim());
  }
  return {
    documentType: reading.documentType ?? 'KẾ HOẠCH',
    symbol: reading.symbol ?? '',
    issuingBody: issuingBodyOf(reading),
    place: reading.place ?? '',
    year: reading.planYear ?? 0,
    title: reading.title ?? '',
    legalBases: bases.map((text) => ({ id: newId(), text })),
    opening: opening.join(' '),
    sections: [...sectionsOf(reading, newId), ...remainder(reading, newId)],
    closing: withoutSign(reading.closing.map(({ text }) => text).join(' ')),
    recipients: reading.recipients.map(({ text }) => text),
    signature: {
      capacity: reading.signatory.capacity,
      title: reading.signatory.title ?? '',
      name: reading.signatory.name,
    },
  };
}
