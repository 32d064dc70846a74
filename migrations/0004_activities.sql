-- The log of the year: activities, petitions of children, contributions and the Children's Fund, commitments of villages.

-- A village, hamlet or neighbourhood; names and bounds change, so it has its days.
create table neighbourhood (
  unit_id uuid not null,
  id uuid not null,
  -- "thôn", "bản", "khu phố" …
  type text not null,
  name text not null,
  search_key text not null,
  valid_from date not null,
  valid_until date,
  primary key (unit_id, id),
  unique (unit_id, type, name, valid_from)
);

create table activity (
  unit_id uuid not null,
  id uuid not null,
  year smallint not null,
  kind text not null check (kind in (
    'communication', 'training', 'board_meeting', 'forum', 'club_session', 'council_session', 'consultation', 'event', 'gift_giving', 'oversight', 'other')),
  title text not null,
  held_from date not null,
  held_until date,
  place text,
  organisation_id uuid not null,
  -- Communication: how it reached people.
  channel text check (channel in ('article', 'broadcast', 'web', 'social_network', 'leaflet', 'talk', 'school', 'counselling', 'other')),
  audience text[] not null default '{}',
  children integer check (children >= 0),
  adults integer check (adults >= 0),
  summary text,
  outcome text,
  -- What only this kind has; a forum's helpers and guests, for the rules of TT 29/2019.
  details jsonb not null default '{}',
  search_key text not null,
  revision integer not null default 0,
  recorded_by uuid not null,
  recorded_at timestamptz not null,
  primary key (unit_id, id),
  foreign key (unit_id, organisation_id) references organisation (unit_id, id)
);
create index activity_by_year on activity (unit_id, year, held_from desc, id);
create index activity_by_kind on activity (unit_id, year, kind, held_from desc, id);

-- What an activity serves: exactly one of a task, a target, a criterion.
create table activity_link (
  unit_id uuid not null,
  id uuid not null,
  activity_id uuid not null,
  task_id uuid,
  target_id uuid,
  criterion smallint,
  primary key (unit_id, id),
  unique nulls not distinct (unit_id, activity_id, task_id, target_id, criterion),
  foreign key (unit_id, activity_id) references activity (unit_id, id),
  foreign key (unit_id, task_id) references task (unit_id, id),
  foreign key (unit_id, target_id) references target (unit_id, id),
  check (num_nonnulls(task_id, target_id, criterion) = 1)
);
create index activity_link_by_task on activity_link (unit_id, task_id) where task_id is not null;

create table activity_file (
  unit_id uuid not null,
  id uuid not null,
  activity_id uuid not null,
  file_id uuid not null,
  -- Children can be recognised in it: it does not leave the unit as it is.
  shows_children boolean not null default false,
  added_by uuid not null,
  added_at timestamptz not null,
  primary key (unit_id, id),
  foreign key (unit_id, activity_id) references activity (unit_id, id),
  foreign key (unit_id, file_id) references stored_file (unit_id, id)
);
create index activity_file_by_activity on activity_file (unit_id, activity_id, id);

-- Adults who attended: officers, collaborators, parents. Children are counted, never named.
create table attendance (
  unit_id uuid not null,
  id uuid not null,
  activity_id uuid not null,
  name text not null,
  capacity text,
  present boolean not null default true,
  primary key (unit_id, id),
  foreign key (unit_id, activity_id) references activity (unit_id, id)
);
create index attendance_by_activity on attendance (unit_id, activity_id, id);

-- What children asked for, who answers by when, and the answer (TT 29/2019).
create table petition (
  unit_id uuid not null,
  id uuid not null,
  year smallint not null,
  activity_id uuid not null,
  text text not null,
  -- The group that asked, never a child's name.
  asked_by text,
  addressee text not null,
  addressee_id uuid,
  sent_on date,
  due_date date,
  answer text,
  answered_on date,
  -- The later forum at which the answer was gone through.
  reviewed_at uuid,
  revision integer not null default 0,
  recorded_by uuid not null,
  recorded_at timestamptz not null,
  primary key (unit_id, id),
  foreign key (unit_id, activity_id) references activity (unit_id, id),
  foreign key (unit_id, addressee_id) references organisation (unit_id, id),
  foreign key (unit_id, reviewed_at) references activity (unit_id, id),
  check ((answer is null) = (answered_on is null))
);
create index petition_by_year on petition (unit_id, year, id);
create index petition_by_activity on petition (unit_id, activity_id, id);

create table contribution (
  unit_id uuid not null,
  id uuid not null,
  year smallint not null,
  received_on date not null,
  donor text not null,
  donor_kind text not null check (donor_kind in ('organisation', 'enterprise', 'person', 'state_budget', 'fund_above')),
  -- Đồng; for goods their value as estimated.
  amount bigint not null check (amount >= 0),
  goods text,
  -- To the Children's Fund; otherwise given for a purpose at once.
  to_fund boolean not null,
  purpose text,
  receipt_number text,
  recorded_by uuid not null,
  recorded_at timestamptz not null,
  revision integer not null default 0,
  primary key (unit_id, id),
  check (amount > 0 or goods is not null)
);
create index contribution_by_year on contribution (unit_id, year, received_on desc, id);
create unique index contribution_by_receipt on contribution (unit_id, year, receipt_number) where receipt_number is not null;

create table fund_use (
  unit_id uuid not null,
  id uuid not null,
  year smallint not null,
  used_on date not null,
  amount bigint not null check (amount > 0),
  -- Goods handed out, of which the amount is the value as estimated; otherwise money.
  in_goods boolean not null default false,
  purpose text not null,
  -- How many children it helped: a number, never names.
  children integer check (children >= 0),
  voucher_number text,
  activity_id uuid,
  recorded_by uuid not null,
  recorded_at timestamptz not null,
  revision integer not null default 0,
  primary key (unit_id, id),
  foreign key (unit_id, activity_id) references activity (unit_id, id)
);
create index fund_use_by_year on fund_use (unit_id, year, used_on desc, id);

-- A village promises to keep the criteria.
create table commitment (
  unit_id uuid not null,
  id uuid not null,
  year smallint not null,
  neighbourhood_id uuid not null,
  signed_on date not null,
  signed_by text not null,
  criteria smallint[] not null,
  file_id uuid,
  recorded_by uuid not null,
  recorded_at timestamptz not null,
  primary key (unit_id, id),
  unique (unit_id, year, neighbourhood_id),
  foreign key (unit_id, neighbourhood_id) references neighbourhood (unit_id, id),
  foreign key (unit_id, file_id) references stored_file (unit_id, id)
);

do $$
declare
  tenant text;
begin
  foreach tenant in array array[
    'neighbourhood', 'activity', 'activity_link', 'activity_file', 'attendance', 'petition', 'contribution', 'fund_use', 'commitment'
  ] loop
    call secure_tenant_table(tenant::regclass);
  end loop;
end $$;

grant select, insert, update, delete on
  neighbourhood, activity, activity_link, activity_file, attendance, petition, contribution, fund_use, commitment
  to mang_non_app;
