import type { Client } from 'pg';

/** Notices any change, and puts back what an allowed deed has changed. */
export interface Ledger {
  /** Whether anything that the tenants have, or any account, is not as it was when the ledger itself looked or wrote last. */
  hasChanged(): Promise<boolean>;
  /** Sets the criterion of this number in every unit. */
  setState(number: number, state: 'in_work' | 'handed_in' | 'accepted'): Promise<void>;
  /** Puts every table back to what it was at the beginning, except for the audit, which nobody takes anything out of. */
  restore(): Promise<void>;
}

/** The content of every table in a word, by the table's name. */
type Sums = Readonly<Record<string, string>>;

/** Its entries are a chain, and its head knows the last of them. */
const isAudit = (name: string) => name.startsWith('public.audit_');

/** Remembers how things are now. */
export async function openLedger(owner: Client): Promise<Ledger> {
  const { rows } = await owner.query<{ name: string; columns: string }>(
    `select format('%I.%I', schemaname, tablename) as name,
            (select string_agg(quote_ident(attname), ', ') from pg_attribute
              where attrelid = format('%I.%I', schemaname, tablename)::regclass
                and attnum > 0 and not attisdropped and attgenerated = '') as columns
       from pg_tables
      where schemaname in ('public', 'identity') and tablename not in ('province', 'administrative_unit')
      order by 1`,
  );
  // What the database computes by itself is not put back.
  const columnsOf = (name: string) => rows.find((row) => row.name === name)!.columns;
  const looks = rows.map(
    ({
      name,
    }) => `select '${name}' as name, concat(count(*), ' ', sum(hashtextextended(t::text, 0))) as content
                     from ${name} t`,
  );
  const text = `select json_object_agg(name, content) as sums from (${looks.join(' union all ')}) looks`;
  const sumsNow = async () => (await owner.query<{ sums: Sums }>({ name: 'sums', text })).rows[0]!.sums;
  await owner.query('create schema beginning');
  for (const { name } of rows) await owner.query(`create table ${copyOf(name)} as table ${name}`);
  await deferKeys(owner);
  const beginning = await sumsNow();
  let known = beginning;
  const changedSince = () => differing(known, beginning).filter((name) => !isAudit(name));
  const differing = (some: Sums, others: Sums) =>
    Object.keys(some).filter((name) => some[name] !== others[name]);
  return {
    async hasChanged() {
      const before = known;
      known = await sumsNow();
      return differing(known, before).length > 0;
    },
    async setState(number, state) {
      const { rowCount } = await owner.query(
        'update cycle_criterion set state = $2, returned_reason = null where number = $1 and state <> $2',
        [number, state],
      );
      if (rowCount !== 0) known = await sumsNow();
    },
    async restore() {
      known = await sumsNow();
      // Once more where a row that was put back took others with it.
      for (let changed = changedSince(); changed.length > 0; changed = changedSince()) {
        const statements = changed.map(
          (name) =>
            `delete from ${name}; insert into ${name} (${columnsOf(name)}) select ${columnsOf(name)} from ${copyOf(name)};`,
        );
        await owner.query(`begin; set constraints all deferred; ${statements.join(' ')} commit`);
        known = await sumsNow();
      }
    },
  };
}

/** Lets keys wait until the end of a transaction that asks for it; all others go on as before. */
async function deferKeys(owner: Client): Promise<void> {
  const { rows } = await owner.query<{ statement: string }>(
    `select format('alter table %s alter constraint %I deferrable', conrelid::regclass, conname) as statement
       from pg_constraint where contype = 'f'`,
  );
  for (const { statement } of rows) await owner.query(statement);
}

/** Tables of both schemas have names of their own. */
const copyOf = (table: string) => `beginning.${table.split('.')[1]}`;
