-- Collection: figures from villages, schools and organisations, by rounds; one sheet for each place of a round.

create table collection_round (
  unit_id uuid not null,
  id uuid not null,
  year smallint not null check (year between 2019 and 2100),
  title text not null,
  level text not null check (level in ('village', 'school', 'organisation')),
  -- What the figures are of, until which day they count, and by when they are wanted: three separate things.
  period text not null,
  cut_off date not null,
  due_date date not null,
  standard_id text not null,
  standard_version integer not null,
  -- The columns in their order: names of inputs, and parts of them as `children_total:female`.
  items text[] not null check (cardinality(items) > 0),
  -- The task of a plan that asks for it.
  task_id uuid,
  state text not null default 'open' check (state in ('open', 'closed')),
  revision integer not null default 0,
  created_by uuid not null,
  created_at timestamptz not null,
  primary key (unit_id, id),
  foreign key (unit_id, task_id) references task (unit_id, id)
);
create index collection_round_by_year on collection_round (unit_id, year desc, due_date desc, id);

create table collection_sheet (
  unit_id uuid not null,
  id uuid not null,
  round_id uuid not null,
  place_id uuid not null,
  -- What is asked of this place where that is not all of the round: an organisation answers for the criteria it owns.
  asked text[],
  -- How many of the asked figures are there: given, not applicable or not due.
  filled integer not null default 0 check (filled >= 0),
  -- Submitted: whoever fills it in says that it is complete. Accepted: the unit takes its figures.
  state text not null default 'open' check (state in ('open', 'submitted', 'accepted', 'returned')),
  returned_reason text,
  -- When it was handed in first: a return does not take that away, taking it back does.
  submitted_at timestamptz,
  decided_at timestamptz,
  decided_by uuid,
  -- Counted up with every change of the sheet or one of its figures.
  revision integer not null default 0,
  changed_at timestamptz,
  primary key (unit_id, id),
  unique (unit_id, round_id, place_id),
  foreign key (unit_id, round_id) references collection_round (unit_id, id),
  foreign key (unit_id, place_id) references place (unit_id, id),
  check ((state = 'returned') = (returned_reason is not null))
);
create index collection_sheet_by_place on collection_sheet (unit_id, place_id, id);

-- By sheet and item alone: a workbook writes a hundred thousand, and an id of each would be one more index to keep.
create table collected_figure (
  unit_id uuid not null,
  sheet_id uuid not null,
  item text not null,
  state text not null check (state in ('given', 'no_data', 'not_applicable', 'not_due')),
  -- A count, or 1 and 0 for yes and no.
  value bigint check (value >= 0),
  reason text,
  comment text,
  revision integer not null default 1,
  -- A person, or the link of a village.
  changed_by uuid not null,
  changed_through text not null check (changed_through in ('grid', 'form', 'workbook', 'link')),
  changed_at timestamptz not null,
  primary key (unit_id, sheet_id, item),
  foreign key (unit_id, sheet_id) references collection_sheet (unit_id, id),
  check ((state = 'given') = (value is not null)),
  check ((state = 'not_applicable') = (reason is not null))
);

create table collected_figure_change (
  unit_id uuid not null,
  sheet_id uuid not null,
  item text not null,
  revision integer not null,
  from_state text,
  from_value bigint,
  to_state text not null,
  to_value bigint,
  reason text,
  comment text,
  changed_by uuid not null,
  changed_through text not null,
  changed_at timestamptz not null,
  primary key (unit_id, sheet_id, item, revision)
);

-- What happened to a sheet: submitted, accepted, returned, taken back.
create table collection_sheet_event (
  unit_id uuid not null,
  id uuid not null,
  sheet_id uuid not null,
  kind text not null check (kind in ('submitted', 'taken_back', 'accepted', 'returned')),
  reason text,
  changed_by uuid not null,
  happened_at timestamptz not null,
  primary key (unit_id, id)
);
create index collection_sheet_event_by_sheet on collection_sheet_event (unit_id, sheet_id, id);

-- Operations that were received, under the id that the sender gave: sent again, they are answered and not done again.
create table cell_operation (
  unit_id uuid not null,
  id uuid not null,
  sheet_id uuid not null,
  item text not null,
  -- What was refused is not kept: it may be sent again, and be taken once the sheet is open.
  outcome text not null check (outcome in ('saved', 'conflict')),
  -- The revision of the figure after it.
  revision integer not null,
  -- Of a conflict: what was sent, for whoever decides.
  figure jsonb,
  comment text,
  decided_at timestamptz,
  sent_by uuid not null,
  received_at timestamptz not null,
  primary key (unit_id, id),
  foreign key (unit_id, sheet_id) references collection_sheet (unit_id, id)
);
create index cell_operation_undecided on cell_operation (unit_id, sheet_id, id) where outcome = 'conflict' and decided_at is null;

