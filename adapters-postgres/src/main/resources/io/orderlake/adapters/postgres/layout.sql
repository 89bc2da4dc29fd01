-- What a database gets once, before Gold is published to it. The tables of Gold come by themselves.

create schema orderlake;
comment on schema orderlake is 'Orderlake''s own: the cells of Gold, and how far they have come; read gold and lake instead';
create schema lake;
comment on schema lake is 'What Orderlake does: lake versions, runs, the quarantine, audits';
create schema gold;
comment on schema gold is 'Orderlake''s Gold tables, all at one lake version';

create table orderlake.sink (
  is_only boolean primary key default true check (is_only),
  layout integer not null,
  origin_run text not null,
  origin_at timestamptz not null,
  lake_version bigint not null,
  runs_told bigint not null default 0
);
comment on table orderlake.sink is 'The lake that is served here, and the lake version';

create table lake.versions (
  lake_version bigint primary key,
  published_by text not null,
  published_at timestamptz not null,
  served_at timestamptz not null,
  replaced_at timestamptz,
  is_readable boolean not null,
  records bigint not null,
  lines bigint not null,
  refined bigint not null,
  quarantined bigint not null,
  duplicates bigint not null
);
comment on table lake.versions is 'The lake versions that were served here; those between were left out. Rows go 30 days after they were replaced';
comment on column lake.versions.lake_version is 'The number of the lake version';
comment on column lake.versions.published_by is 'The run that published it in the lake';
comment on column lake.versions.published_at is 'When it was published in the lake';
comment on column lake.versions.served_at is 'When it could be read here';
comment on column lake.versions.replaced_at is 'When a newer one took its place; null for the one in force';
comment on column lake.versions.is_readable is 'Whether a connection can be held at it: -c orderlake.lake_version=N';
comment on column lake.versions.records is 'Records of Bronze that it accounts for';
comment on column lake.versions.lines is 'Lines of these records: refined, quarantined and duplicates add up to them';
comment on column lake.versions.refined is 'Lines that became a row of Silver';
comment on column lake.versions.quarantined is 'Lines that were set aside';
comment on column lake.versions.duplicates is 'Lines that Silver had already';

create table lake.tables (
  id bigint generated always as identity primary key,
  name text not null unique,
  declared_as text not null,
  is_declared boolean not null,
  first_version bigint not null,
  lake_version bigint not null
);
comment on table lake.tables is 'The tables of Gold';
comment on column lake.tables.id is 'Tells a table from one of the same name before it';
comment on column lake.tables.name is 'Its name in the schema gold';
comment on column lake.tables.declared_as is 'Its columns and their types';
comment on column lake.tables.is_declared is 'Whether the lake still has it; one that it has no more stays as it was';
comment on column lake.tables.first_version is 'The lake version with which it came';
comment on column lake.tables.lake_version is 'The lake version that it is at';

create table orderlake.partitions (
  table_id bigint not null references lake.tables on delete cascade,
  part text not null,
  content text not null,
  primary key (table_id, part)
);
comment on table orderlake.partitions is 'What the cells of each partition lay in when they were copied';

create table lake.runs (
  run_id text primary key,
  job text not null,
  state text not null,
  requested_by text,
  requested_at timestamptz,
  started_at timestamptz,
  ended_at timestamptz,
  attempt integer not null,
  lake_version bigint,
  records bigint,
  refined bigint,
  quarantined bigint,
  duplicates bigint,
  failure_category text,
  failure text,
  told_at timestamptz not null
);
comment on table lake.runs is 'Runs of Orderlake''s jobs, by what its journal says. Rows go after 30 days';
comment on column lake.runs.run_id is 'Chosen by whoever asked';
comment on column lake.runs.job is 'silver, gold, audit, …';
comment on column lake.runs.state is 'requested, claimed, running, succeeded, failed or rejected';
comment on column lake.runs.requested_by is 'Who asked';
comment on column lake.runs.requested_at is 'When, by the clock of whoever asked';
comment on column lake.runs.started_at is 'When its job was begun for the last time';
comment on column lake.runs.ended_at is 'When it ended';
comment on column lake.runs.attempt is 'How often its job was begun';
comment on column lake.runs.lake_version is 'The lake version that readers saw after it, where it succeeded';
comment on column lake.runs.records is 'Records that it read from Bronze';
comment on column lake.runs.refined is 'Lines that it made a row of Silver of';
comment on column lake.runs.quarantined is 'Lines that it set aside';
comment on column lake.runs.duplicates is 'Lines that Silver had already';
comment on column lake.runs.failure_category is 'What kind of failure it ended with';
comment on column lake.runs.failure is 'What went wrong, and what to do';
comment on column lake.runs.told_at is 'When this row was written';

create view lake.audits as
select run_id, lake_version, started_at, ended_at, state = 'succeeded' as is_passed, failure
from lake.runs
where job = 'audit' and state in ('succeeded', 'failed')
  and (state = 'succeeded' or failure_category = 'corruption');
comment on view lake.audits is 'What audits found that the runner was asked for (orderlake trigger audit)';
comment on column lake.audits.run_id is 'The run';
comment on column lake.audits.lake_version is 'The lake version that was proven, where it passed';
comment on column lake.audits.started_at is 'When it began';
comment on column lake.audits.ended_at is 'When it ended';
comment on column lake.audits.is_passed is 'Whether every figure is what Bronze gives';
comment on column lake.audits.failure is 'What differs, where it did not pass';

create table lake.quarantine_by_reason (
  reason text primary key,
  records bigint not null,
  lake_version bigint not null
);
comment on table lake.quarantine_by_reason is 'What is quarantined and was not released, by the code of the rule; under each that it broke';
comment on column lake.quarantine_by_reason.reason is 'The rule''s code';
comment on column lake.quarantine_by_reason.records is 'How many records, or lines of records, broke it';
comment on column lake.quarantine_by_reason.lake_version is 'The lake version that was counted';

-- At which lake version a table is read: the newest, or the one that the connection is held at.
create function lake.reading(of_table text) returns bigint
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare
  asked text := nullif(trim(current_setting('orderlake.lake_version', true)), '');
  wanted bigint;
  first bigint;
  newest bigint;
begin
  select t.first_version, t.lake_version into first, newest from lake.tables t where t.name = of_table;
  if asked is null then
    return newest;
  end if;
  if asked !~ '^[0-9]{1,18}$' then
    raise exception 'orderlake.lake_version is %, which is no lake version', quote_literal(asked)
      using errcode = 'invalid_parameter_value', hint = 'Write a number of lake.versions, or nothing for the newest.';
  end if;
  wanted := asked::bigint;
  if not exists (select from lake.versions v where v.lake_version = wanted and v.is_readable) then
    raise exception 'lake version % cannot be read here', wanted
      using errcode = 'invalid_parameter_value',
      hint = format('Those that can be are %s (lake.versions).',
        (select string_agg(v.lake_version::text, ', ' order by v.lake_version desc)
         from (select lake_version from lake.versions where is_readable order by lake_version desc limit 10) v));
  end if;
  if wanted < first then
    raise exception 'gold.% came with lake version %, and the connection is held at %', of_table, first, wanted
      using errcode = 'invalid_parameter_value', hint = 'Read a later version.';
  end if;
  return least(wanted, newest);
end
$$;
comment on function lake.reading(text) is 'The lake version at which this connection reads a table of Gold: the newest, or the one that orderlake.lake_version says';
