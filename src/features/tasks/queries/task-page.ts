import type { DueBound, Recurrence } from '../../../domain/calendar/index.ts';
import type { OccurrenceState, TaskState } from '../../../domain/task/index.ts';
import type { Tables } from '../../../platform/database/index.ts';
import { type OrganisationId, prepared, type Scope, type UnitId } from '../../../platform/database/index.ts';
import type { StoredFile } from '../../files/index.ts';
import { type OrganisationToChoose, organisationsSql } from './task-list.ts';

export type TaskEventKind = Tables['task_event']['kind'];

export interface Occurrence {
  readonly id: string;
  readonly period: string;
  readonly dueDate: string | null;
  readonly state: OccurrenceState;
  readonly reason: string | null;
  /** ISO 8601. */
  readonly reportedAt: string | null;
}

export interface TaskEvent {
  readonly kind: TaskEventKind;
  readonly text: string | null;
  readonly period: string | null;
  readonly personName: string;
  readonly happenedAt: string;
}

export interface TaskFile {
  readonly id: string;
  readonly name: string;
  readonly period: string | null;
  readonly addedBy: string;
  readonly addedAt: string;
}

export interface DifficultyOfTask {
  readonly id: string;
  readonly text: string;
  readonly state: 'open' | 'answered' | 'escalated';
  readonly answer: string | null;
  readonly escalatedTo: string | null;
  readonly organisation: string;
  readonly raisedAt: string;
}

/** One task with all that its page shows. */
export interface Task {
  readonly id: string;
  readonly unitId: UnitId;
  readonly year: number;
  readonly text: string;
  readonly form: 'order' | 'request';
  readonly criteria: readonly number[];
  readonly recurrence: Recurrence;
  readonly dueBound: DueBound | null;
  readonly state: TaskState;
  readonly closedReason: string | null;
  readonly revision: number;
  readonly leadId: OrganisationId;
  readonly lead: string;
  readonly partnerIds: readonly OrganisationId[];
  readonly partners: readonly OrganisationToChoose[];
  readonly plan: {
    readonly id: string;
    readonly title: string;
    readonly number: string | null;
    readonly issuedOn: string | null;
  } | null;
  readonly parent: { readonly id: string; readonly text: string } | null;
  readonly parts: readonly {
    readonly id: string;
    readonly text: string;
    readonly lead: string;
    readonly state: TaskState;
  }[];
  readonly targets: readonly { readonly id: string; readonly text: string }[];
  readonly occurrences: readonly Occurrence[];
  readonly events: readonly TaskEvent[];
  readonly eventCount: number;
  readonly files: readonly TaskFile[];
  readonly difficulties: readonly DifficultyOfTask[];
}

/** How many happenings a page of a task's history holds. */
export const EVENTS_OF_A_PAGE = 20;

