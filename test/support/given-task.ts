import { searchKey } from '../../src/domain/text/index.ts';
import {
  type Database,
  newId,
  type OrganisationId,
  type PersonActor,
  sqlBuilder,
  withScope,
} from '../../src/platform/database/index.ts';

export interface TaskOptions {
  readonly leadId: OrganisationId;
  /** `YYYY-MM-DD`. */
  readonly dueDate: string;
  readonly text?: string;
  readonly bound?: 'before' | 'by' | null;
  readonly state?: 'waiting' | 'reported' | 'done' | 'returned' | 'skipped';
  readonly taskState?: 'open' | 'done' | 'closed';
  readonly partnerIds?: readonly OrganisationId[];
}

/** A task done once, written straight to the tables. */
export async function givenTask(
  database: Database,
  by: PersonActor,
  options: TaskOptions,
): Promise<{ readonly taskId: string; readonly occurrenceId: string }> {
  const {
    leadId,
    dueDate,
    text = 'Việc của bài thử',
    bound = null,
    state = 'waiting',
    taskState = 'open',
  } = options;
  const [taskId, occurrenceId] = [newId<string>(), newId<string>()];
  const unit_id = by.unit.id;
  await withScope(database, by, async (scope) => {
    await scope.rows(
      sqlBuilder.insertInto('task').values({
        unit_id,
        id: taskId,
        year: Number(dueDate.slice(0, 4)),
        plan_id: null,
        plan_item: null,
        parent_id: null,
        text,
        form: 'order',
        lead_id: leadId,
        recurrence: 'once',
        due_bound: bound,
        state: taskState,
        closed_reason: taskState === 'closed' ? 'Không làm nữa' : null,
        search_key: searchKey(text),
        created_by: by.personId,
        created_at: new Date('2026-01-05T00:00:00Z'),
      }),
    );
    for (const organisation_id of options.partnerIds ?? [])
      await scope.rows(
        sqlBuilder
          .insertInto('task_partner')
          .values({ unit_id, id: newId<string>(), task_id: taskId, organisation_id }),
      );
    await scope.rows(
      sqlBuilder.insertInto('task_occurrence').values({
        unit_id,
        id: occurrenceId,
        task_id: taskId,
        period: dueDate.slice(0, 4),
        due_date: dueDate,
        state,
        reason: state === 'returned' || state === 'skipped' ? 'Lý do của bài thử' : null,
        state_changed_at: null,
      }),
    );
  });
  return { taskId, occurrenceId };
}
