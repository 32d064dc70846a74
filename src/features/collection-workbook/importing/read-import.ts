import { itemLabel, itemsOfLevel, ROUND_LEVELS } from '../../../domain/collection/index.ts';
import {
  type PersonActor,
  type PersonId,
  type UnitId,
  withReadScope,
  withScope,
} from '../../../platform/database/index.ts';
import { keepFile } from '../../files/index.ts';
import { actorOfPerson } from '../../people/index.ts';
import { writeFaults } from '../faults/write-faults.ts';
import type { ImportSummary, Matching, WorkbookImport } from '../model.ts';
import { PART_KINDS } from '../model.ts';
import { changeImport, dropParts, findImport } from '../queries/imports.ts';
import { FileRefused } from '../reading/fault.ts';
import { type OpenedFile, openFile } from '../reading/open-file.ts';
import { HIDDEN_PAGE, type OwnColumns, readHiddenPage, readOwnColumns } from '../reading/own-form.ts';
import { readHead } from '../reading/read-rows.ts';
import { headingKeysOf } from '../rules/match-columns.ts';
import type { ImportContext } from './context.ts';
import { isClear, readForeignPage, rolesOf, tablesToMatch } from './foreign-page.ts';
import { ImportGone, Intake } from './intake.ts';
import { OwnPages } from './own-pages.ts';
import { type RoundToFill, roundToFill } from './round-to-fill.ts';

/** Which import of which unit, and of whom: what a job is given. */
export interface ImportPlace {
  readonly unit: UnitId;
  readonly id: string;
  readonly person: PersonId;
}

interface Reading {
  readonly own: boolean;
  readonly rounds: readonly RoundToFill[];
  readonly unknownColumns: readonly string[];
  readonly rowsWithoutPlace: number;
}

/** The labels of all that is collected, in every standard: by them the row of headings is known. */
const knownHeadings = ({ standards }: ImportContext): ReadonlySet<string> =>
  new Set(
    standards.standards.flatMap((standard) =>
      ROUND_LEVELS.flatMap((level) => itemsOfLevel(standard, level).flatMap(headingKeysOf)),
    ),
  );

async function ownPagesOf(
  file: OpenedFile,
): Promise<{ readonly index: number; readonly columns: OwnColumns; readonly row: number }[]> {
  const pages: { index: number; columns: OwnColumns; row: number }[] = [];
  for (const [index, sheet] of file.sheets.entries()) {
    if (sheet.name === HIDDEN_PAGE) continue;
    for (const row of await readHead(sheet)) {
      const columns = readOwnColumns(row);
      if (columns === null) continue;
      pages.push({ index, columns, row: row.number });
      break;
    }
  }
  return pages;
}

/** Reads a workbook of the program itself; null where it is none. */
async function readOwn(intake: Intake, file: OpenedFile): Promise<Reading | null> {
  const found = await ownPagesOf(file);
  if (found.length === 0) return null;
  const pages = new OwnPages(intake, await readHiddenPage(file.sheets));
  for (const { index, columns, row } of found) await pages.read(file.sheets[index]!, columns, row);
  return {
    own: true,
    rounds: [...pages.rounds.values()],
    unknownColumns: [...pages.unknownColumns],
    rowsWithoutPlace: 0,
  };
}

/** Reads a foreign workbook by what was decided of it; what has to be asked first, where that is so. */
async function readForeign(
  intake: Intake,
  file: OpenedFile,
  { matching, roundId }: WorkbookImport,
): Promise<Reading | Matching> {
  const { context, actor, unit } = intake;
  const roundOf = (id: string | null) =>
    id === null
      ? null
      : withReadScope(context.database, actor, (scope) =>
          roundToFill(scope, context.standards, actor, unit, id),
        );
  let decided = matching;
  const round = await roundOf(decided?.chosen?.round ?? roundId);
  if (decided === null || decided.chosen === null) {
    const tables = await tablesToMatch(intake, file, round, knownHeadings(context));
    if (tables.length === 0) throw new FileRefused('no_table');
    const [only] = tables;
    if (round === null || tables.length > 1 || !isClear(only!)) return { tables, chosen: null };
    decided = { tables, chosen: { table: 0, round: round.round.id, roles: rolesOf(only!) } };
  }
  const { chosen, tables } = decided;
  if (round === null || chosen === null) return { tables, chosen: null };
  return { own: false, rounds: [round], ...(await readForeignPage(intake, file, { tables, chosen }, round)) };
}

const summaryOf = (intake: Intake, reading: Reading): ImportSummary => ({
  own: reading.own,
  rounds: reading.rounds.map(({ round }) => ({ id: round.id, title: round.title })),
  rows: intake.rows,
  cells: intake.cells,
  counts: intake.parts.counts,
  unknownColumns: reading.unknownColumns.slice(0, 50),
  rowsWithoutPlace: reading.rowsWithoutPlace,
  findings: intake.findings,
  findingCount: intake.findingCount,
  stored: null,
});

/** Reads the file of an import and keeps what it would change. Called again it begins anew. */
async function read(
  context: ImportContext,
  actor: PersonActor,
  unit: UnitId,
  job: WorkbookImport,
): Promise<void> {
  const bytes = await context.files.read(job.sha256);
  await withScope(context.database, actor, async (scope) => dropParts(scope, unit, job.id, PART_KINDS));
  const intake = new Intake(context, actor, unit, job.id);
  const file = await openFile(bytes);
  const reading = (await readOwn(intake, file)) ?? (await readForeign(intake, file, job));
  if ('tables' in reading) {
    await withScope(context.database, actor, (scope) =>
      changeImport(
        scope,
        unit,
        job.id,
        ['reading'],
        { state: 'matching', matching: reading },
        context.clock.now(),
      ),
    );
    return;
  }
  await intake.end();
  const faults =
    intake.faults.length === 0
      ? null
      : await writeFaults(bytes, file, {
          faults: intake.faults,
          headingRows: intake.headingRows,
          labelOf: (key) => labelIn(reading.rounds, key),
        });
  const at = context.clock.now();
  await withScope(context.database, actor, async (scope) => {
    const kept =
      faults === null
        ? null
        : await keepFile(
            scope,
            context.files,
            actor,
            unit,
            { name: `Lỗi - ${job.fileName}`, bytes: faults },
            at,
          );
    const change = {
      state: 'seen',
      total: intake.cells,
      summary: summaryOf(intake, reading),
      faults_file_id: kept?.id ?? null,
    } as const;
    await changeImport(scope, unit, job.id, ['reading'], change, at);
  });
}

function labelIn(rounds: readonly RoundToFill[], key: string | null): string {
  for (const { items } of rounds) {
    const item = key === null ? undefined : items.get(key);
    if (item !== undefined) return itemLabel(item, 'vi');
  }
  return '';
}

/**
 * The job behind an import: reads the workbook piece by piece, holds it against what is stored, and leaves what would
 * change to be looked at.
 */
export async function readImport(context: ImportContext, { unit, id, person }: ImportPlace): Promise<void> {
  const actor = await actorOfPerson(context.database, unit, person);
  if (actor === null) return;
  const job = await withReadScope(context.database, actor, (scope) => findImport(scope, unit, id));
  if (job?.state !== 'reading') return;
  try {
    await read(context, actor, unit, job);
  } catch (error) {
    if (error instanceof ImportGone) return;
    if (!(error instanceof FileRefused)) throw error;
    const at = context.clock.now();
    await withScope(context.database, actor, (scope) =>
      changeImport(scope, unit, id, ['reading'], { state: 'failed', failure: error.fault, ended_at: at }, at),
    );
  }
}
