-- The year's work: tasks with their due dates, difficulties, checks, reminders; days off and calendar feeds.

create table task (
  unit_id uuid not null,
  id uuid not null,
  year smallint not null,
  -- Where it is written; null for one given beside the plan.
  plan_id uuid,
  plan_item text,
  -- The task that it was split off.
  parent_id uuid,
  text text not null,
  -- The Front and the organisations are requested, never ordered.
  form text not null check (form in ('order', 'request')),
  lead_id uuid not null,
  criteria smallint[] not null default '{}',
  recurrence text not null check (recurrence in (
    'once', 'monthly', 'quarterly', 'half_year', 'yearly', 'school_year', 'every_2_years',
    'tet', 'mid_autumn', 'children_day', 'continuous', 'on_event')),
  due_bound text check (due_bound in ('before', 'by', 'until', 'within', 'end_of')),
  state text not null default 'open' check (state in ('open', 'done', 'closed')),
  closed_reason text,
  search_key text not null,
  -- What the plan said when it was last put to work: where it still says the same, what was changed by hand since stays.
  planned jsonb,
  revision integer not null default 0,
  created_by uuid not null,
  created_at timestamptz not null,
  primary key (unit_id, id),
  foreign key (unit_id, plan_id) references plan (unit_id, id),
  foreign key (unit_id, parent_id) references task (unit_id, id),
  foreign key (unit_id, lead_id) references organisation (unit_id, id),
  check ((state = 'closed') = (closed_reason is not null))
);
create index task_by_year on task (unit_id, year, id);
create index task_by_lead on task (unit_id, lead_id, year, id);
create index task_by_parent on task (unit_id, parent_id) where parent_id is not null;
create unique index task_by_plan_item on task (unit_id, plan_id, plan_item) where plan_item is not null and parent_id is null;

-- Organisations that take part beside the lead.
create table task_partner (
  unit_id uuid not null,
  id uuid not null,
  task_id uuid not null,
  organisation_id uuid not null,
  primary key (unit_id, id),
  unique (unit_id, task_id, organisation_id),
  foreign key (unit_id, task_id) references task (unit_id, id),
  foreign key (unit_id, organisation_id) references organisation (unit_id, id)
);
create index task_partner_by_organisation on task_partner (unit_id, organisation_id, task_id);

create table task_target (
  unit_id uuid not null,
  id uuid not null,
  task_id uuid not null,
  target_id uuid not null,
  primary key (unit_id, id),
  unique (unit_id, task_id, target_id),
  foreign key (unit_id, task_id) references task (unit_id, id),
  foreign key (unit_id, target_id) references target (unit_id, id)
);

-- What is to be done when: one row for a task done once, one for each period of a recurring one.
create table task_occurrence (
  unit_id uuid not null,
  id uuid not null,
  task_id uuid not null,
  -- '2026', '2026-H1', '2026-Q2', '2026-05', or a day 'YYYY-MM-DD' for what happens on an event.
  period text not null,
  due_date date,
  state text not null default 'waiting' check (state in ('waiting', 'reported', 'done', 'returned', 'skipped')),
  -- Why it was returned or skipped.
  reason text,
  -- The last time that its lead said it was done: by this, not by the acceptance, it was in time or not.
  reported_at timestamptz,
  state_changed_at timestamptz,
  revision integer not null default 0,
  primary key (unit_id, id),
  unique (unit_id, task_id, period),
  foreign key (unit_id, task_id) references task (unit_id, id),
  check ((state in ('returned', 'skipped')) = (reason is not null))
);
create index task_occurrence_by_due on task_occurrence (unit_id, due_date, id);
create index task_occurrence_unsettled on task_occurrence (unit_id, task_id) where state in ('waiting', 'reported', 'returned');

-- The rules of src/domain/task/due.ts for lists and counts; a test holds them equal.
create function last_day(due date, bound text) returns date language sql immutable parallel safe as
$$ select case when bound = 'before' then due - 1 else due end $$;

create function occurrence_standing(state text, due date, bound text, today date) returns text
language sql immutable parallel safe as
$$ select case
     when state <> 'waiting' then state
     when due is null then 'undated'
     when last_day(due, bound) < today then 'late'
     when due <= today + 30 then 'due_soon'
     else 'later' end $$;

create function occurrence_on_time(state text, due date, bound text, reported date, today date) returns boolean
language sql immutable parallel safe as
$$ select case
     when due is null or state = 'skipped' then null
     when state in ('done', 'reported') then reported <= last_day(due, bound)
     when last_day(due, bound) < today then false end $$;

-- What happened to a task, for inserting only.
create table task_event (
  unit_id uuid not null,
  id uuid not null,
  task_id uuid not null,
  occurrence_id uuid,
  kind text not null check (kind in (
    'created', 'changed', 'progress', 'reported', 'accepted', 'returned', 'skipped', 'split', 'reassigned', 'closed', 'reopened',
    'reminded', 'checked', 'difficulty', 'answered', 'escalated')),
  text text,
  person_id uuid not null,
  happened_at timestamptz not null,
  primary key (unit_id, id),
  foreign key (unit_id, task_id) references task (unit_id, id)
);
create index task_event_by_task on task_event (unit_id, task_id, id);

