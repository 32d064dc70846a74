import { OFFICER_ROLES } from '../../domain/organisation/index.ts';
import {
  deedsOnOccurrence,
  deedsOnTask,
  type OccurrenceDeed,
  type OccurrenceState,
  type TaskDeed,
  type TaskKind,
  type TaskStanding,
} from '../../domain/task/index.ts';
import {
  hasRole,
  type OrganisationId,
  type PersonActor,
  type UnitId,
} from '../../platform/database/index.ts';
import { isAppraiserOf, worksIn } from '../people/index.ts';

/** Everybody who works in the unit sees all of its tasks, and so does the appraiser above. */
export function maySeeTasks(actor: PersonActor, unit: UnitId): boolean {
  return worksIn(actor, unit) || isAppraiserOf(actor, unit);
}

/**
 * Files of tasks stay with who works in the unit: nobody has said of them whether children can be recognised, and what
 * shows children does not go to the level above.
 */
export function maySeeTaskFiles(actor: PersonActor, unit: UnitId): boolean {
  return worksIn(actor, unit);
}

/** The planning officer gives tasks, urges and checks, and settles difficulties. */
export function mayPlanTasks(actor: PersonActor, unit: UnitId): boolean {
  return actor.unit.id === unit && hasRole(actor, 'planningOfficer');
}

/** The leader accepts criteria, and so sees in the own inbox which wait. */
export function mayAcceptCriteria(actor: PersonActor): boolean {
  return hasRole(actor, 'communeLeader');
}

/** The organisations that a person works for; managing the accounts of one is not working for it. */
export function organisationsOf(actor: PersonActor): OrganisationId[] {
  return [
    ...new Set(
      actor.memberships.flatMap(({ organisationId, role }) =>
        role === 'administrator' ? [] : [organisationId],
      ),
    ),
  ];
}

/** The organisations whose figures a person enters, and whose criteria are therefore in the own inbox. */
export function organisationsToEnterFor(actor: PersonActor): OrganisationId[] {
  return actor.memberships.flatMap(({ organisationId, role }) =>
    OFFICER_ROLES.some((officer) => officer === role) ? [organisationId] : [],
  );
}

/** Somebody who works in an organisation of the unit tells of its difficulties. */
export function mayRaiseDifficulty(actor: PersonActor, unit: UnitId): boolean {
  return worksIn(actor, unit);
}

/** What decides who may do what with a task. */
export interface TaskOfUnit extends TaskKind {
  readonly unitId: UnitId;
  readonly leadId: OrganisationId;
  readonly partnerIds: readonly OrganisationId[];
}

/** What the person is to a task. */
export function standingOf(actor: PersonActor, task: TaskOfUnit): TaskStanding {
  if (actor.unit.id !== task.unitId) return { lead: false, partner: false, planner: false };
  const own = organisationsOf(actor);
  return {
    lead: own.includes(task.leadId),
    partner: own.some((id) => task.partnerIds.includes(id)),
    planner: mayPlanTasks(actor, task.unitId),
  };
}

/** What the person may do with a task now. */
export function taskDeedsOf(actor: PersonActor, task: TaskOfUnit): ReadonlySet<TaskDeed> {
  return deedsOnTask(task, standingOf(actor, task));
}

/** What the person may do with one occurrence of a task now. */
export function occurrenceDeedsOf(
  actor: PersonActor,
  task: TaskOfUnit,
  state: OccurrenceState,
): ReadonlySet<OccurrenceDeed> {
  return deedsOnOccurrence(task, state, standingOf(actor, task));
}
