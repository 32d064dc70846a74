import type { Client } from 'pg';

/** Notices any change, and puts back what an allowed deed has changed. */
export interface Ledger {
  /** Whether anything that the tenants have, or any account, is not as it was when the ledger itself looked or wrote last. */
  hasChanged(): Promise<boolean>;
  /** Sets the criterion of this number in every unit. */
  setState(number: number, state: 'in_work' | 'handed_in' | 'accepted'): Promise<void>;
  /** Puts criteria, cycles, people, passwords and sessions back to what they were at the beginning. */
  restore(): Promise<void>;
}

const KEPT = [
  'public.cycle_criterion',
  'public.person',
  'public.membership',
  'identity.account',
  'identity.session',
];

/** Remembers how things are now. */
export async function openLedger(owner: Client): Promise<Ledger> {
  const { rows } = await owner.query<{ name: string }>(
    `select format('%I.%I', schemaname, tablename) as name from pg_tables
      where schemaname in ('public', 'identity') and tablename not in ('province', 'administrative_unit')
      order by 1`,
  );
  const looks = rows.map(
    ({ name }) => `select '${name}' as name, count(*) as rows, sum(hashtextextended(t::text, 0)) as content
                     from ${name} t`,
  );
  const everything = `select string_agg(concat_ws(' ', name, rows, content), '; ' order by name) as checksum
                        from (${looks.join(' union all ')}) looks`;
  await owner.query('create schema beginning');
  for (const name of KEPT) await owner.query(`create table ${copyOf(name)} as table ${name}`);
  const checksum = async () => (await owner.query<{ checksum: string }>(everything)).rows[0]!.checksum;
  let known = await checksum();
  return {
    async hasChanged() {
      const before = known;
      known = await checksum();
      return known !== before;
    },
    async setState(number, state) {
      const { rowCount } = await owner.query(
        'update cycle_criterion set state = $2, returned_reason = null where number = $1 and state <> $2',
        [number, state],
      );
      if (rowCount !== 0) known = await checksum();
    },
    async restore() {
      await owner.query(`
        delete from cycle_summary where year <> 2026;
        delete from cycle_criterion k using cycle c where c.id = k.cycle_id and c.year <> 2026;
        delete from cycle where year <> 2026;
        update cycle_criterion k
           set state = b.state, returned_reason = b.returned_reason, organisation_id = b.organisation_id, due_date = b.due_date
          from ${copyOf('public.cycle_criterion')} b where b.id = k.id and (k.state, k.organisation_id, k.due_date) is distinct from (b.state, b.organisation_id, b.due_date);
        update person p set name = b.name, disabled_at = b.disabled_at, must_change_password = b.must_change_password
          from ${copyOf('public.person')} b where b.id = p.id and (p.name, p.disabled_at, p.must_change_password) is distinct from (b.name, b.disabled_at, b.must_change_password);
        delete from membership m where m.person_id in (select id from ${copyOf('public.person')})
           and not exists (select from ${copyOf('public.membership')} b where b.id = m.id);
        insert into membership select * from ${copyOf('public.membership')} on conflict do nothing;
        update identity.account a set password = b.password
          from ${copyOf('identity.account')} b where b.id = a.id and a.password <> b.password;
        insert into identity.session select * from ${copyOf('identity.session')} on conflict do nothing`);
      known = await checksum();
    },
  };
}

const copyOf = (table: string) => `beginning.${table.split('.')[1]}`;