create table task_file (
  unit_id uuid not null,
  id uuid not null,
  task_id uuid not null,
  occurrence_id uuid,
  file_id uuid not null,
  added_by uuid not null,
  added_at timestamptz not null,
  primary key (unit_id, id),
  foreign key (unit_id, task_id) references task (unit_id, id),
  foreign key (unit_id, file_id) references stored_file (unit_id, id)
);
create index task_file_by_task on task_file (unit_id, task_id, id);

-- A unit cannot go on alone and says so; the planning officer answers or takes it to the level above.
create table difficulty (
  unit_id uuid not null,
  id uuid not null,
  task_id uuid,
  organisation_id uuid not null,
  text text not null,
  state text not null default 'open' check (state in ('open', 'answered', 'escalated')),
  answer text,
  escalated_to text,
  raised_by uuid not null,
  raised_at timestamptz not null,
  settled_by uuid,
  settled_at timestamptz,
  revision integer not null default 0,
  primary key (unit_id, id),
  foreign key (unit_id, task_id) references task (unit_id, id),
  foreign key (unit_id, organisation_id) references organisation (unit_id, id),
  check ((state = 'open') = (settled_at is null)),
  check ((state = 'escalated') = (escalated_to is not null))
);
create index difficulty_by_state on difficulty (unit_id, state, id);

-- Đôn đốc, kiểm tra: what was looked at where, what was found, what follows.
create table work_check (
  unit_id uuid not null,
  id uuid not null,
  year smallint not null,
  kind text not null check (kind in ('urging', 'inspection')),
  organisation_id uuid not null,
  task_id uuid,
  held_on date not null,
  finding text not null,
  outcome text not null check (outcome in ('satisfied', 'to_be_mended', 'not_done')),
  follow_up_by date,
  person_id uuid not null,
  recorded_at timestamptz not null,
  primary key (unit_id, id),
  foreign key (unit_id, organisation_id) references organisation (unit_id, id),
  foreign key (unit_id, task_id) references task (unit_id, id)
);
create index work_check_by_year on work_check (unit_id, year, held_on desc, id);

create table reminder (
  unit_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  task_id uuid not null,
  occurrence_id uuid not null,
  kind text not null check (kind in ('before', 'on_day', 'after', 'by_hand')),
  -- The day for which it was made: one reminder of a kind a day.
  day date not null,
  made_by uuid,
  made_at timestamptz not null,
  read_at timestamptz,
  primary key (unit_id, id),
  unique (unit_id, person_id, occurrence_id, kind, day),
  foreign key (unit_id, person_id) references person (unit_id, id),
  foreign key (unit_id, occurrence_id) references task_occurrence (unit_id, id)
);
create index reminder_unread on reminder (unit_id, person_id, id) where read_at is null;

------------------------------------------------------------------------------------------------------------------------
-- Calendar

-- Days off and days worked instead that a unit adds to, or takes from, those that come with the program.
create table holiday_change (
  unit_id uuid not null,
  id uuid not null,
  day date not null,
  kind text not null check (kind in ('off', 'worked')),
  name text not null,
  changed_by uuid not null,
  changed_at timestamptz not null,
  primary key (unit_id, id),
  unique (unit_id, day)
);

-- The secret address of a person's calendar: only its hash is kept.
create table calendar_feed (
  unit_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  token_hash bytea not null unique,
  created_at timestamptz not null,
  revoked_at timestamptz,
  primary key (unit_id, id),
  foreign key (unit_id, person_id) references person (unit_id, id)
);
create unique index calendar_feed_in_use on calendar_feed (unit_id, person_id) where revoked_at is null;

-- The person behind a calendar address: before there is a scope, as person_of_session.
create function identity.person_of_feed(feed_token_hash bytea) returns table (
  user_id text,
  person_id uuid,
  person_name text,
  must_change_password boolean,
  unit_id uuid,
  unit_code text,
  unit_level text,
  unit_type text,
  unit_name text,
  province_code text,
  fictional boolean,
  memberships json,
  territory uuid[]
) language plpgsql as $$
#variable_conflict use_column
begin
  perform set_config('mang_non.everywhere', 'on', true);
  return query
  select p.user_id, p.id, p.name, p.must_change_password,
         u.unit_id, u.code, u.level, u.type, u.full_name, u.province_code, u.fictional,
         (select coalesce(json_agg(json_build_object(
                   'organisationId', m.organisation_id, 'organisationKind', o.kind,
                   'organisationName', o.name, 'role', m.role) order by m.id), '[]'::json)
            from membership m join organisation o on o.unit_id = m.unit_id and o.id = m.organisation_id
           where m.unit_id = p.unit_id and m.person_id = p.id),
         array[u.unit_id]
    from calendar_feed f
    join person p on p.unit_id = f.unit_id and p.id = f.person_id
    join unit u on u.unit_id = p.unit_id
   where f.token_hash = feed_token_hash and f.revoked_at is null and p.disabled_at is null;
  perform set_config('mang_non.everywhere', 'off', true);
end $$;

do $$
declare
  tenant text;
begin
  foreach tenant in array array[
    'task', 'task_partner', 'task_target', 'task_occurrence', 'task_event', 'task_file', 'difficulty', 'work_check', 'reminder',
    'holiday_change', 'calendar_feed'
  ] loop
    call secure_tenant_table(tenant::regclass);
  end loop;
end $$;

grant select, insert, update, delete on
  task, task_partner, task_target, task_occurrence, task_file, difficulty, work_check, reminder, holiday_change, calendar_feed
  to mang_non_app;
grant select, insert on task_event to mang_non_app;
