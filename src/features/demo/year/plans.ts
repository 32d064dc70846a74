import { type LegalRegistry, legalRegistry } from '../../../domain/legal/index.ts';
import {
  blankPlan,
  contentOfReading,
  offersOfSuperior,
  type PlanContent,
  type PlanItem,
  planFromSuperior,
  readPlan,
} from '../../../domain/plan/index.ts';
import type { Standard } from '../../../domain/scoring/index.ts';
import { loadLegalDocuments } from '../../legal-documents/index.ts';
import type { Organisation } from '../../people/index.ts';
import { draftInput, NO_CHOICES, originsOf } from '../../plans/index.ts';
import type { DemoSource } from '../content.ts';
import { demoId } from '../demo-id.ts';
import type { Row } from '../rows.ts';
import { MADE_UP, planOfProvince, planOfSummer } from './papers-of-the-province.ts';
import { type Fate, workOfTheYear } from './work-of-the-year.ts';
import type { YearWriter } from './year-writer.ts';

/** What the plans of a unit are made of. */
export interface PlanningOf {
  readonly writer: YearWriter;
  readonly organisations: readonly Organisation[];
  readonly standard: Standard;
  readonly province: DemoSource['province'];
}

/** A plan of the sample with how its work went. */
export interface DemoPlan {
  readonly id: string;
  readonly year: number;
  readonly content: PlanContent;
  readonly work: NonNullable<Row<'plan'>['work']>;
  readonly issuedOn: string;
  readonly fates: ReadonlyMap<string, Fate>;
}

let ofTheProgram: LegalRegistry | null = null;
const registry = (): LegalRegistry => {
  ofTheProgram ??= legalRegistry(loadLegalDocuments().documents);
  return ofTheProgram;
};

/** Gives ids in their order, the same at every run. */
function idsOf(writer: YearWriter, day: string, subject: string): () => string {
  let count = 0;
  const at = writer.on(day, subject);
  return () => demoId<string>(at, 'plan-part', writer.unit.code, subject, count++);
}

function inputFor(
  { writer, organisations, standard, province }: PlanningOf,
  year: number,
  newId: () => string,
) {
  const unit = {
    ...writer.unit,
    id: writer.staff.unitId,
    provinceName: province.fullName,
    fictional: true,
  };
  return draftInput(unit, year, {
    subject: 'child_friendly',
    organisations,
    standard,
    registry: registry(),
    newId,
  });
}

type StoredPlan = Pick<Row<'plan'>, 'year' | 'standing' | 'origin' | 'state' | 'content'> &
  Partial<Pick<Row<'plan'>, 'based_on' | 'number' | 'issued_on' | 'source_text' | 'put_to_work_at' | 'work'>>;

/** Adds a plan with its history, one state for each deed. */
function addPlan(
  writer: YearWriter,
  subject: string,
  plan: StoredPlan,
  deeds: readonly { readonly deed: string; readonly on: string }[],
): string {
  const made = deeds.map(({ deed, on }, revision) => ({
    deed,
    revision,
    at: writer.on(on, `${subject}/${deed}`),
  }));
  const first = made[0]!.at;
  const last = made.at(-1)!;
  const id = writer.add('plan', subject, first, {
    based_on: null,
    number: null,
    issued_on: null,
    source_text: null,
    put_to_work_at: null,
    work: null,
    ...plan,
    title: plan.content.title,
    source_file_id: null,
    docx_file_id: null,
    pdf_file_id: null,
    revision: last.revision,
    created_by: writer.planner,
    created_at: first,
    changed_at: last.at,
  });
  for (const { deed, revision, at } of made)
    writer.add('plan_version', `${subject}/${revision}`, at, {
      plan_id: id,
      revision,
      deed,
      content: plan.content,
      person_id: deed === 'issuePlan' ? writer.staff.leader : writer.planner,
      changed_at: at,
    });
  return id;
}

/** The plan of the province for a year, entered in the unit as its superior's. */
export function addPlanOfProvince(writer: YearWriter, year: number): { id: string; content: PlanContent } {
  const text = planOfProvince(year);
  const day = writer.past(`${year}-01-26`);
  const read = contentOfReading(readPlan(text), idsOf(writer, day, `province/${year}`));
  const content = { ...read, year };
  const id = addPlan(
    writer,
    `province/${year}`,
    {
      year,
      standing: 'superior',
      origin: 'read',
      state: 'issued',
      content,
      number: '901',
      issued_on: `${year}-01-19`,
      source_text: text,
    },
    [{ deed: 'registerSuperior', on: day }],
  );
  return { id, content };
}

