-- Evidence: a library for each unit. A file once, used for many indicators, tasks and years.

create table evidence (
  unit_id uuid not null,
  id uuid not null,
  -- Who keeps it: what is restricted stays among them.
  organisation_id uuid not null,
  title text not null,
  -- Of an official document, as printed: "41", "BC-TYT", who issued it, what in it counts.
  document_type text,
  number text,
  symbol text,
  issued_on date,
  issuer text,
  extract text,
  -- The period that it proves.
  proves_from date,
  proves_until date,
  -- The day that its figures speak of, apart from the day it was written and the day it was uploaded.
  speaks_of date,
  confidentiality text not null default 'internal' check (confidentiality in ('public', 'internal', 'restricted')),
  expires_on date,
  -- Children can be recognised in it: it leaves the unit as its redacted copy only.
  shows_children boolean not null default false,
  -- The words to be found by, each once, without tones: of the fields, and of the file where it has text.
  search_key text not null,
  content_key text not null default '',
  revision integer not null default 1,
  withdrawn_at timestamptz,
  added_by uuid not null,
  added_at timestamptz not null,
  changed_at timestamptz not null,
  primary key (unit_id, id),
  foreign key (unit_id, organisation_id) references organisation (unit_id, id),
  check (proves_until is null or proves_from is null or proves_until >= proves_from)
);
create index evidence_by_time on evidence (unit_id, changed_at desc, id desc);
-- The types that there are to narrow by, and all that decides who sees them: told from the index alone.
create index evidence_by_type on evidence (unit_id, document_type)
  include (id, confidentiality, organisation_id, withdrawn_at) where document_type is not null;

-- Row security lets no operator at an index that could tell of rows of others, and the one for words is such. The words
-- therefore lie apart, where nobody reads them but the function below, which itself asks whose unit it is.
create schema search;
create table search.evidence_words (
  unit uuid not null,
  evidence_id uuid not null,
  -- With the unit as one of them: the index itself then keeps to it.
  words tsvector not null,
  primary key (unit, evidence_id),
  foreign key (unit, evidence_id) references evidence (unit_id, id) on delete cascade
);
create index evidence_by_words on search.evidence_words using gin (words);

create function search.keep_evidence_words() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  insert into search.evidence_words (unit, evidence_id, words)
  values (new.unit_id, new.id, array_to_tsvector(array_remove(
            string_to_array(new.search_key || ' ' || new.content_key, ' '), '') || ('@' || new.unit_id)))
  on conflict (unit, evidence_id) do update set words = excluded.words;
  return null;
end $$;
create trigger evidence_words after insert or update of search_key, content_key on evidence
  for each row execute function search.keep_evidence_words();

-- The evidence of a unit in which every one of the words occurs, or a word that begins so.
create function search.evidence_with_words(of_unit uuid, beginnings text[]) returns setof uuid
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select evidence_id from search.evidence_words
   where of_unit = any (public.readable_units())
     and words @@ (select string_agg(quote_literal(one) || ':*', ' & ')::tsquery && quote_literal('@' || of_unit)::tsquery
                     from unnest(beginnings) as one)
$$;
grant usage on schema search to mang_non_app;

-- Every file that an evidence has had; the latest counts.
create table evidence_file (
  unit_id uuid not null,
  id uuid not null,
  evidence_id uuid not null,
  revision integer not null,
  file_id uuid not null,
  -- Of pictures: the copy with areas blacked out.
  redacted_file_id uuid,
  -- The file of an activity or a task that it was taken over from, as it was then.
  source_file_id uuid,
  pages integer check (pages > 0),
  -- Whether its text could be read; 'none': a kind of file that has no text, such as a photograph.
  reading text not null check (reading in ('waiting', 'read', 'none', 'unreadable')),
  -- The text that was read, in its lines and with tabs between the cells of a row: figures are looked for in it. Null
  -- where the file has none.
  content text,
  scan text not null default 'not_scanned' check (scan in ('not_scanned', 'waiting', 'clean', 'infected')),
  scanned_at timestamptz,
  note text,
  added_by uuid not null,
  added_at timestamptz not null,
  primary key (unit_id, id),
  unique (unit_id, evidence_id, revision),
  foreign key (unit_id, evidence_id) references evidence (unit_id, id),
  foreign key (unit_id, file_id) references stored_file (unit_id, id),
  foreign key (unit_id, redacted_file_id) references stored_file (unit_id, id)
);

