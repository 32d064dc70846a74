-- Foundation: reference tables, identity, units and people, the cycle of self-assessment, audit.
-- Every tenant table begins with unit_id, has the key (unit_id, id), and row security enabled and forced.
-- The program works as role mang_non_app, which owns nothing.

do $$
begin
  if not exists (select from pg_roles where rolname = 'mang_non_app') then
    create role mang_non_app nologin;
  end if;
end $$;

do $$
begin
  execute format('grant mang_non_app to %I', current_user);
exception when insufficient_privilege then
  -- The role was made by hand; whoever made it gave it to this account already.
  null;
end $$;

------------------------------------------------------------------------------------------------------------------------
-- Reference: small, the same for every unit, no row security

create table province (
  code text primary key,
  name text not null,
  full_name text not null,
  type text not null check (type in ('province', 'city'))
);

create table administrative_unit (
  code text primary key,
  province_code text not null references province (code),
  type text not null check (type in ('commune', 'ward', 'special_zone')),
  name text not null,
  full_name text not null,
  search_key text not null,
  valid_from date not null
);
create index administrative_unit_by_province on administrative_unit (province_code, code);

------------------------------------------------------------------------------------------------------------------------
-- Identity: the tables that better-auth expects, and the guard against guessing

create schema identity;

create table identity."user" (
  "id" text primary key,
  "name" text not null,
  "email" text not null unique,
  "emailVerified" boolean not null default false,
  "image" text,
  "username" text unique,
  "displayUsername" text,
  "createdAt" timestamptz not null default now(),
  "updatedAt" timestamptz not null default now()
);

create table identity."session" (
  "id" text primary key,
  "expiresAt" timestamptz not null,
  "token" text not null unique,
  "createdAt" timestamptz not null default now(),
  "updatedAt" timestamptz not null default now(),
  "ipAddress" text,
  "userAgent" text,
  "userId" text not null references identity."user" ("id") on delete cascade
);
create index session_by_user on identity."session" ("userId");
create index session_by_expiry on identity."session" ("expiresAt");

create table identity."account" (
  "id" text primary key,
  "accountId" text not null,
  "providerId" text not null,
  "userId" text not null references identity."user" ("id") on delete cascade,
  "accessToken" text,
  "refreshToken" text,
  "idToken" text,
  "accessTokenExpiresAt" timestamptz,
  "refreshTokenExpiresAt" timestamptz,
  "scope" text,
  "password" text,
  "createdAt" timestamptz not null default now(),
  "updatedAt" timestamptz not null default now()
);
create index account_by_user on identity."account" ("userId");

create table identity."verification" (
  "id" text primary key,
  "identifier" text not null,
  "value" text not null,
  "expiresAt" timestamptz not null,
  "createdAt" timestamptz not null default now(),
  "updatedAt" timestamptz not null default now()
);
create index verification_by_identifier on identity."verification" ("identifier");

-- Failed sign-ins by user name, whether or not such a person exists: the answer never tells which.
create table identity.sign_in_guard (
  username text primary key,
  failures integer not null,
  last_failure_at timestamptz not null,
  locked_until timestamptz
);
create index sign_in_guard_by_time on identity.sign_in_guard (last_failure_at);

------------------------------------------------------------------------------------------------------------------------
-- Scope: what the transaction may read and where it may write

create function readable_units() returns uuid[] language sql stable parallel safe as
$$ select string_to_array(current_setting('mang_non.readable', true), ',')::uuid[] $$;

create function writable_unit() returns uuid language sql stable parallel safe as
$$ select nullif(current_setting('mang_non.unit', true), '')::uuid $$;

create function scope_is_everywhere() returns boolean language sql stable parallel safe as
$$ select coalesce(current_setting('mang_non.everywhere', true) = 'on', false) $$;

------------------------------------------------------------------------------------------------------------------------
-- Units and people

create table unit (
  unit_id uuid primary key,
  level text not null check (level in ('commune', 'province')),
  code text not null unique,
  province_code text not null references province (code),
  type text not null check (type in ('commune', 'ward', 'special_zone', 'province', 'city')),
  name text not null,
  full_name text not null,
  territory_class text,
  class_basis text,
  -- Data made up for learning and showing; every page and document says so.
  fictional boolean not null default false,
  created_at timestamptz not null default now(),
  check (level = 'province' or (territory_class is not null and class_basis is not null))
);
create index unit_by_province on unit (province_code, code);

create table organisation (
  unit_id uuid not null,
  id uuid not null,
  kind text not null,
  name text not null,
  valid_from date not null,
  valid_until date,
  primary key (unit_id, id)
);
create unique index organisation_by_kind on organisation (unit_id, kind, valid_from);

