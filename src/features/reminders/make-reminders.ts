import type { DueBound } from '../../domain/calendar/index.ts';
import { lastDay } from '../../domain/task/index.ts';
import { type Clock, today } from '../../platform/clock.ts';
import {
  type Database,
  type PersonId,
  prepared,
  type SystemActor,
  type UnitId,
  withScope,
} from '../../platform/database/index.ts';
import { enqueueMail } from '../../platform/mail/index.ts';
import { inboxPath, insertReminders } from '../tasks/index.ts';
import { stepOf } from './step.ts';
import { type Reminded, type RemindedOf, reminderMail } from './wording.ts';

const program: SystemActor = { kind: 'system', purpose: 'reminders' };

/** Something to be done, for one of the people who are to do it. */
interface Pending {
  readonly unitId: UnitId;
  readonly unitName: string;
  readonly fictional: boolean;
  readonly personId: PersonId;
  readonly name: string;
  readonly email: string | null;
  readonly taskId: string;
  readonly occurrenceId: string;
  readonly text: string;
  readonly period: string;
  readonly dueDate: string;
  readonly bound: DueBound | null;
  /** The day on which the program reminded this person of it last. */
  readonly reminded: string | null;
}

/** How far ahead the first reminder reaches, and one day more for "trước ngày". */
const DAYS_AHEAD = 8;

/** Open work of every unit that is due soon or late, with the people of its lead organisation. */
const pendingOfAll = prepared<Pending>(
  'pending_of_all_units',
  `select u.unit_id as "unitId", u.full_name as "unitName", u.fictional, p.id as "personId", p.name, p.email,
          t.id as "taskId", o.id as "occurrenceId", t.text, o.period, o.due_date as "dueDate", t.due_bound as bound,
          (select max(r.day) from reminder r
            where r.unit_id = o.unit_id and r.person_id = p.id and r.occurrence_id = o.id and r.kind <> 'by_hand') as reminded
     from task_occurrence o
     join task t on t.unit_id = o.unit_id and t.id = o.task_id and t.state = 'open'
     join unit u on u.unit_id = o.unit_id
     join person p on p.unit_id = o.unit_id and p.disabled_at is null
    where o.state in ('waiting', 'returned') and o.due_date <= $1::date + ${DAYS_AHEAD}
      and exists (select from membership m
                   where m.unit_id = p.unit_id and m.person_id = p.id and m.organisation_id = t.lead_id
                     and m.role <> 'administrator')
    order by u.unit_id, p.id, o.due_date, o.id`,
);

/** Two runs at the same time follow one another: the second finds nothing left to make. */
const lockReminders = prepared('lock_reminders', `select pg_advisory_xact_lock(hashtext('reminders'))`);

/** Of one thing only the latest reminder waits to be read, and none of what has been settled. */
const settleReminders = prepared(
  'settle_reminders',
  `update reminder r set read_at = $1
    where r.read_at is null
      and (not exists (select from task_occurrence o
                         join task t on t.unit_id = o.unit_id and t.id = o.task_id and t.state = 'open'
                        where o.unit_id = r.unit_id and o.id = r.occurrence_id and o.state in ('waiting', 'returned'))
           or (r.kind <> 'by_hand' and exists (
                 select from reminder later
                  where later.unit_id = r.unit_id and later.person_id = r.person_id and later.occurrence_id = r.occurrence_id
                    and later.day > r.day)))`,
);

type Reminder = Pending & { readonly kind: RemindedOf['kind'] };

export interface ReminderSettings {
  /** The address that people type, without a closing slash. */
  readonly publicUrl: string;
  /** Whether a mail server is set. */
  readonly sendsMail: boolean;
}

/**
 * Makes the reminders of today for all units: for everybody in the lead organisation of what is due soon, due today or
 * late; nothing for what is reported, done, skipped or closed. On a second run of the day nothing is made. Where the
 * program was off for some days, one reminder is made for what was missed, not several. People with a mail address get
 * one letter with all of it.
 * @returns how many reminders and letters there are
 */
export async function makeReminders(
  { database, clock }: { readonly database: Database; readonly clock: Clock },
  { publicUrl, sendsMail }: ReminderSettings,
): Promise<{ readonly reminders: number; readonly letters: number }> {
  const day = today(clock);
  return withScope(database, program, async (scope) => {
    scope.send(lockReminders, []);
    const made = (await scope.run(pendingOfAll, [day])).flatMap((pending) => reminderOf(pending, day));
    const at = clock.now();
    for (const [unit, ofUnit] of grouped(made, ({ unitId }) => unitId)) {
      const rows = ofUnit.map(({ personId, taskId, occurrenceId, kind }) => ({
        personId,
        taskId,
        occurrenceId,
        kind,
      }));
      insertReminders(scope, unit, rows, { day, by: null, at });
    }
    scope.send(settleReminders, [at]);
    const letters = sendsMail ? lettersOf(made, day, `${publicUrl}${inboxPath}`) : [];
    for (const { mail, key } of letters) enqueueMail(scope, mail, { key });
    return { reminders: made.length, letters: letters.length };
  });
}

function reminderOf(pending: Pending, day: string): Reminder[] {
  const step = stepOf(lastDay(pending.dueDate, pending.bound), day);
  if (step === null || (pending.reminded ?? '') >= step.since) return [];
  return [{ ...pending, kind: step.kind }];
}

/** One letter for each person who has an address. The key keeps a person's letters of a day to one. */
function lettersOf(reminders: readonly Reminder[], day: string, inbox: string) {
  return [...grouped(reminders, ({ personId }) => personId)].flatMap(([personId, ofPerson]) => {
    const { email, ...person } = ofPerson[0]!;
    if (email === null) return [];
    const reminded: Reminded = { ...person, email };
    return [{ mail: reminderMail(reminded, ofPerson, day, inbox), key: `reminders ${personId} ${day}` }];
  });
}

function grouped<Key>(
  reminders: readonly Reminder[],
  keyOf: (reminder: Reminder) => Key,
): ReadonlyMap<Key, readonly Reminder[]> {
  const groups = new Map<Key, Reminder[]>();
  for (const reminder of reminders) {
    const group = groups.get(keyOf(reminder));
    if (group === undefined) groups.set(keyOf(reminder), [reminder]);
    else group.push(reminder);
  }
  return groups;
}
