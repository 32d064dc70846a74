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
-- Lists are read by kind and in the order of the search key, and searched by parts of it.
create index place_by_kind on place (unit_id, kind, search_key, id);

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