create table person (
  unit_id uuid not null,
  id uuid not null,
  user_id text not null unique,
  username text not null unique,
  name text not null,
  -- The name without tones, in lower case: what a search looks at.
  search_key text not null,
  must_change_password boolean not null default true,
  disabled_at timestamptz,
  created_at timestamptz not null default now(),
  primary key (unit_id, id)
);

create table membership (
  unit_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  organisation_id uuid not null,
  role text not null,
  primary key (unit_id, id),
  foreign key (unit_id, person_id) references person (unit_id, id),
  foreign key (unit_id, organisation_id) references organisation (unit_id, id),
  unique (unit_id, person_id, organisation_id, role)
);

------------------------------------------------------------------------------------------------------------------------
-- The cycle of self-assessment

create table cycle (
  unit_id uuid not null,
  id uuid not null,
  year smallint not null check (year between 2019 and 2100),
  standard_id text not null,
  standard_version integer not null,
  territory_class text not null,
  class_basis text not null,
  revision integer not null default 0,
  created_at timestamptz not null default now(),
  primary key (unit_id, id),
  unique (unit_id, year)
);

create table cycle_criterion (
  unit_id uuid not null,
  id uuid not null,
  cycle_id uuid not null,
  number smallint not null,
  organisation_id uuid not null,
  due_date date not null,
  state text not null default 'not_started'
    check (state in ('not_started', 'in_work', 'handed_in', 'accepted', 'returned')),
  returned_reason text,
  state_changed_at timestamptz,
  revision integer not null default 0,
  primary key (unit_id, id),
  unique (unit_id, cycle_id, number),
  foreign key (unit_id, cycle_id) references cycle (unit_id, id),
  foreign key (unit_id, organisation_id) references organisation (unit_id, id),
  check ((state = 'returned') = (returned_reason is not null))
);

create table figure (
  unit_id uuid not null,
  id uuid not null,
  cycle_id uuid not null,
  input text not null,
  state text not null check (state in ('given', 'no_data', 'not_applicable', 'not_due')),
  -- A count, or 1 and 0 for yes and no.
  value bigint check (value >= 0),
  reason text,
  note text,
  revision integer not null default 1,
  changed_by uuid not null,
  changed_at timestamptz not null,
  primary key (unit_id, id),
  unique (unit_id, cycle_id, input),
  foreign key (unit_id, cycle_id) references cycle (unit_id, id),
  check ((state = 'given') = (value is not null)),
  check ((state = 'not_applicable') = (reason is not null))
);

create table figure_change (
  unit_id uuid not null,
  id uuid not null,
  cycle_id uuid not null,
  input text not null,
  revision integer not null,
  from_state text,
  from_value bigint,
  to_state text not null,
  to_value bigint,
  reason text,
  note text,
  person_id uuid not null,
  changed_at timestamptz not null,
  primary key (unit_id, id),
  unique (unit_id, cycle_id, input, revision)
);

-- What happened to a criterion: handed in, accepted, returned, given to another organisation.
create table criterion_event (
  unit_id uuid not null,
  id uuid not null,
  cycle_id uuid not null,
  number smallint not null,
  kind text not null check (kind in ('assigned', 'handed_in', 'accepted', 'returned')),
  reason text,
  person_id uuid not null,
  happened_at timestamptz not null,
  primary key (unit_id, id)
);
create index criterion_event_by_criterion on criterion_event (unit_id, cycle_id, number, id);

-- One row for each cycle, kept up in the transaction of every change: the level above reads this, not the figures.
create table cycle_summary (
  unit_id uuid not null,
  cycle_id uuid not null,
  year smallint not null,
  verdict text not null check (verdict in ('recognisable', 'not_recognisable', 'incomplete')),
  total integer,
  least integer not null,
  most integer not null,
  threshold integer not null,
  maximum integer not null,
  -- Points of each criterion in the order of the standard; null while a figure is missing.
  points integer[] not null,
  disqualifying_zeros smallint[] not null,
  provisional boolean not null,
  updated_at timestamptz not null,
  primary key (unit_id, cycle_id),
  unique (unit_id, year)
);

-- How the unit's documents are signed and to whom they go.
create table document_setting (
  unit_id uuid not null,
  id uuid not null,
  -- Before the date: a unit named after a person, a number or an event is written in full (NĐ 30/2020, Phụ lục I).
  place text not null,
  addressees text[] not null,
  signature_lines text[] not null,
  signer text,
  recipients text[] not null,
  primary key (unit_id, id),
  unique (unit_id)
);

