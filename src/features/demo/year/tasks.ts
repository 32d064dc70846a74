import { addDays, type DueBound, type Occurrence, type Recurrence } from '../../../domain/calendar/index.ts';
import {
  askedSince,
  lastDay,
  type OccurrenceState,
  stateByOccurrences,
  timesOf,
} from '../../../domain/task/index.ts';
import { searchKey } from '../../../domain/text/index.ts';
import type { OrganisationId, PersonId } from '../../../platform/database/index.ts';
import { lunarDates } from '../../../platform/lunar-dates.ts';
import type { Organisation } from '../../people/index.ts';
import { workOf } from '../../plans/index.ts';
import { plannedOf } from '../../tasks/index.ts';
import { randomFor } from '../random.ts';
import type { Row } from '../rows.ts';
import type { DemoPlan } from './plans.ts';
import { type Fate, PARTS_OF_SPLIT, REASONS } from './work-of-the-year.ts';
import type { YearWriter } from './year-writer.ts';

/** A task of the sample as stories about it need it. */
export interface DemoTask {
  readonly id: string;
  readonly text: string;
  readonly leadId: OrganisationId;
  readonly fate: Fate | null;
  readonly createdAt: Date;
  readonly occurrences: readonly (Occurrence & { readonly id: string; readonly state: OccurrenceState })[];
}

/** What is to be known of a task before its rows are written. */
interface TaskWishes {
  readonly subject: string;
  readonly year: number;
  readonly text: string;
  readonly form: 'order' | 'request';
  readonly leadId: OrganisationId;
  readonly recurrence: Recurrence;
  readonly bound: DueBound | null;
  readonly occurrences: readonly Occurrence[];
  readonly at: Date;
  readonly fate: Fate | null;
  readonly criteria?: readonly number[];
  readonly plan?: { readonly id: string; readonly itemId: string; readonly planned: Record<string, unknown> };
  readonly parentId?: string;
}

/** The tasks of a plan in the states that the days since have brought them into. */
export function addTasksOfPlan(
  writer: YearWriter,
  organisations: readonly Organisation[],
  plan: DemoPlan,
  targetsOfItem: ReadonlyMap<string, readonly string[]>,
): readonly DemoTask[] {
  const at = writer.on(plan.issuedOn, `own/${plan.year}/issuePlan`);
  const { tasks } = workOf(plan.content, plan.work, organisations);
  return tasks.map((work) => {
    const targetIds = targetsOfItem.get(work.itemId) ?? [];
    const { recurrence, bound, occurrences } = timesOf(work, plan.year, lunarDates);
    const task = addTask(writer, organisations, {
      subject: `${plan.year}/${work.itemId}`,
      year: plan.year,
      text: work.text,
      form: work.form,
      leadId: work.leadId,
      recurrence,
      bound,
      occurrences: askedSince(occurrences, plan.issuedOn),
      at,
      fate: plan.fates.get(work.itemId) ?? null,
      criteria: work.criteria,
      plan: { id: plan.id, itemId: work.itemId, planned: plannedOf({ ...work, targetIds }) },
    });
    for (const partner of work.partnerIds)
      writer.add('task_partner', `${task.id}/${partner}`, at, { task_id: task.id, organisation_id: partner });
    for (const target of targetIds)
      writer.add('task_target', `${task.id}/${target}`, at, { task_id: task.id, target_id: target });
    return task;
  });
}

/** A task given beside the plan, due so many days from today. */
export function addTaskBesidePlan(
  writer: YearWriter,
  organisations: readonly Organisation[],
  { kind, text, days, fate }: { kind: string; text: string; days: number; fate: Fate | null },
): DemoTask {
  const dueDate = addDays(writer.day, days);
  const year = Number(dueDate.slice(0, 4));
  return addTask(writer, organisations, {
    subject: `beside/${kind}`,
    year,
    text,
    form: kind === 'fatherland_front' ? 'request' : 'order',
    leadId: writer.organisation(kind),
    recurrence: 'once',
    bound: 'by',
    occurrences: [{ period: String(year), dueDate }],
    at: writer.on(writer.ago(20), `beside/${kind}`),
    fate,
  });
}