/** A paper of the province that nobody has looked through yet. */
export function addReading(writer: YearWriter, year: number): void {
  const text = planOfSummer(year);
  const reading = readPlan(text);
  const content = { ...contentOfReading(reading, idsOf(writer, writer.ago(2), 'reading')), year };
  const at = writer.on(writer.ago(2), 'reading');
  writer.add('plan_reading', 'summer', at, {
    year,
    standing: 'superior',
    source: 'pasted',
    file_id: null,
    source_text: text,
    reading,
    content,
    origins: originsOf(content, reading),
    number: reading.number,
    issued_on: `${year}-05-04`,
    revision: 0,
    read_by: writer.planner,
    read_at: at,
  });
}

/** A first draft on another subject that is still being written. */
export function addDraft(planning: PlanningOf, year: number): void {
  const { writer } = planning;
  const day = writer.ago(6);
  const draft = blankPlan({
    ...inputFor(planning, year, idsOf(writer, day, `draft/${year}`)),
    subject: 'children_work',
  });
  const content = { ...draft, title: `${draft.title} (${MADE_UP})` };
  addPlan(writer, `draft/${year}`, { year, standing: 'own', origin: 'blank', state: 'draft', content }, [
    { deed: 'draftPlan', on: day },
  ]);
}

/** The unit's own plan of a year, signed and put to work; it carries out the superior's where there is one. */
export function addOwnPlan(
  planning: PlanningOf,
  year: number,
  {
    number,
    issuedOn,
    superior,
  }: {
    readonly number: string;
    readonly issuedOn: string;
    readonly superior: { readonly id: string; readonly content: PlanContent } | null;
  },
): DemoPlan {
  const { writer } = planning;
  const newId = idsOf(writer, issuedOn, `own/${year}`);
  const input = inputFor(planning, year, newId);
  const draft =
    superior === null
      ? blankPlan(input)
      : planFromSuperior(
          input,
          { content: superior.content, number: '901', issuedOn: `${year}-01-19` },
          offersOfSuperior(superior.content),
        );
  const { content, fates } = withWork(
    { ...draft, title: `${draft.title} (${MADE_UP})` },
    planning,
    year,
    newId,
  );
  // In the reports of the year everybody takes part.
  const reports = content.sections.filter(({ role }) => role === 'reporting');
  const together = reports.flatMap(({ parts }) => parts.flatMap(({ items }) => items.map(({ id }) => id)));
  const work = { ...NO_CHOICES, together, givesCriteria: true };
  const begun = writer.past(`${issuedOn.slice(0, 8)}01`);
  const id = addPlan(
    writer,
    `own/${year}`,
    {
      year,
      standing: 'own',
      origin: superior === null ? 'blank' : 'superior',
      state: 'issued',
      content,
      based_on: superior?.id ?? null,
      number,
      issued_on: issuedOn,
      put_to_work_at: writer.on(issuedOn, `own/${year}/issuePlan`),
      work,
    },
    [
      { deed: 'draftPlan', on: begun },
      { deed: 'issuePlan', on: issuedOn },
    ],
  );
  return { id, year, content, work, issuedOn, fates };
}

/** Adds the sample's own work to the parts of those who do it. */
function withWork(
  content: PlanContent,
  { organisations }: PlanningOf,
  year: number,
  newId: () => string,
): Pick<DemoPlan, 'content' | 'fates'> {
  const fates = new Map<string, Fate>();
  const nameOf = new Map(organisations.map(({ kind, name }) => [kind, name]));
  const itemsFor = (heading: string | null): PlanItem[] =>
    workOfTheYear(year)
      .filter(({ kind }) => nameOf.get(kind) === heading)
      .map(({ text, deadlines = [], recurrence = null, fate }) => {
        const id = newId();
        if (fate !== undefined) fates.set(id, fate);
        return { id, text, deadlines, recurrence, targets: [], criteria: [] };
      });
  const sections = content.sections.map((section) =>
    section.role !== 'assignments'
      ? section
      : {
          ...section,
          parts: section.parts.map((part) => ({
            ...part,
            items: [...part.items, ...itemsFor(part.heading)],
          })),
        },
  );
  return { content: { ...content, sections }, fates };
}
