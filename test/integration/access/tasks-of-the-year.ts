import { searchKey } from '../../../src/domain/text/index.ts';
import type { OrganisationId } from '../../../src/platform/database/index.ts';
import { MADE_AT as at, type Row, type YearWriter, YEAR_OF_RECORDS as year } from './year-writer.ts';

/** A target of the health station, tasks of the station with the police and of the Front, and what became of them. */
export async function addTasks({ add, keep, mark, person, station, police, front }: YearWriter) {
  const evidence = await keep('minh-chung');
  const target = add('target', {
    year,
    plan_id: null,
    plan_item: null,
    text: `Chỉ tiêu ${mark}`,
    operator: '>=',
    value: 92,
    part_of: null,
    measure_unit: '%',
    baseline: null,
    owner_id: station,
    measured_by: 'own',
    measure: null,
    closed_reason: null,
    created_by: person,
    created_at: at,
  });
  add('target_value', {
    target_id: target,
    period: '2026-Q1',
    value: 80,
    whole: null,
    note: `Số liệu ${mark}`,
    person_id: person,
    recorded_at: at,
  });

  /** A task of an organisation in which, unless it is the station, nobody else takes part. */
  function task(
    lead: OrganisationId,
    recurrence: Row<'task'>['recurrence'],
    state: 'open' | 'closed' = 'open',
  ) {
    const words = `Nhiệm vụ ${mark}`;
    const id = add('task', {
      year,
      plan_id: null,
      plan_item: null,
      parent_id: null,
      text: words,
      form: lead === front ? 'request' : 'order',
      lead_id: lead,
      recurrence,
      due_bound: 'before',
      state,
      closed_reason: state === 'closed' ? `Thôi làm ${mark}` : null,
      search_key: searchKey(words),
      created_by: person,
      created_at: at,
    });
    if (lead === station) add('task_partner', { task_id: id, organisation_id: police });
    add('task_event', {
      task_id: id,
      occurrence_id: null,
      kind: 'progress',
      text: `Tiến độ ${mark}`,
      person_id: person,
      happened_at: at,
    });
    const occurrence = (
      period: string,
      due: string,
      standing: 'waiting' | 'reported' | 'skipped' = 'waiting',
    ) =>
      add('task_occurrence', {
        task_id: id,
        period,
        due_date: due,
        state: standing,
        reason: standing === 'skipped' ? `Bỏ qua ${mark}` : null,
        reported_at: standing === 'reported' ? at : null,
        state_changed_at: standing === 'waiting' ? null : at,
      });
    const occurrences =
      recurrence === 'on_event'
        ? null
        : {
            skipped: occurrence('2026-Q1', '2026-03-31', 'skipped'),
            reported: occurrence('2026-Q2', '2026-06-30', 'reported'),
            late: occurrence('2026-Q3', '2026-09-30'),
            waiting: occurrence('2026-Q4', '2026-12-31'),
          };
    return { id, occurrences: occurrences! };
  }
  const tasks = {
    station: task(station, 'quarterly'),
    front: task(front, 'quarterly'),
    onEvent: { station: task(station, 'on_event').id, front: task(front, 'on_event').id },
    closed: task(station, 'quarterly', 'closed').id,
  };
  const mainTask = tasks.station.id;
  add('task_target', { task_id: mainTask, target_id: target });
  add('task_file', {
    task_id: mainTask,
    occurrence_id: null,
    file_id: evidence,
    added_by: person,
    added_at: at,
  });
  const difficulty = add('difficulty', {
    task_id: mainTask,
    organisation_id: station,
    text: `Khó khăn ${mark}`,
    answer: null,
    escalated_to: null,
    raised_by: person,
    raised_at: at,
    settled_by: null,
    settled_at: null,
  });
  add('work_check', {
    year,
    kind: 'inspection',
    organisation_id: station,
    task_id: mainTask,
    held_on: '2026-05-05',
    finding: `Kết quả kiểm tra ${mark}`,
    outcome: 'satisfied',
    follow_up_by: null,
    person_id: person,
    recorded_at: at,
  });
  add('reminder', {
    person_id: person,
    task_id: mainTask,
    occurrence_id: tasks.station.occurrences.late,
    kind: 'after',
    day: '2026-10-01',
    made_by: null,
    made_at: at,
    read_at: null,
  });
  return {
    target,
    tasks,
    /** As the address of the evidence names it. */
    taskFile: evidence,
    difficulty,
  };
}