function addTask(writer: YearWriter, organisations: readonly Organisation[], wishes: TaskWishes): DemoTask {
  const { subject, year, at, recurrence } = wishes;
  const over = year < Number(writer.day.slice(0, 4));
  // The fates are of the running year; in the one before, everything came to an end.
  const fate = over ? null : wishes.fate;
  const kind = organisations.find(({ id }) => id === wishes.leadId)!.kind;
  const ends = endsOf(writer, { ...wishes, fate }, over);
  const states = ends.map(({ state }) => state);
  const closed = fate === 'closed' || fate === 'split' ? REASONS[fate] : null;
  const id = writer.add('task', subject, at, {
    year,
    plan_id: wishes.plan?.id ?? null,
    plan_item: wishes.plan?.itemId ?? null,
    parent_id: wishes.parentId ?? null,
    text: wishes.text,
    form: wishes.form,
    lead_id: wishes.leadId,
    criteria: [...(wishes.criteria ?? [])],
    recurrence,
    due_bound: wishes.bound,
    state: closed === null ? stateByOccurrences(recurrence, states) : 'closed',
    closed_reason: closed,
    search_key: searchKey(wishes.text),
    planned: wishes.plan?.planned ?? null,
    revision: states.filter((state) => state !== 'waiting').length,
    created_by: writer.planner,
    created_at: at,
  });
  addEvent(writer, id, { kind: 'created', on: at, by: writer.planner });
  const occurrences = ends.map((end) => {
    const occurrenceId = addOccurrence(writer, id, at, end);
    tellStory(writer, { id, occurrenceId, officer: writer.officer(kind) }, end);
    return { ...end.occurrence, id: occurrenceId, state: end.state };
  });
  const task = { id, text: wishes.text, leadId: wishes.leadId, fate, createdAt: at, occurrences };
  if (closed !== null)
    addEvent(writer, id, {
      kind: fate === 'split' ? 'split' : 'closed',
      on: writer.on(laterOf(writer.ago(45), dayOf(at)), `${id}/closed`),
      by: writer.planner,
      text: closed,
    });
  if (fate === 'split') addParts(writer, organisations, wishes, id);
  return task;
}

/** Each part of a split task goes on with what was left to do of the whole. */
function addParts(
  writer: YearWriter,
  organisations: readonly Organisation[],
  whole: TaskWishes,
  parentId: string,
): void {
  for (const { kind, text } of PARTS_OF_SPLIT) {
    const { plan, ...rest } = whole;
    addTask(writer, organisations, {
      ...rest,
      ...(plan === undefined ? {} : { plan }),
      subject: `${whole.subject}/${kind}`,
      text,
      leadId: writer.organisation(kind),
      at: writer.on(laterOf(writer.ago(45), dayOf(whole.at)), `${parentId}/${kind}`),
      fate: kind === 'schools' ? 'reported' : null,
      parentId,
    });
  }
}

const dayOf = (at: Date): string => at.toISOString().slice(0, 10);
const laterOf = (one: string, other: string): string => (one > other ? one : other);

/** How one occurrence ended, and when its lead said so. */
interface End {
  readonly occurrence: Occurrence;
  readonly state: OccurrenceState;
  readonly reportedOn: string | null;
  readonly reason: string | null;
}

/** By default what is due was done in its last days, some of it late; the fate of a task befalls its last period. */
function endsOf(writer: YearWriter, wishes: TaskWishes, over: boolean): readonly End[] {
  const { occurrences, bound, recurrence, subject, fate } = wishes;
  const begun = dayOf(wishes.at);
  if (recurrence === 'on_event') return endsOfEvents(writer, begun, over, wishes.year);
  const isPast = ({ dueDate }: Occurrence) => dueDate !== null && lastDay(dueDate, bound) < writer.day;
  const past = occurrences.filter(isPast);
  return occurrences.map((occurrence): End => {
    const random = randomFor('end', writer.unit.code, subject, occurrence.period);
    const waiting = { occurrence, state: 'waiting', reportedOn: null, reason: null } as const;
    if (!isPast(occurrence) && !over) return waiting;
    const last = occurrence.dueDate === null ? `${wishes.year}-12-15` : lastDay(occurrence.dueDate, bound);
    const wanted = addDays(last, random.chance(0.15) ? random.between(1, 9) : -random.between(0, 5));
    const reportedOn = laterOf(wanted, addDays(begun, 1));
    const end = (state: OccurrenceState, reason: string | null = null): End => ({
      occurrence,
      state,
      reportedOn: writer.past(reportedOn),
      reason,
    });
    if (fate === 'closed' || fate === 'split') return waiting;
    if (fate === 'skipped' && occurrence === past[0])
      return { ...waiting, state: 'skipped', reason: REASONS.skipped };
    if (occurrence === past.at(-1)) {
      if (fate === 'late') return waiting;
      if (fate === 'reported') return end('reported');
      if (fate === 'returned') return end('returned', REASONS.returned);
    }
    return end(reportedOn >= writer.ago(3) ? 'reported' : 'done');
  });
}

