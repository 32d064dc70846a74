-- Places below the unit: villages as before, and schools and organisations that keep figures of their own.

alter table neighbourhood rename to place;
alter table place add column kind text not null default 'village' check (kind in ('village', 'school', 'organisation'));
alter table place alter column kind drop default;
-- Whose officers write for it: the organisation of a school, or the organisation that the place stands for.
alter table place add column organisation_id uuid;
alter table place add foreign key (unit_id, organisation_id) references organisation (unit_id, id);
alter table place add check (kind <> 'organisation' or organisation_id is not null);
-- What a national list calls it: the code of a school, or of a village; text, for zeros may lead.
alter table place add column national_code text;
create unique index place_of_organisation on place (unit_id, organisation_id) where kind = 'organisation';
-- Days between its first and its last on which it was not in force: a school that rested, taken up again later.
alter table place add column rests datemultirange not null default '{}';
-- A name may come back after it went, also with the same first day; two in force never share one, which the deeds see to.
alter table place drop constraint neighbourhood_unit_id_type_name_valid_from_key;
-- Lists are read by kind with numbers by their value: "thôn 2" before "thôn 10".
alter table place add column sort_key text not null generated always as (
  regexp_replace(regexp_replace(search_key, '(\d+)', '00000000\1', 'g'), '\d*(\d{9})', '\1', 'g')
) stored;
create index place_by_kind on place (unit_id, kind, sort_key, id);
comment on column place.valid_until is 'The first day on which it is no longer in force.';

alter table commitment rename column neighbourhood_id to place_id;

-- What became of places: never changed, never removed.
create table place_change (
  unit_id uuid not null,
  id uuid not null,
  kind text not null check (kind in ('renamed', 'merged', 'split', 'ended', 'taken_up_again')),
  happened_on date not null,
  -- The resolution or decision by which it was done, as printed.
  basis text,
  from_places uuid[] not null,
  to_places uuid[] not null,
  -- Of a renaming: type and name before and after, as they were said.
  from_name text,
  to_name text,
  person_id uuid not null,
  recorded_at timestamptz not null,
  primary key (unit_id, id),
  check (kind <> 'renamed' or (from_name is not null and to_name is not null))
);
create index place_change_by_day on place_change (unit_id, happened_on desc, id desc);
create index place_change_by_from on place_change using gin (from_places);
create index place_change_by_to on place_change using gin (to_places);

call secure_tenant_table('place_change');
grant select, insert on place_change to mang_non_app;
