import { type Clock, today } from '../../platform/clock.ts';
import {
  type Database,
  prepared,
  type Scope,
  type UnitId,
  withScope,
} from '../../platform/database/index.ts';
import type { FileStore } from '../../platform/file-store/index.ts';
import { inWrongState } from '../../platform/http/index.ts';
import type { Identity } from '../../platform/identity/index.ts';
import { recordAudit } from '../audit/index.ts';
import type { StandardCatalogue } from '../standards/index.ts';
import { findListedUnitsOfProvince, findOccupancy, lockSetUp } from '../territory/index.ts';
import { demoContent } from './content.ts';
import { PROVINCE_CODE } from './plan.ts';
import type { DemoContent } from './rows.ts';
import { DEMO_PASSWORD, type DemoAccounts, demoAccounts } from './staff.ts';
import { addEvidenceFiles } from './year/evidence-files.ts';
import { addPapers } from './year/papers.ts';

export interface DemoDependencies {
  readonly database: Database;
  readonly identity: Identity;
  readonly clock: Clock;
  readonly standards: StandardCatalogue;
  readonly files: FileStore;
}

/** The standard by which the sample's figures are made. */
const STANDARD = 'qd-06-2019';

/**
 * Loads the sample: the province of Lạng Sơn with its 65 units and made-up figures of two years, of one ward all the work
 * of these years. Where it is loaded already, only its accounts are given.
 * @throws RequestError 409 where a real unit works: made-up and real figures are never mixed
 */
export async function loadDemo(dependencies: DemoDependencies): Promise<DemoAccounts> {
  const { database, identity, clock, standards, files } = dependencies;
  const standard = standards.latest(STANDARD);
  if (standard === null) throw new Error(`The sample needs the standard ${STANDARD}.`);
  const day = today(clock);
  const passwordHash = await identity.hashPassword(DEMO_PASSWORD);
  await withScope(database, { kind: 'system', purpose: 'demo' }, async (scope) => {
    await lockSetUp(scope);
    const occupancy = await findOccupancy(scope);
    if (occupancy === 'real')
      throw inWrongState(
        'demo.real-unit',
        'Đã có đơn vị thật nên không nạp dữ liệu mẫu. Hãy dùng một thư mục dữ liệu trống (MANG_NON_DATA) để xem thử.',
      );
    if (occupancy === 'sample') return;
    const units = await findListedUnitsOfProvince(scope, PROVINCE_CODE);
    const province = units[0]?.province;
    if (province === undefined) throw new Error(`The list has no unit of province ${PROVINCE_CODE}.`);
    const content = demoContent({ province, units, standard, day, passwordHash });
    await addPapers(content, files);
    await addEvidenceFiles(content, files);
    await insertContent(scope, content);
    const at = clock.now();
    for (const { unit_id } of content.unit)
      recordAudit(scope, unit_id as UnitId, at, {
        deed: 'loadDemo',
        object: { kind: 'unit', id: unit_id },
        fields: Object.keys(content),
      });
  });
  return demoAccounts(day);
}

/** One statement for each table: 20,000 rows take a second. A table without rows gets none. */
async function insertContent(scope: Scope, content: DemoContent): Promise<void> {
  for (const [table, rows] of Object.entries(content) as [string, readonly object[]][]) {
    if (rows.length === 0) continue;
    const columns = Object.keys(rows[0]!).map((name) => `"${name}"`);
    const name = table
      .split('.')
      .map((part) => `"${part}"`)
      .join('.');
    const insert = prepared(
      `demo ${table}`,
      `insert into ${name} (${columns}) select ${columns} from json_populate_recordset(null::${name}, $1)`,
    );
    await scope.run(insert, [JSON.stringify(rows)]);
  }
}