const taskSql = (more = ''): string =>
  `select t.id, t.unit_id as "unitId", t.year, t.text, t.form, t.criteria, t.recurrence, t.due_bound as "dueBound", t.state,
          t.closed_reason as "closedReason", t.revision, t.lead_id as "leadId", l.name as lead,
          array(select p.organisation_id from task_partner p where p.unit_id = t.unit_id and p.task_id = t.id) as "partnerIds",
          (select coalesce(json_agg(json_build_object('id', n.id, 'name', n.name) order by n.name collate "vi-x-icu"), '[]')
             from task_partner p join organisation n on n.unit_id = p.unit_id and n.id = p.organisation_id
            where p.unit_id = t.unit_id and p.task_id = t.id) as partners,
          (select json_build_object('id', p.id, 'title', p.title, 'number', p.number, 'issuedOn', p.issued_on)
             from plan p where p.unit_id = t.unit_id and p.id = t.plan_id) as plan,
          (select json_build_object('id', w.id, 'text', w.text)
             from task w where w.unit_id = t.unit_id and w.id = t.parent_id) as parent,
          (select coalesce(json_agg(json_build_object('id', c.id, 'text', c.text, 'lead', n.name, 'state', c.state) order by c.id), '[]')
             from task c join organisation n on n.unit_id = c.unit_id and n.id = c.lead_id
            where c.unit_id = t.unit_id and c.parent_id = t.id) as parts,
          (select coalesce(json_agg(json_build_object('id', g.id, 'text', g.text) order by g.id), '[]')
             from task_target k join target g on g.unit_id = k.unit_id and g.id = k.target_id
            where k.unit_id = t.unit_id and k.task_id = t.id) as targets,
          (select coalesce(json_agg(json_build_object('id', o.id, 'period', o.period, 'dueDate', o.due_date, 'state', o.state,
                                                      'reason', o.reason, 'reportedAt', o.reported_at)
                                    order by o.due_date, o.period), '[]')
             from task_occurrence o where o.unit_id = t.unit_id and o.task_id = t.id) as occurrences,
          (select coalesce(json_agg(json_build_object('kind', e.kind, 'text', e.text, 'period', e.period,
                                                      'personName', e.name, 'happenedAt', e.happened_at)), '[]')
             from (select v.kind, v.text, o.period, p.name, v.happened_at
                     from task_event v
                     join person p on p.unit_id = v.unit_id and p.id = v.person_id
                     left join task_occurrence o on o.unit_id = v.unit_id and o.id = v.occurrence_id
                    where v.unit_id = t.unit_id and v.task_id = t.id
                    order by v.id desc limit ${EVENTS_OF_A_PAGE} offset $3) e) as events,
          (select count(*)::int from task_event v where v.unit_id = t.unit_id and v.task_id = t.id) as "eventCount",
          (select coalesce(json_agg(json_build_object('id', f.id, 'name', f.name, 'period', f.period,
                                                      'addedBy', f.person, 'addedAt', f.added_at)), '[]')
             from (select s.id, s.name, o.period, p.name as person, k.added_at
                     from task_file k
                     join stored_file s on s.unit_id = k.unit_id and s.id = k.file_id
                     join person p on p.unit_id = k.unit_id and p.id = k.added_by
                     left join task_occurrence o on o.unit_id = k.unit_id and o.id = k.occurrence_id
                    where k.unit_id = t.unit_id and k.task_id = t.id
                    order by k.id desc limit 100) f) as files,
          (select coalesce(json_agg(json_build_object('id', d.id, 'text', d.text, 'state', d.state, 'answer', d.answer,
                                                      'escalatedTo', d.escalated_to, 'organisation', n.name,
                                                      'raisedAt', d.raised_at) order by d.id desc), '[]')
             from difficulty d join organisation n on n.unit_id = d.unit_id and n.id = d.organisation_id
            where d.unit_id = t.unit_id and d.task_id = t.id) as difficulties${more}
     from task t
     join organisation l on l.unit_id = t.unit_id and l.id = t.lead_id
    where t.unit_id = $1 and t.id = $2`;

const taskOfUnit = prepared<Task>('task_of_unit', taskSql());
const taskToArrange = prepared<TaskToArrange>(
  'task_to_arrange',
  taskSql(`, ${organisationsSql('t.unit_id', '$4::date')} as organisations`),
);

/** A task with the organisations that it can be given to. */
export interface TaskToArrange extends Task {
  readonly organisations: readonly OrganisationToChoose[];
}

/** A task of this unit and no other, with the organisations of a day. */
export async function findTaskToArrange(
  scope: Scope,
  unit: UnitId,
  id: string,
  today: string,
): Promise<TaskToArrange | undefined> {
  return (await scope.run(taskToArrange, [unit, id, 0, today]))[0];
}

const fileOfTask = prepared<StoredFile>(
  'file_of_task',
  `select f.id, f.sha256, f.size, f.media_type as "mediaType", f.name, f.stored_at as "storedAt"
     from task_file k join stored_file f on f.unit_id = k.unit_id and f.id = k.file_id
    where k.unit_id = $1 and k.task_id = $2 and k.file_id = $3`,
);

/** A file that is evidence of this task. */
export async function findFileOfTask(
  scope: Scope,
  unit: UnitId,
  task: string,
  file: string,
): Promise<StoredFile | undefined> {
  return (await scope.run(fileOfTask, [unit, task, file]))[0];
}

/**
 * A task of this unit and no other.
 * @param eventPage which page of its history, from 1
 */
export async function findTask(
  scope: Scope,
  unit: UnitId,
  id: string,
  eventPage = 1,
): Promise<Task | undefined> {
  return (await scope.run(taskOfUnit, [unit, id, (eventPage - 1) * EVENTS_OF_A_PAGE]))[0];
}

const choices = prepared<TaskChoices>(
  'choices_for_task',
  `select ${organisationsSql('$1', '$2::date')} as organisations,
          (select coalesce(json_agg(json_build_object('id', g.id, 'text', g.text) order by g.id), '[]')
             from (select id, text from target where unit_id = $1 and year = $3 and state = 'open' order by id limit 200) g)
            as targets`,
);

/** What a form about a task offers to choose from. */
export interface TaskChoices {
  readonly organisations: readonly OrganisationToChoose[];
  readonly targets: readonly { readonly id: string; readonly text: string }[];
}

/** The organisations of a day and the open targets of a year. */
export async function findTaskChoices(
  scope: Scope,
  unit: UnitId,
  today: string,
  year: number,
): Promise<TaskChoices> {
  return (await scope.run(choices, [unit, today, year]))[0]!;
}