create index evidence_file_by_file on evidence_file (unit_id, file_id);

-- What an evidence is used for: an indicator of a year, or a task.
create table evidence_use (
  unit_id uuid not null,
  id uuid not null,
  evidence_id uuid not null,
  year smallint not null,
  criterion smallint,
  indicator text,
  task_id uuid,
  added_by uuid not null,
  added_at timestamptz not null,
  primary key (unit_id, id),
  unique nulls not distinct (unit_id, evidence_id, year, indicator, task_id),
  foreign key (unit_id, evidence_id) references evidence (unit_id, id),
  foreign key (unit_id, task_id) references task (unit_id, id),
  check (num_nonnulls(indicator, task_id) = 1),
  check ((criterion is null) = (indicator is null))
);
create index evidence_use_by_year on evidence_use (unit_id, year, criterion, indicator);
create index evidence_use_by_task on evidence_use (unit_id, task_id) where task_id is not null;

-- Consents to publishing (NĐ 56/2017 Đ.36): of the parents or guardian for each child, from seven years the child's too.
-- A child has a mark within the file ("trẻ thứ nhất bên trái"), never a name; a newer file may show other children, so that
-- consents are of one revision.
create table evidence_consent (
  unit_id uuid not null,
  id uuid not null,
  evidence_id uuid not null,
  revision integer not null,
  child_mark text not null,
  seven_or_older boolean not null,
  guardian_agreed_on date,
  child_agreed_on date,
  -- The signed paper, with names on it: for who may change the evidence, and never out of the unit.
  paper_file_id uuid,
  withdrawn_on date,
  recorded_by uuid not null,
  recorded_at timestamptz not null,
  primary key (unit_id, id),
  unique (unit_id, evidence_id, revision, child_mark),
  foreign key (unit_id, evidence_id, revision) references evidence_file (unit_id, evidence_id, revision),
  foreign key (unit_id, paper_file_id) references stored_file (unit_id, id)
);

-- What happened to an evidence: who added, revised, opened, published, withdrew it. Never changed, never removed.
create table evidence_event (
  unit_id uuid not null,
  id uuid not null,
  evidence_id uuid not null,
  kind text not null check (kind in (
    'added', 'described', 'revised', 'used', 'unused', 'redacted', 'published', 'unpublished', 'withdrawn', 'restored', 'found_infected')),
  detail text,
  person_id uuid not null,
  happened_at timestamptz not null,
  primary key (unit_id, id)
);
create index evidence_event_by_evidence on evidence_event (unit_id, evidence_id, id);

alter table evidence add column published_at timestamptz;

-- An upload that is under way: how much of it has arrived survives a broken line and a restart.
create table upload (
  unit_id uuid not null,
  id uuid not null,
  name text not null,
  size bigint not null check (size > 0),
  started_by uuid not null,
  started_at timestamptz not null,
  -- The file that it became, which waits for somebody to say what it is.
  file_id uuid,
  -- Known where the file came from a record of the unit.
  shows_children boolean not null default false,
  source_file_id uuid,
  ended_at timestamptz,
  primary key (unit_id, id),
  foreign key (unit_id, file_id) references stored_file (unit_id, id)
);
create index upload_unfinished on upload (unit_id, started_at) where ended_at is null;

do $$
declare
  tenant text;
begin
  foreach tenant in array array['evidence', 'evidence_file', 'evidence_use', 'evidence_consent', 'evidence_event', 'upload'] loop
    call secure_tenant_table(tenant::regclass);
  end loop;
end $$;

grant select, insert, update, delete on evidence, evidence_file, evidence_use, evidence_consent, upload to mang_non_app;
grant select, insert on evidence_event to mang_non_app;
