-- Plans: files, legal documents, documents read, plans written; targets.

-- What every tenant table needs, in one place for this migration and those after it.
create procedure secure_tenant_table(tenant regclass) language plpgsql as $$
begin
  execute format('alter table %s enable row level security', tenant);
  execute format('alter table %s force row level security', tenant);
  execute format(
    'create policy readable on %s for select using (unit_id = any ((select readable_units())::uuid[]) or (select scope_is_everywhere()))', tenant);
  execute format(
    'create policy insertable on %s for insert with check (unit_id = (select writable_unit()) or (select scope_is_everywhere()))', tenant);
  execute format(
    'create policy changeable on %s for update using (unit_id = (select writable_unit()) or (select scope_is_everywhere()))', tenant);
  execute format(
    'create policy removable on %s for delete using (unit_id = (select writable_unit()) or (select scope_is_everywhere()))', tenant);
end $$;

-- Where reminders go when mail is set up.
alter table person add column email text;

------------------------------------------------------------------------------------------------------------------------
-- Files: the bytes lie in the file store under their hash; a row says what they are to this unit

create table stored_file (
  unit_id uuid not null,
  id uuid not null,
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  size bigint not null check (size >= 0),
  media_type text not null,
  name text not null,
  stored_by uuid not null,
  stored_at timestamptz not null,
  primary key (unit_id, id)
);
create index stored_file_by_hash on stored_file (unit_id, sha256);

------------------------------------------------------------------------------------------------------------------------
-- Legal documents that a unit adds to those that come with the program

create table legal_document (
  unit_id uuid not null,
  id uuid not null,
  document_type text not null,
  number text not null,
  issued_on date not null,
  issuer text not null,
  title text not null,
  in_force_from date,
  in_force_until date,
  replaced_by text,
  search_key text not null,
  added_by uuid not null,
  added_at timestamptz not null,
  primary key (unit_id, id),
  unique (unit_id, number, issued_on, issuer)
);

------------------------------------------------------------------------------------------------------------------------
-- Plans

-- A document read and not yet confirmed: nothing of it exists for anybody else.
create table plan_reading (
  unit_id uuid not null,
  id uuid not null,
  year smallint not null,
  -- The own plan, or the one of the level above on which the own can rest.
  standing text not null check (standing in ('own', 'superior')),
  source text not null check (source in ('txt', 'docx', 'pdf', 'pasted')),
  file_id uuid,
  source_text text not null,
  reading jsonb not null,
  -- As corrected by the person who looks it through.
  content jsonb not null,
  -- Lines of the source, and doubts, by id of the item, part or basis that was made of them.
  origins jsonb not null default '{}',
  number text,
  issued_on date,
  revision integer not null default 0,
  read_by uuid not null,
  read_at timestamptz not null,
  primary key (unit_id, id),
  foreign key (unit_id, file_id) references stored_file (unit_id, id)
);
create index plan_reading_by_time on plan_reading (unit_id, read_at desc, id);

create table plan (
  unit_id uuid not null,
  id uuid not null,
  year smallint not null check (year between 2010 and 2100),
  standing text not null check (standing in ('own', 'superior')),
  origin text not null check (origin in ('read', 'blank', 'last_year', 'superior', 'amendment')),
  state text not null check (state in ('draft', 'issued', 'replaced')),
  title text not null,
  content jsonb not null,
  -- The plan it was written from: last year's, the superior's, or the one it replaces.
  based_on uuid,
  -- As printed before the symbol; given when signed.
  number text,
  issued_on date,
  -- The paper it was read from.
  source_file_id uuid,
  source_text text,
  -- The paper as signed, frozen.
  docx_file_id uuid,
  pdf_file_id uuid,
  put_to_work_at timestamptz,
  -- What the planning officer chose when putting it to work: who leads what the paper leaves open, which measures are tasks.
  work jsonb,
  revision integer not null default 0,
  created_by uuid not null,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  primary key (unit_id, id),
  foreign key (unit_id, source_file_id) references stored_file (unit_id, id),
  foreign key (unit_id, docx_file_id) references stored_file (unit_id, id),
  foreign key (unit_id, pdf_file_id) references stored_file (unit_id, id),
  check ((state = 'draft') or (issued_on is not null))
);
create index plan_by_year on plan (unit_id, year desc, standing, id);

-- Every stored state of a plan, for the history.
create table plan_version (
  unit_id uuid not null,
  id uuid not null,
  plan_id uuid not null,
  revision integer not null,
  deed text not null,
  content jsonb not null,
  person_id uuid not null,
  changed_at timestamptz not null,
  primary key (unit_id, id),
  unique (unit_id, plan_id, revision),
  -- A draft that is removed takes its history with it.
  foreign key (unit_id, plan_id) references plan (unit_id, id) on delete cascade
);

------------------------------------------------------------------------------------------------------------------------
-- Targets of the year

create table target (
  unit_id uuid not null,
  id uuid not null,
  year smallint not null,
  -- Where it is written; null for one set beside the plan.
  plan_id uuid,
  plan_item text,
  position smallint not null default 0,
  text text not null,
  operator text not null check (operator in ('>=', '=', '<=', '<', 'maintain', 'reduce', 'increase')),
  value numeric(16, 4),
  part_of numeric(16, 4),
  measure_unit text,
  -- What is kept, reduced or increased is compared with this.
  baseline numeric(16, 4),
  owner_id uuid,
  criteria smallint[] not null default '{}',
  measured_by text not null check (measured_by in ('indicator', 'input', 'own')),
  -- Code of the indicator or name of the input of the standard.
  measure text,
  state text not null default 'open' check (state in ('open', 'closed')),
  closed_reason text,
  revision integer not null default 0,
  created_by uuid not null,
  created_at timestamptz not null,
  primary key (unit_id, id),
  foreign key (unit_id, plan_id) references plan (unit_id, id),
  foreign key (unit_id, owner_id) references organisation (unit_id, id),
  check ((measured_by = 'own') = (measure is null)),
  check ((state = 'closed') = (closed_reason is not null))
);
create index target_by_year on target (unit_id, year, id);
create unique index target_by_plan_item on target (unit_id, plan_id, plan_item, position) where plan_item is not null;

create table target_value (
  unit_id uuid not null,
  id uuid not null,
  target_id uuid not null,
  -- '2026', '2026-H1', '2026-Q2' or '2026-05'.
  period text not null check (period ~ '^[0-9]{4}(-(H[12]|Q[1-4]|(0[1-9]|1[0-2])))?$'),
  value numeric(16, 4) not null,
  whole numeric(16, 4),
  note text,
  revision integer not null default 1,
  person_id uuid not null,
  recorded_at timestamptz not null,
  primary key (unit_id, id),
  unique (unit_id, target_id, period),
  foreign key (unit_id, target_id) references target (unit_id, id)
);

do $$
declare
  tenant text;
begin
  foreach tenant in array array['stored_file', 'legal_document', 'plan_reading', 'plan', 'plan_version', 'target', 'target_value'] loop
    call secure_tenant_table(tenant::regclass);
  end loop;
end $$;

grant select, insert, update, delete on stored_file, legal_document, plan_reading, plan, target, target_value to mang_non_app;
grant select, insert on plan_version to mang_non_app;
