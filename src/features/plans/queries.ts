import type { PlanContent, PlanReading } from '../../domain/plan/index.ts';
import {
  type ActorUnit,
  type OrganisationId,
  prepared,
  type Scope,
  sqlBuilder,
  type UnitId,
} from '../../platform/database/index.ts';
import type { UnitAtWork } from '../territory/index.ts';
import type { Origins } from './origins.ts';

export type PlanStanding = 'own' | 'superior';
export type PlanState = 'draft' | 'issued' | 'replaced';
export type PlanOrigin = 'read' | 'blank' | 'last_year' | 'superior' | 'amendment';

/** A file that belongs to a plan, as its page shows it. */
export interface PlanFile {
  readonly id: string;
  readonly name: string;
  readonly sha256: string;
  readonly size: number;
}

/** What the planning officer chose when putting a plan to work. */
export interface WorkChoices {
  readonly leads: Readonly<Record<string, OrganisationId>>;
  readonly together: readonly string[];
  readonly taken: readonly string[];
  readonly givesCriteria: boolean;
}

/** One plan of a unit, with all that its pages show. */
export interface Plan {
  readonly kind: 'plan';
  readonly id: string;
  readonly unit: UnitAtWork;
  readonly year: number;
  readonly standing: PlanStanding;
  readonly origin: PlanOrigin;
  readonly state: PlanState;
  readonly title: string;
  readonly content: PlanContent;
  readonly basedOn: { readonly id: string; readonly title: string } | null;
  /** The draft that is to replace it, or the plan that has. */
  readonly replacedBy: { readonly id: string; readonly state: PlanState } | null;
  readonly number: string | null;
  readonly issuedOn: string | null;
  readonly sourceFile: PlanFile | null;
  readonly hasSourceText: boolean;
  readonly docx: PlanFile | null;
  readonly pdf: PlanFile | null;
  readonly putToWorkAt: Date | null;
  readonly work: WorkChoices | null;
  readonly revision: number;
}

/** A paper that was read and is not yet confirmed. */
export interface Reading {
  readonly kind: 'reading';
  readonly id: string;
  readonly unit: UnitAtWork;
  readonly year: number;
  readonly standing: PlanStanding;
  readonly source: 'txt' | 'docx' | 'pdf' | 'pasted';
  readonly sourceFile: PlanFile | null;
  readonly sourceText: string;
  readonly reading: PlanReading;
  readonly content: PlanContent;
  readonly origins: Origins;
  readonly number: string | null;
  readonly issuedOn: string | null;
  readonly revision: number;
  readonly readAt: Date;
  readonly readBy: string;
}

interface UnitColumns {
  unit_id: UnitId;
  unit_code: string;
  unit_type: ActorUnit['type'];
  unit_name: string;
  unit_full_name: string;
  province_name: string;
  fictional: boolean;
}

const UNIT_COLUMNS = `u.unit_id, u.code as unit_code, u.type as unit_type, u.name as unit_name, u.full_name as unit_full_name,
  v.full_name as province_name, u.fictional`;
const OF_UNIT = `from unit u join province v on v.code = u.province_code`;
const fileOf = (column: string): string =>
  `(select json_build_object('id', f.id, 'name', f.name, 'sha256', f.sha256, 'size', f.size)
      from stored_file f where f.unit_id = p.unit_id and f.id = p.${column})`;

const unitOf = (row: UnitColumns): UnitAtWork => ({
  id: row.unit_id,
  code: row.unit_code,
  type: row.unit_type,
  name: row.unit_name,
  fullName: row.unit_full_name,
  provinceName: row.province_name,
  fictional: row.fictional,
});

type PlanRow = UnitColumns & Omit<Plan, 'kind' | 'unit'>;

const planSql = `select ${UNIT_COLUMNS}, p.id, p.year, p.standing, p.origin, p.state, p.title, p.content, p.number,
       p.issued_on as "issuedOn", p.source_text is not null as "hasSourceText", p.put_to_work_at as "putToWorkAt", p.work,
       p.revision, ${fileOf('source_file_id')} as "sourceFile", ${fileOf('docx_file_id')} as docx, ${fileOf('pdf_file_id')} as pdf,
       (select json_build_object('id', b.id, 'title', b.title) from plan b
         where b.unit_id = p.unit_id and b.id = p.based_on) as "basedOn",
       (select json_build_object('id', n.id, 'state', n.state) from plan n
         where n.unit_id = p.unit_id and n.year = p.year and n.based_on = p.id and n.origin = 'amendment'
         order by n.id desc limit 1) as "replacedBy"
  ${OF_UNIT} join plan p on p.unit_id = u.unit_id and p.id = $2
 where u.code = $1 and u.level = 'commune'`;

const planById = prepared<PlanRow>('plan_by_id', planSql);
/** Before it is read, so that what was made of the plan meanwhile (its amendment) is seen by who waited. */
const lockPlan = prepared(
  'lock_plan',
  'select p.id from plan p join unit u on u.unit_id = p.unit_id where u.code = $1 and p.id = $2 for no key update of p',
);

/** A plan of the unit; undefined where there is none that the actor may know of. */
export async function findPlan(
  scope: Scope,
  unitCode: string,
  id: string,
  { toChange = false } = {},
): Promise<Plan | undefined> {
  if (toChange) scope.send(lockPlan, [unitCode, id]);
  const [row] = await scope.run(planById, [unitCode, id]);
  if (row === undefined) return undefined;
  const { unit_id, unit_code, unit_type, unit_name, unit_full_name, province_name, fictional, ...plan } = row;
  return { kind: 'plan', unit: unitOf(row), ...plan };
}

type ReadingRow = UnitColumns & Omit<Reading, 'kind' | 'unit'>;

const readingSql = `select ${UNIT_COLUMNS}, p.id, p.year, p.standing, p.source, p.source_text as "sourceText", p.reading, p.content,
       p.origins, p.number, p.issued_on as "issuedOn", p.revision, p.read_at as "readAt",
       (select name from person where person.unit_id = p.unit_id and person.id = p.read_by) as "readBy",
       ${fileOf('file_id')} as "sourceFile"
  ${OF_UNIT} join plan_reading p on p.unit_id = u.unit_id and p.id = $2
 where u.code = $1 and u.level = 'commune'`;

const readingById = prepared<ReadingRow>('plan_reading_by_id', readingSql);
const readingToChange = prepared<ReadingRow>(
  'plan_reading_to_change',
  `${readingSql} for no key update of p`,
);

/** A reading of the unit; undefined where there is none that the actor may know of. */
export async function findReading(
  scope: Scope,
  unitCode: string,
  id: string,
  { toChange = false } = {},
): Promise<Reading | undefined> {
  const [row] = await scope.run(toChange ? readingToChange : readingById, [unitCode, id]);
  if (row === undefined) return undefined;
  const { unit_id, unit_code, unit_type, unit_name, unit_full_name, province_name, fictional, ...reading } =
    row;
  return { kind: 'reading', unit: unitOf(row), ...reading };
}

/** The text that a plan was read from. */
export async function findSourceText(scope: Scope, unit: UnitId, planId: string): Promise<string | null> {
  const row = await scope.first(
    sqlBuilder.selectFrom('plan').select('source_text').where('unit_id', '=', unit).where('id', '=', planId),
  );
  return row?.source_text ?? null;
}
