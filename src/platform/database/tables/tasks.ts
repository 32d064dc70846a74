import type { OrganisationId, PersonId, UnitId } from '../actor.ts';
import type { Defaulted } from './defaulted.ts';

interface TaskTable {
  unit_id: UnitId;
  id: string;
  year: number;
  plan_id: string | null;
  plan_item: string | null;
  parent_id: string | null;
  text: string;
  form: 'order' | 'request';
  lead_id: OrganisationId;
  criteria: Defaulted<number[]>;
  recurrence:
    | 'once'
    | 'monthly'
    | 'quarterly'
    | 'half_year'
    | 'yearly'
    | 'school_year'
    | 'every_2_years'
    | 'tet'
    | 'mid_autumn'
    | 'children_day'
    | 'continuous'
    | 'on_event';
  due_bound: 'before' | 'by' | 'until' | 'within' | 'end_of' | null;
  state: Defaulted<'open' | 'done' | 'closed'>;
  closed_reason: string | null;
  search_key: string;
  planned: Defaulted<Record<string, unknown> | null>;
  revision: Defaulted<number>;
  created_by: PersonId;
  created_at: Date;
}

interface TaskPartnerTable {
  unit_id: UnitId;
  id: string;
  task_id: string;
  organisation_id: OrganisationId;
}

interface TaskTargetTable {
  unit_id: UnitId;
  id: string;
  task_id: string;
  target_id: string;
}

interface TaskOccurrenceTable {
  unit_id: UnitId;
  id: string;
  task_id: string;
  period: string;
  due_date: string | null;
  state: Defaulted<'waiting' | 'reported' | 'done' | 'returned' | 'skipped'>;
  reason: Defaulted<string | null>;
  reported_at: Defaulted<Date | null>;
  state_changed_at: Defaulted<Date | null>;
  revision: Defaulted<number>;
}

interface TaskEventTable {
  unit_id: UnitId;
  id: string;
  task_id: string;
  occurrence_id: string | null;
  kind:
    | 'created'
    | 'changed'
    | 'progress'
    | 'reported'
    | 'accepted'
    | 'returned'
    | 'skipped'
    | 'split'
    | 'reassigned'
    | 'closed'
    | 'reopened'
    | 'reminded'
    | 'checked'
    | 'difficulty'
    | 'answered'
    | 'escalated';
  text: string | null;
  person_id: PersonId;
  happened_at: Date;
}

interface TaskFileTable {
  unit_id: UnitId;
  id: string;
  task_id: string;
  occurrence_id: string | null;
  file_id: string;
  added_by: PersonId;
  added_at: Date;
}

interface DifficultyTable {
  unit_id: UnitId;
  id: string;
  task_id: string | null;
  organisation_id: OrganisationId;
  text: string;
  state: Defaulted<'open' | 'answered' | 'escalated'>;
  answer: string | null;
  escalated_to: string | null;
  raised_by: PersonId;
  raised_at: Date;
  settled_by: PersonId | null;
  settled_at: Date | null;
  revision: Defaulted<number>;
}

interface WorkCheckTable {
  unit_id: UnitId;
  id: string;
  year: number;
  kind: 'urging' | 'inspection';
  organisation_id: OrganisationId;
  task_id: string | null;
  held_on: string;
  finding: string;
  outcome: 'satisfied' | 'to_be_mended' | 'not_done';
  follow_up_by: string | null;
  person_id: PersonId;
  recorded_at: Date;
}

interface ReminderTable {
  unit_id: UnitId;
  id: string;
  person_id: PersonId;
  task_id: string;
  occurrence_id: string;
  kind: 'before' | 'on_day' | 'after' | 'by_hand';
  day: string;
  made_by: PersonId | null;
  made_at: Date;
  read_at: Date | null;
}

interface HolidayChangeTable {
  unit_id: UnitId;
  id: string;
  day: string;
  kind: 'off' | 'worked';
  name: string;
  changed_by: PersonId;
  changed_at: Date;
}

interface CalendarFeedTable {
  unit_id: UnitId;
  id: string;
  person_id: PersonId;
  token_hash: Buffer;
  created_at: Date;
  revoked_at: Date | null;
}

/** The year's work and its calendar. */
export interface TablesOfTasks {
  task: TaskTable;
  task_partner: TaskPartnerTable;
  task_target: TaskTargetTable;
  task_occurrence: TaskOccurrenceTable;
  task_event: TaskEventTable;
  task_file: TaskFileTable;
  difficulty: DifficultyTable;
  work_check: WorkCheckTable;
  reminder: ReminderTable;
  holiday_change: HolidayChangeTable;
  calendar_feed: CalendarFeedTable;
}
