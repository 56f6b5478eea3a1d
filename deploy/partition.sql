-- Divides every table of the store into hash partitions by guild, with all that is in it. With the bot stopped, after a backup:
--
--   psql "$DATABASE_URL" --set=ON_ERROR_STOP=1 --single-transaction --file=deploy/partition.sql
--
-- Afterwards the bot works as before. What is divided already stays, so it may be run again after an upgrade that adds
-- tables. "set footnote.partitions = 64" before it divides into more than 16.
do $$
declare
  parts constant int := coalesce(current_setting('footnote.partitions', true), '16');
  whole constant text := 'partitioned_before';
  home constant regnamespace := current_schema()::regnamespace;
  refers jsonb;
  bound jsonb;
  indexed jsonb;
  tbl text;
  item jsonb;
begin
  -- Foreign keys rest until all tables are divided.
  select coalesce(jsonb_agg(jsonb_build_object('tbl', r.relname, 'name', c.conname, 'def', pg_get_constraintdef(c.oid))), '[]')
    into refers
    from pg_constraint c join pg_class r on r.oid = c.conrelid
    where c.contype = 'f' and c.conparentid = 0 and r.relnamespace = home and not r.relispartition and r.relkind = 'r';
  for item in select * from jsonb_array_elements(refers) loop
    execute format('alter table %I drop constraint %I', item->>'tbl', item->>'name');
  end loop;

  for tbl in
    select r.relname
      from pg_index i join pg_class r on r.oid = i.indrelid
      join pg_attribute a on a.attrelid = r.oid and a.attnum = i.indkey[0]
      where i.indisprimary and a.attname = 'guild' and r.relnamespace = home and r.relkind = 'r' and not r.relispartition
  loop
    select coalesce(jsonb_agg(jsonb_build_object('name', conname, 'def', pg_get_constraintdef(oid))), '[]')
      into bound
      from pg_constraint where conrelid = tbl::regclass and contype in ('p', 'u');
    select coalesce(jsonb_agg(to_jsonb(pg_get_indexdef(i.indexrelid))), '[]')
      into indexed
      from pg_index i
      where i.indrelid = tbl::regclass and not exists (select from pg_constraint c where c.conindid = i.indexrelid);

    execute format('alter table %I rename to %I', tbl, whole);
    execute format(
      'create table %I (like %I including defaults including constraints including storage) partition by hash (guild)', tbl, whole);
    for part in 0 .. parts - 1 loop
      execute format('create table %I partition of %I for values with (modulus %s, remainder %s)',
        tbl || '_' || part, tbl, parts, part);
    end loop;
    execute format('insert into %I select * from %I', tbl, whole);
    execute format('drop table %I', whole);

    for item in select * from jsonb_array_elements(bound) loop
      execute format('alter table %I add constraint %I %s', tbl, item->>'name', item->>'def');
    end loop;
    for item in select * from jsonb_array_elements(indexed) loop
      execute item #>> '{}';
    end loop;
  end loop;

  for item in select * from jsonb_array_elements(refers) loop
    execute format('alter table %I add constraint %I %s', item->>'tbl', item->>'name', item->>'def');
  end loop;
end $$;
