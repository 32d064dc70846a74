import { createHash } from 'node:crypto';
import type { DemoSource, DemoUnitSource } from '../content.ts';
import { figuresOfLastYear, figuresOfRunningYear } from '../figures.ts';
import type { UnitPlan } from '../plan.ts';
import type { DemoContent, DemoStaff } from '../rows.ts';
import { addCollection } from './collection.ts';
import { addEvidence } from './evidence.ts';
import { addActivities, addCommunication, linkActivity } from './log-of-the-year.ts';
import { textOfFile } from './papers.ts';
import { addPlaces, type DemoPlaces } from './places.ts';
import { addDraft, addOwnPlan, addPlanOfProvince, addReading, type PlanningOf } from './plans.ts';
import { tellStories } from './stories-of-tasks.ts';
import { addTargetsBesidePlan, addTargetsOfPlan } from './targets.ts';
import { addTaskBesidePlan, addTasksOfPlan, type DemoTask } from './tasks.ts';
import {
  addCommitments,
  addDayOff,
  addForum,
  addFund,
  addLegalDocuments,
  addPetitions,
} from './voices-and-fund.ts';
import { YearWriter } from './year-writer.ts';

function planningOf(
  content: DemoContent,
  source: DemoSource,
  unit: DemoUnitSource,
  staff: DemoStaff,
): PlanningOf {
  const organisations = content.organisation
    .filter(({ unit_id }) => unit_id === staff.unitId)
    .map(({ id, kind, name }) => ({ id, kind, name }));
  return {
    writer: new YearWriter(content, unit, staff, source.day),
    organisations,
    standard: source.standard.standard,
    province: source.province,
  };
}

/** The two years of a unit whose people do all their work with the program. */
export function addYears(
  content: DemoContent,
  source: DemoSource,
  unit: DemoUnitSource,
  staff: DemoStaff,
  plan: UnitPlan,
): void {
  const planning = planningOf(content, source, unit, staff);
  const { writer, organisations } = planning;
  const year = Number(source.day.slice(0, 4));
  const before = addOwnPlan(planning, year - 1, {
    number: '904',
    issuedOn: `${year - 1}-08-14`,
    superior: null,
  });
  addTasksOfPlan(writer, organisations, before, addTargetsOfPlan(writer, before));
  const superior = addPlanOfProvince(writer, year);
  const ownPlan = addOwnPlan(planning, year, {
    number: '911',
    issuedOn: writer.past(`${year}-02-06`),
    superior,
  });
  addDraft(planning, year);
  addReading(writer, year);
  const tasks = [
    ...addTasksOfPlan(writer, organisations, ownPlan, addTargetsOfPlan(writer, ownPlan)),
    addTaskBesidePlan(writer, organisations, {
      kind: 'fatherland_front',
      text: 'Cử người tham gia đoàn giám sát chuyên đề về bữa ăn bán trú.',
      days: 5,
      fate: null,
    }),
    addTaskBesidePlan(writer, organisations, {
      kind: 'villages',
      text: 'Thông báo lịch tiêm chủng bổ sung đến từng hộ có trẻ em dưới 1 tuổi.',
      days: -4,
      fate: 'late',
    }),
  ];
  addTargetsBesidePlan(writer, year);
  tellStories(writer, tasks);
  const places = addPlaces(writer, year);
  addLog(writer, year, tasks, places);
  const { standard } = source.standard;
  const shown = { ...unit, plan };
  const running = figuresOfRunningYear(standard, shown, year);
  const last = figuresOfLastYear(standard, shown, year);
  addCollection(writer, source.standard, places, (ofYear) => (ofYear === year ? running : last));
  addEvidence(writer, standard, running);
  addLegalDocuments(writer, year);
  addDayOff(writer, year);
}

function addLog(writer: YearWriter, year: number, tasks: readonly DemoTask[], places: DemoPlaces): void {
  addCommunication(writer, year);
  const gifts = addActivities(writer, year);
  const lastForum = addForum(writer, year - 1);
  const forum = addForum(writer, year) ?? lastForum;
  if (forum !== null) addPetitions(writer, forum);
  const task = tasks.find(({ text }) => text.includes('Diễn đàn trẻ em'));
  if (forum !== null && task !== undefined)
    linkActivity(writer, forum.id, writer.on(forum.day, 'forum/task'), { taskId: task.id });
  addFund(writer, year, gifts);
  const signed = addText(writer, 'ban-cam-ket-khoi-mau-1.txt');
  addCommitments(writer, year, places, signed);
  addFilesOfWork(writer, tasks, forum?.id ?? null);
}

/** One file at a task, one at the forum. */
function addFilesOfWork(writer: YearWriter, tasks: readonly DemoTask[], forum: string | null): void {
  const added_by = writer.officer('police');
  const added_at = writer.on(writer.ago(7), 'evidence');
  const task = tasks.find(({ leadId }) => leadId === writer.organisation('police'))!;
  writer.add('task_file', task.id, added_at, {
    task_id: task.id,
    occurrence_id: null,
    file_id: addText(writer, 'bien-ban-kiem-tra-ao-ho.txt'),
    added_by,
    added_at,
  });
  if (forum === null) return;
  const file_id = addText(writer, 'bien-ban-dien-dan-tre-em.txt');
  writer.add('activity_file', forum, added_at, {
    activity_id: forum,
    file_id,
    shows_children: false,
    added_by: writer.officer('youth_union'),
    added_at,
  });
}

function addText(writer: YearWriter, name: string): string {
  const bytes = new TextEncoder().encode(textOfFile(name));
  const stored_at = writer.on(writer.ago(7), name);
  return writer.add('stored_file', name, stored_at, {
    sha256: createHash('sha256').update(bytes).digest('hex'),
    size: bytes.byteLength,
    media_type: 'text/plain; charset=utf-8',
    name,
    stored_by: writer.planner,
    stored_at,
  });
}

/** A neighbour who has only begun: a plan at work and some communication. */
export function addQuietYear(
  content: DemoContent,
  source: DemoSource,
  unit: DemoUnitSource,
  staff: DemoStaff,
): void {
  const planning = planningOf(content, source, unit, staff);
  const { writer, organisations } = planning;
  const year = Number(source.day.slice(0, 4));
  const plan = addOwnPlan(planning, year, {
    number: '906',
    issuedOn: writer.past(`${year}-03-10`),
    superior: null,
  });
  addTasksOfPlan(writer, organisations, plan, addTargetsOfPlan(writer, plan));
  addCommunication(writer, year);
}
