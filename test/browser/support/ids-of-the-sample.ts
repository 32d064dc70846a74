import pg from 'pg';

/** What the paths of the sample name in braces. */
export type IdsOfTheSample = Readonly<Record<string, string>>;

/** Each gives one id of the main ward in `id`; the tenant is in `$1`. */
const LOOK_UPS: Readonly<Record<string, string>> = {
  issued: `select id from plan where unit_id = $1 and year = 2026 and standing = 'own' and state = 'issued'`,
  draft: `select id from plan where unit_id = $1 and year = 2026 and state = 'draft'`,
  superior: `select id from plan where unit_id = $1 and year = 2026 and standing = 'superior'`,
  sectionOfDraft: `select s->>'id' as id from plan, jsonb_array_elements(content->'sections') s
    where unit_id = $1 and state = 'draft' and s->>'role' = 'assignments'`,
  reading: `select id from plan_reading where unit_id = $1`,
  sectionOfReading: `select s->>'id' as id from plan_reading, jsonb_array_elements(content->'sections') s
    where unit_id = $1 and s->>'role' = 'assignments'`,
  late: `select t.id from task t join task_occurrence o on o.unit_id = t.unit_id and o.task_id = t.id
    where t.unit_id = $1 and o.state = 'waiting' and o.due_date < '2026-10-21' and t.text like '%ao, hồ%' and t.year = 2026`,
  returned: `select task_id as id from task_occurrence where unit_id = $1 and state = 'returned'`,
  reported: `select t.id from task t join task_occurrence o on o.unit_id = t.unit_id and o.task_id = t.id
    where t.unit_id = $1 and o.state = 'reported' and t.text like '%bếp ăn%'`,
  split: `select parent_id as id from task where unit_id = $1 and parent_id is not null`,
  onEvent: `select id from task where unit_id = $1 and year = 2026 and recurrence = 'on_event'`,
  request: `select id from task where unit_id = $1 and year = 2026 and form = 'request' and plan_id is null`,
  ofVillages: `select t.id from task t join organisation o on o.unit_id = t.unit_id and o.id = t.lead_id
    where t.unit_id = $1 and t.year = 2026 and o.kind = 'villages' and t.plan_id is null`,
  target: `select target_id as id from target_value where unit_id = $1 and period like '2026%'`,
  measuredTarget: `select id from target where unit_id = $1 and measured_by = 'indicator'`,
  forum: `select id from activity where unit_id = $1 and year = 2026 and kind = 'forum'`,
  training: `select id from activity where unit_id = $1 and year = 2026 and kind = 'training'`,
  petition: `select id from petition where unit_id = $1 and answer is null and due_date < '2026-10-21'`,
  contribution: `select id from contribution where unit_id = $1 and to_fund`,
  use: `select id from fund_use where unit_id = $1`,
  village: `select place_id as id from commitment where unit_id = $1 and file_id is not null`,
  villageWithout: `select id from place n where unit_id = $1 and kind = 'village' and valid_until is null and not exists (
    select from commitment c where c.unit_id = n.unit_id and c.place_id = n.id)`,
  round: `select id from collection_round where unit_id = $1 and level = 'village'`,
  strikingSheet: `select s.id from collection_sheet s join place p on p.unit_id = s.unit_id and p.id = s.place_id
    where s.unit_id = $1 and p.name = 'Mẫu 8'`,
  returnedSheet: `select id from collection_sheet where unit_id = $1 and state = 'returned'`,
  paper: `select id from evidence where unit_id = $1 and document_type = 'Báo cáo' and confidentiality = 'internal'`,
  picture: `select id from evidence where unit_id = $1 and shows_children`,
  legalDocument: `select id from legal_document where unit_id = $1`,
};

/** @throws Error naming what the sample lacks */
export async function idsOfTheSample(connectionString: string): Promise<IdsOfTheSample> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    await client.query(`select set_config('mang_non.everywhere', 'on', false)`);
    const unit = await client.query(`select unit_id from unit where code = '05983'`);
    const ids: Record<string, string> = {};
    for (const [name, lookUp] of Object.entries(LOOK_UPS)) {
      const { rows } = await client.query(`${lookUp} order by 1 limit 1`, [unit.rows[0].unit_id]);
      if (rows[0] === undefined) throw new Error(`The sample has no ${name}.`);
      ids[name] = rows[0].id;
    }
    return ids;
  } finally {
    await client.end();
  }
}

/** A path with ids in the places of their names. */
export const pathWithIds = (path: string, ids: IdsOfTheSample): string =>
  path.replace(/\{(\w+)\}/g, (_, name: string) => ids[name] ?? '');
