import {
  newId,
  type PersonId,
  prepared,
  type Scope,
  sqlBuilder,
  type UnitId,
} from '../../../platform/database/index.ts';
import type { CellOfImport, FaultOfImport, PartKind, WorkbookImport } from '../model.ts';

const COLUMNS = `i.id, i.state, i.file_id as "fileId", f.name as "fileName", f.sha256, i.round_id as "roundId", i.done, i.total,
          i.progressed_at as "progressedAt", i.matching, i.summary, i.faults_file_id as "faultsFileId", i.failure,
          i.started_by as "startedBy", i.started_at as "startedAt", i.ended_at as "endedAt", i.revision`;

const importById = prepared<WorkbookImport>(
  'workbook_import_by_id',
  `select ${COLUMNS} from workbook_import i join stored_file f on f.unit_id = i.unit_id and f.id = i.file_id
    where i.unit_id = $1 and i.id = $2`,
);

/** An import of a unit. Whoever asks sees to it that it is the person's own. */
export async function findImport(
  scope: Scope,
  unit: UnitId,
  id: string,
): Promise<WorkbookImport | undefined> {
  return (await scope.run(importById, [unit, id]))[0];
}

export type ListedImport = Pick<
  WorkbookImport,
  'id' | 'state' | 'fileName' | 'startedAt' | 'summary' | 'done' | 'total'
>;

export const IMPORTS_OF_A_PAGE = 20;

const importsOfPerson = prepared<ListedImport & { readonly all: number }>(
  'workbook_imports_of_person',
  `select i.id, i.state, f.name as "fileName", i.started_at as "startedAt", i.summary, i.done, i.total,
          count(*) over ()::int as all
     from workbook_import i join stored_file f on f.unit_id = i.unit_id and f.id = i.file_id
    where i.unit_id = $1 and i.started_by = $2
    order by i.started_at desc, i.id
   offset $3 limit ${IMPORTS_OF_A_PAGE}`,
);

/** What a person has brought in, latest first, a page at a time. */
export async function listImports(
  scope: Scope,
  unit: UnitId,
  person: PersonId,
  page: number,
): Promise<{ readonly imports: readonly ListedImport[]; readonly all: number }> {
  const imports = await scope.run(importsOfPerson, [unit, person, (page - 1) * IMPORTS_OF_A_PAGE]);
  return { imports, all: imports[0]?.all ?? 0 };
}

/** What changes in an import; every change counts its revision up, and only from the states in which it can happen. */
export async function changeImport(
  scope: Scope,
  unit: UnitId,
  id: string,
  from: readonly WorkbookImport['state'][],
  change: {
    readonly state?: WorkbookImport['state'];
    readonly done?: number;
    readonly total?: number;
    readonly round_id?: string | null;
    readonly matching?: WorkbookImport['matching'];
    readonly summary?: WorkbookImport['summary'];
    readonly faults_file_id?: string | null;
    readonly failure?: WorkbookImport['failure'];
    readonly ended_at?: Date | null;
  },
  at: Date,
): Promise<boolean> {
  const { matching, summary, ...plain } = change;
  const changed = await scope.rows(
    sqlBuilder
      .updateTable('workbook_import')
      .set((one) => ({
        ...plain,
        ...(matching === undefined ? {} : { matching: JSON.stringify(matching) }),
        ...(summary === undefined ? {} : { summary: JSON.stringify(summary) }),
        progressed_at: at,
        revision: one('revision', '+', 1),
      }))
      .where('unit_id', '=', unit)
      .where('id', '=', id)
      .where('state', 'in', [...from])
      .returning('id'),
  );
  return changed.length > 0;
}

const insertPart = prepared<unknown>(
  'insert_workbook_import_part',
  `insert into workbook_import_part (unit_id, id, import_id, kind, number, cells) values ($1, $2, $3, $4, $5, $6)
   on conflict (unit_id, import_id, kind, number) do update set cells = excluded.cells`,
);

export function writePart(
  scope: Scope,
  unit: UnitId,
  importId: string,
  kind: PartKind,
  number: number,
  cells: readonly (CellOfImport | FaultOfImport)[],
): void {
  scope.send(insertPart, [unit, newId(), importId, kind, number, JSON.stringify(cells)]);
}

const partByNumber = prepared<{ cells: readonly (CellOfImport | FaultOfImport)[] }>(
  'workbook_import_part',
  'select cells from workbook_import_part where unit_id = $1 and import_id = $2 and kind = $3 and number = $4',
);

/** The cells of a part, from part 0 on; null behind the last. */
export async function readPart<Kind extends PartKind>(
  scope: Scope,
  unit: UnitId,
  importId: string,
  kind: Kind,
  number: number,
): Promise<readonly (Kind extends 'fault' ? FaultOfImport : CellOfImport)[] | null> {
  const [row] = await scope.run(partByNumber, [unit, importId, kind, number]);
  return (row?.cells as readonly (Kind extends 'fault' ? FaultOfImport : CellOfImport)[] | undefined) ?? null;
}

const removeParts = prepared<unknown>(
  'remove_workbook_import_parts',
  'delete from workbook_import_part where unit_id = $1 and import_id = $2 and kind = any ($3)',
);

/** What was to be seen of an import goes with it. */
export function dropParts(scope: Scope, unit: UnitId, importId: string, kinds: readonly PartKind[]): void {
  scope.send(removeParts, [unit, importId, kinds]);
}
