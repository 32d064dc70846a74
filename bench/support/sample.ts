import pg from 'pg';
import { DEMO_PASSWORD } from '../../src/features/demo/staff.ts';
import type { LoadRequest } from './load.ts';

/** The criterion and the input that the benches show and save: a count that no other figure limits. */
export const CRITERION = 12;
export const INPUT = 'children_events_held';

/** A planning officer of the sample, signed in, with the cycle of the newest year. */
export interface Officer {
  readonly username: string;
  readonly cookie: string;
  readonly unitId: string;
  readonly unitCode: string;
  readonly year: number;
  readonly cycleId: string;
}

export const cyclePath = ({ unitCode, year }: Officer): string => `/don-vi/${unitCode}/tu-danh-gia/${year}`;
export const criterionPath = (officer: Officer): string => `${cyclePath(officer)}/tieu-chi/${CRITERION}`;

/** What a browser adds to a form of our own page. */
const FROM_OUR_PAGE = {
  'content-type': 'application/x-www-form-urlencoded',
  'sec-fetch-site': 'same-origin',
};

export const signInRequest = (username: string): LoadRequest => ({
  path: '/dang-nhap',
  method: 'POST',
  headers: FROM_OUR_PAGE,
  body: new URLSearchParams({ ten_dang_nhap: username, mat_khau: DEMO_PASSWORD }).toString(),
});

/** Signs in the planning officers of so many units; where the criterion was handed in, it is opened again. */
export async function signInOfficers(
  url: string,
  administratorConnectionString: string,
  howMany: number,
): Promise<Officer[]> {
  const client = new pg.Client({ connectionString: administratorConnectionString });
  await client.connect();
  try {
    const { rows } = await client.query<Omit<Officer, 'cookie'>>(
      `select p.username, u.unit_id as "unitId", u.code as "unitCode", c.year, c.id as "cycleId"
         from cycle c
         join unit u on u.unit_id = c.unit_id
         join cycle_criterion k on k.unit_id = c.unit_id and k.cycle_id = c.id
         join membership m on m.unit_id = u.unit_id and m.role = 'planningOfficer'
          and m.organisation_id = k.organisation_id
         join person p on p.unit_id = u.unit_id and p.id = m.person_id
        where c.year = (select max(year) from cycle) and k.number = $1
        order by u.code limit $2`,
      [CRITERION, howMany],
    );
    if (rows.length < howMany) throw new Error(`The sample has only ${rows.length} units with a cycle.`);
    await client.query(
      `update cycle_criterion set state = 'in_work', returned_reason = null
        where number = $1 and cycle_id = any($2) and state in ('handed_in', 'accepted')`,
      [CRITERION, rows.map(({ cycleId }) => cycleId)],
    );
    return await Promise.all(rows.map(async (row) => ({ ...row, cookie: await signIn(url, row.username) })));
  } finally {
    await client.end();
  }
}

async function signIn(url: string, username: string): Promise<string> {
  const { path, ...request } = signInRequest(username);
  const answer = await fetch(url + path, { ...request, redirect: 'manual' });
  const cookie = answer.headers.getSetCookie()[0]?.split(';')[0];
  if (answer.status !== 303 || cookie === undefined)
    throw new Error(`${username} could not sign in: ${answer.status}`);
  return cookie;
}

/**
 * The savings of one officer one after another, each with another value and with what was on the screen before it.
 * The first only sets a beginning that is known.
 */
export async function savings(url: string, officer: Officer): Promise<() => LoadRequest> {
  const path = criterionPath(officer);
  const headers = { cookie: officer.cookie };
  const page = await (await fetch(url + path, { headers })).text();
  const hidden = (name: string) =>
    new RegExp(`name="${INPUT}\\.${name}" value="([^"]*)"`).exec(page)?.[1] ?? '';
  let seen = hidden('da_thay');
  let revision = Number(hidden('lan_sua'));
  return () => {
    const value = seen === 'given:2' ? 3 : 2;
    const body = JSON.stringify({
      [INPUT]: String(value),
      [`${INPUT}.ghi_chu`]: 'Sửa khi đo tốc độ',
      [`${INPUT}.da_thay`]: seen,
      [`${INPUT}.lan_sua`]: String(revision),
    });
    seen = `given:${value}`;
    revision += 1;
    return {
      path,
      method: 'POST',
      headers: { ...headers, accept: 'application/json', 'content-type': 'application/json' },
      body,
    };
  };
}