------------------------------------------------------------------------------------------------------------------------
-- Audit: append-only, each entry chained to the one before of the same unit

create table audit_entry (
  unit_id uuid not null,
  sequence bigint not null,
  happened_at text not null,
  actor text not null,
  deed text not null,
  object_kind text not null,
  object_id text not null,
  fields text[] not null,
  previous_hash bytea not null,
  hash bytea not null,
  primary key (unit_id, sequence)
);

create table audit_head (
  unit_id uuid primary key,
  sequence bigint not null,
  hash bytea not null
);

-- Appends one entry; `canonical` is the canonical JSON of the entry, made by the program.
-- hash = sha256(previous hash ‖ sequence as text ‖ canonical JSON)
create function append_audit(
  entry_unit uuid, entry_at text, entry_actor text, entry_deed text,
  entry_kind text, entry_object text, entry_fields text[], canonical text
) returns bigint language plpgsql as $$
declare
  head audit_head;
  next_hash bytea;
begin
  insert into audit_head values (entry_unit, 0, '\x'::bytea) on conflict do nothing;
  select * into strict head from audit_head where unit_id = entry_unit for update;
  next_hash := sha256(head.hash || convert_to((head.sequence + 1)::text || canonical, 'UTF8'));
  insert into audit_entry values (
    entry_unit, head.sequence + 1, entry_at, entry_actor, entry_deed,
    entry_kind, entry_object, entry_fields, head.hash, next_hash);
  update audit_head set sequence = head.sequence + 1, hash = next_hash where unit_id = entry_unit;
  return head.sequence + 1;
end $$;

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'audit entries are never changed or removed';
end $$;
create trigger audit_is_append_only before update or delete or truncate on audit_entry
  for each statement execute function refuse_change();

------------------------------------------------------------------------------------------------------------------------
-- Row security and rights

do $$
declare
  tenant text;
begin
  foreach tenant in array array[
    'unit', 'organisation', 'person', 'membership', 'cycle', 'cycle_criterion', 'figure', 'figure_change',
    'criterion_event', 'cycle_summary', 'document_setting', 'audit_entry', 'audit_head'
  ] loop
    execute format('alter table %I enable row level security', tenant);
    execute format('alter table %I force row level security', tenant);
    -- In sub-selects, so that the territory is read once for a statement and not once for each row.
    execute format(
      'create policy readable on %I for select using (unit_id = any ((select readable_units())::uuid[]) or (select scope_is_everywhere()))', tenant);
    execute format(
      'create policy insertable on %I for insert with check (unit_id = (select writable_unit()) or (select scope_is_everywhere()))', tenant);
    execute format(
      'create policy changeable on %I for update using (unit_id = (select writable_unit()) or (select scope_is_everywhere()))', tenant);
    execute format(
      'create policy removable on %I for delete using (unit_id = (select writable_unit()) or (select scope_is_everywhere()))', tenant);
  end loop;
end $$;

-- The person behind a session, with roles and territory: one statement at the beginning of each request,
-- before there is a scope, and therefore the one reader that sees every unit.
create function identity.person_of_session(session_token text, at timestamptz) returns table (
  session_expires_at timestamptz,
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
  select s."expiresAt", s."userId", p.id, p.name, p.must_change_password,
         u.unit_id, u.code, u.level, u.type, u.full_name, u.province_code, u.fictional,
         (select coalesce(json_agg(json_build_object(
                   'organisationId', m.organisation_id, 'organisationKind', o.kind,
                   'organisationName', o.name, 'role', m.role) order by m.id), '[]'::json)
            from membership m join organisation o on o.unit_id = m.unit_id and o.id = m.organisation_id
           where m.unit_id = p.unit_id and m.person_id = p.id),
         case when u.level = 'province'
              then (select array_agg(c.unit_id) from unit c where c.province_code = u.province_code)
              else array[u.unit_id] end
    from identity."session" s
    join person p on p.user_id = s."userId"
    join unit u on u.unit_id = p.unit_id
   where s."token" = session_token and s."expiresAt" > at and p.disabled_at is null;
  perform set_config('mang_non.everywhere', 'off', true);
end $$;

grant usage on schema public, identity to mang_non_app;
grant select on province, administrative_unit to mang_non_app;
grant insert, update on province, administrative_unit to mang_non_app;
grant select, insert, update, delete on all tables in schema identity to mang_non_app;
grant select, insert, update, delete on
  unit, organisation, person, membership, cycle, cycle_criterion, figure, criterion_event, cycle_summary,
  document_setting
  to mang_non_app;
grant select, insert on figure_change, audit_entry to mang_non_app;
grant select, insert, update on audit_head to mang_non_app;