-- A village's own way in: a code that is used once, then the device that used it.
create table place_link (
  unit_id uuid not null,
  id uuid not null,
  place_id uuid not null,
  -- Who was given it, as the planning officer calls them: "Trưởng thôn Đoàn Kết".
  given_to text not null,
  code_hash bytea not null unique,
  code_expires_at timestamptz not null,
  used_at timestamptz,
  -- Of the device that used the code.
  token_hash bytea unique,
  device text,
  expires_at timestamptz not null,
  last_seen_at timestamptz,
  revoked_at timestamptz,
  created_by uuid not null,
  created_at timestamptz not null,
  primary key (unit_id, id),
  foreign key (unit_id, place_id) references place (unit_id, id),
  check ((used_at is null) = (token_hash is null))
);
create index place_link_by_place on place_link (unit_id, place_id, id);

-- The place behind a device: before there is a scope, as identity.person_of_session. Remembers, at most every ten minutes,
-- that the device was there.
create function identity.place_of_device(device_token_hash bytea, at timestamptz) returns table (
  link_id uuid,
  place_id uuid,
  place_type text,
  place_name text,
  given_to text,
  expires_at timestamptz,
  unit_id uuid,
  unit_code text,
  unit_level text,
  unit_type text,
  unit_name text,
  province_code text,
  fictional boolean
) language plpgsql as $$
#variable_conflict use_column
begin
  perform set_config('mang_non.everywhere', 'on', true);
  update place_link set last_seen_at = at
   where token_hash = device_token_hash and revoked_at is null and expires_at > at
     and last_seen_at < at - interval '10 minutes';
  return query
  select l.id, p.id, p.type, p.name, l.given_to, l.expires_at,
         u.unit_id, u.code, u.level, u.type, u.full_name, u.province_code, u.fictional
    from place_link l
    join place p on p.unit_id = l.unit_id and p.id = l.place_id
    join unit u on u.unit_id = l.unit_id
   where l.token_hash = device_token_hash and l.revoked_at is null and l.expires_at > at;
  perform set_config('mang_non.everywhere', 'off', true);
end $$;

-- A workbook that is read into sheets: seen before it is stored.
create table workbook_import (
  unit_id uuid not null,
  id uuid not null,
  file_id uuid not null,
  -- The round, where all of it belongs to one.
  round_id uuid,
  state text not null check (state in ('reading', 'matching', 'seen', 'storing', 'stored', 'failed', 'withdrawn')),
  -- Cells read or stored so far, of so many; and when that went on last: what stands still may be taken up again.
  done integer not null default 0,
  total integer not null default 0,
  progressed_at timestamptz not null,
  -- Columns of a foreign workbook, as matched by hand.
  matching jsonb,
  -- What would change, and what is wrong: counts and the first of each.
  summary jsonb,
  -- The same workbook with the faults written beside the rows.
  faults_file_id uuid,
  failure text,
  started_by uuid not null,
  started_at timestamptz not null,
  ended_at timestamptz,
  revision integer not null default 0,
  primary key (unit_id, id),
  foreign key (unit_id, file_id) references stored_file (unit_id, id),
  foreign key (unit_id, round_id) references collection_round (unit_id, id),
  foreign key (unit_id, faults_file_id) references stored_file (unit_id, id)
);
create index workbook_import_by_starter on workbook_import (unit_id, started_by, started_at desc, id);

-- What an import would do, some thousands of cells in a row: looked at page by page, and gone when it is stored.
create table workbook_import_part (
  unit_id uuid not null,
  id uuid not null,
  import_id uuid not null,
  kind text not null check (kind in ('conflict', 'large', 'change', 'new', 'fault')),
  number integer not null,
  -- Written once and read whole: not jsonb, which takes it apart and puts it together again.
  cells json not null,
  primary key (unit_id, id),
  unique (unit_id, import_id, kind, number),
  foreign key (unit_id, import_id) references workbook_import (unit_id, id)
);

-- What a column of a foreign workbook was matched with, remembered by its heading.
create table column_matching (
  unit_id uuid not null,
  id uuid not null,
  heading_key text not null,
  -- An item, or `place` for the column of names; null: left out on purpose.
  item text,
  matched_by uuid not null,
  matched_at timestamptz not null,
  primary key (unit_id, id),
  unique (unit_id, heading_key)
);

do $$
declare
  tenant text;
begin
  foreach tenant in array array[
    'collection_round', 'collection_sheet', 'collected_figure', 'collected_figure_change', 'collection_sheet_event',
    'cell_operation', 'place_link', 'workbook_import', 'workbook_import_part', 'column_matching'
  ] loop
    call secure_tenant_table(tenant::regclass);
  end loop;
end $$;

grant select, insert, update, delete on
  collection_round, collection_sheet, collected_figure, cell_operation, place_link, workbook_import,
  workbook_import_part, column_matching
  to mang_non_app;
grant select, insert on collected_figure_change, collection_sheet_event to mang_non_app;