/** What happens on an event has happened twice in a year. */
function endsOfEvents(writer: YearWriter, begun: string, over: boolean, year: number): readonly End[] {
  const days = over ? [`${year}-10-12`, `${year}-11-24`] : [writer.ago(83), writer.ago(4)];
  return days
    .filter((day) => day > begun)
    .map((day, place) => ({
      occurrence: { period: day, dueDate: null },
      state: place === 1 && !over ? 'reported' : 'done',
      reportedOn: addDays(day, 1),
      reason: null,
    }));
}

function addOccurrence(
  writer: YearWriter,
  taskId: string,
  created: Date,
  { occurrence, state, reportedOn, reason }: End,
): string {
  const subject = `${taskId}/${occurrence.period}`;
  const reportedAt = reportedOn === null ? null : writer.on(reportedOn, `${subject}/reported`);
  return writer.add('task_occurrence', subject, created, {
    task_id: taskId,
    period: occurrence.period,
    due_date: occurrence.dueDate,
    state,
    reason,
    reported_at: reportedAt,
    state_changed_at:
      state === 'waiting' ? null : state === 'reported' ? reportedAt : settledAt(writer, subject, reportedAt),
    revision: state === 'waiting' ? 0 : 1,
  });
}

/** The planning officer looks at what is reported some days later; without a report, on a day of last month. */
function settledAt(writer: YearWriter, subject: string, reportedAt: Date | null): Date {
  if (reportedAt === null) return writer.on(writer.ago(30), `${subject}/settled`);
  const day = addDays(dayOf(reportedAt), randomFor('settled', subject).between(1, 3));
  const at = writer.on(day, `${subject}/settled`);
  return at > reportedAt ? at : new Date(reportedAt.getTime() + 60 * 60_000);
}

/** The events that led an occurrence to where it is. */
function tellStory(
  writer: YearWriter,
  { id, occurrenceId, officer }: { id: string; occurrenceId: string; officer: PersonId },
  { occurrence, state, reportedOn, reason }: End,
): void {
  const subject = `${id}/${occurrence.period}`;
  const reportedAt = reportedOn === null ? null : writer.on(reportedOn, `${subject}/reported`);
  const tell = (kind: Row<'task_event'>['kind'], on: Date, by: PersonId, text: string | null) =>
    addEvent(writer, id, { kind, on, by, text, occurrenceId });
  if (reportedAt !== null)
    tell('reported', reportedAt, officer, 'Đã làm xong, có biên bản kèm theo (nội dung mô phỏng).');
  const settled = settledAt(writer, subject, reportedAt);
  if (state === 'done') tell('accepted', settled, writer.planner, null);
  if (state === 'returned' || state === 'skipped') tell(state, settled, writer.planner, reason);
}

/** Something that happened to a task. */
export function addEvent(
  writer: YearWriter,
  taskId: string,
  event: {
    readonly kind: Row<'task_event'>['kind'];
    readonly on: Date;
    readonly by: PersonId;
    readonly text?: string | null;
    readonly occurrenceId?: string | null;
  },
): void {
  const { kind, on, by, text = null, occurrenceId = null } = event;
  writer.add('task_event', `${taskId}/${occurrenceId ?? ''}/${kind}/${text ?? ''}`, on, {
    task_id: taskId,
    occurrence_id: occurrenceId,
    kind,
    text,
    person_id: by,
    happened_at: on,
  });
}
