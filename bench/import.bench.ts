import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { itemOf, type StoredCell } from '../src/domain/collection/index.ts';
import { given } from '../src/domain/scoring/index.ts';
import { findRound } from '../src/features/collection/index.ts';
import { confirmImport } from '../src/features/collection-workbook/commands/go-on-with-import.ts';
import { startImport } from '../src/features/collection-workbook/commands/start-import.ts';
import type { ImportContext } from '../src/features/collection-workbook/importing/context.ts';
import { readImport } from '../src/features/collection-workbook/importing/read-import.ts';
import { storeImport } from '../src/features/collection-workbook/importing/store-import.ts';
import { findImport } from '../src/features/collection-workbook/queries/imports.ts';
import { openFile } from '../src/features/collection-workbook/reading/open-file.ts';
import type { PageOfTemplate } from '../src/features/collection-workbook/template/content.ts';
import { writeTemplate } from '../src/features/collection-workbook/template/write-template.ts';
import { systemClock } from '../src/platform/clock.ts';
import {
  type Database,
  migrate,
  openDatabase,
  type PersonActor,
  withReadScope,
} from '../src/platform/database/index.ts';
import { startEmbeddedDatabase } from '../src/platform/embedded-database/index.ts';
import { openFileStore } from '../src/platform/file-store/index.ts';
import { installJobs } from '../src/platform/jobs/index.ts';
import { projectFolder } from '../src/platform/project-folder.ts';
import { givenPlaces, givenRound } from '../test/support/collection.ts';
import { givenWard, testStandards } from '../test/support/ward.ts';
import type { Report } from './support/report.ts';

/** Two rounds of so many villages: a hundred thousand cells. */
const PLACES = 2_175;
const PERIODS = ['2026-H1', '2026-H2'];
const MAKE = '--make';
const MEASURE = '--measure';
/**
 * What the measured process is told to keep within, in MB, for the objects of JavaScript: where memory abounds, Node lets
 * what is thrown away lie for longer, and what is measured would be the machine.
 */
const HEAP_LIMIT = 144;
const RESULTS = 'results.json';
const LOOK_EVERY_MS = 20;

interface Made {
  readonly actor: PersonActor;
  readonly cells: number;
}

/**
 * A workbook of a hundred thousand filled cells, from the file to the database: read, held against what is stored, and
 * stored. It is made by a process of its own, whose memory is not counted.
 */
export async function run(report: Report): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'mang-non-bench-'));
  // The database has an account of its own where root runs the bench.
  chmodSync(folder, 0o711);
  const server = await startEmbeddedDatabase({ folder: join(folder, 'database') });
  try {
    await migrate(server.connectionString, join(projectFolder, 'migrations'));
    await installJobs(server.connectionString);
    inOwnProcess([], MAKE, server.connectionString, folder);
    inOwnProcess([`--max-old-space-size=${HEAP_LIMIT}`], MEASURE, server.connectionString, folder);
    for (const line of JSON.parse(readFileSync(join(folder, RESULTS), 'utf8'))) report(line);
  } finally {
    await server.stop();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** @throws Error when it does not end well */
function inOwnProcess(flags: readonly string[], ...parameters: readonly string[]): void {
  const all = [...flags, fileURLToPath(import.meta.url), ...parameters];
  const { status } = spawnSync(process.execPath, all, { stdio: 'inherit' });
  if (status !== 0) throw new Error(`The process for ${parameters[0]} ended with ${status}.`);
}

async function measure(database: Database, folder: string): Promise<void> {
  const results: Parameters<Report>[0][] = [];
  const report: Report = (line) => void results.push(line);
  const { actor, cells }: Made = JSON.parse(readFileSync(join(folder, 'made.json'), 'utf8'));
  const context: ImportContext = {
    database,
    clock: systemClock,
    standards: await testStandards(),
    files: openFileStore(join(folder, 'files')),
  };
  const bytes = new Uint8Array(readFileSync(join(folder, 'mau.xlsx')));
  const unit = actor.unit.id;
  const before = process.memoryUsage.rss();
  let peak = before;
  let longestWait = 0;
  let looked = performance.now();
  const watching = setInterval(() => {
    const now = performance.now();
    longestWait = Math.max(longestWait, now - looked - LOOK_EVERY_MS);
    looked = now;
    peak = Math.max(peak, process.memoryUsage.rss());
  }, LOOK_EVERY_MS);
  const seconds = async (work: () => Promise<unknown>) => {
    const begin = performance.now();
    await work();
    return (performance.now() - begin) / 1000;
  };

  const id = await startImport(context, actor, actor.unit.code, { name: 'mau.xlsx', bytes }, null);
  const place = { unit, id, person: actor.personId };
  const preview = await seconds(() => readImport(context, place));
  const peakOfReading = peak;
  const seen = await withReadScope(database, actor, (scope) => findImport(scope, unit, id));
  if (seen?.summary?.counts.new !== cells)
    throw new Error(`Of ${cells} cells ${seen?.summary?.counts.new} are new.`);
  await confirmImport(context, actor, { unitCode: actor.unit.code, id });
  const storing = await seconds(() => storeImport(context, place));
  const stored = await withReadScope(database, actor, (scope) => findImport(scope, unit, id));
  if (stored?.summary?.stored?.saved !== cells) throw new Error('Not everything was stored.');
  await wait(LOOK_EVERY_MS * 2);
  clearInterval(watching);
  // By itself and last: the program does not read a workbook once more only to know how long that takes.
  const reading = await seconds(async () => {
    for (const sheet of (await openFile(bytes)).sheets) await sheet.read(() => {});
  });

  const total = preview + storing;
  report({ name: 'size of the workbook', value: bytes.length / 1e6, unit: 'MB' });
  report({ name: 'cells', value: cells, unit: '' });
  report({ name: 'reading alone', value: reading, unit: 's' });
  report({ name: 'reading, checking and preview', value: preview, unit: 's' });
  report({ name: 'storing', value: storing, unit: 's' });
  report({ name: 'read, checked and stored', value: total, unit: 's', aim: { atMost: 20 } });
  report({ name: 'cells a second', value: cells / total, unit: '' });
  report({ name: 'peak memory of the process', value: peak / 1e6, unit: 'MB', aim: { atMost: 300 } });
  report({ name: 'the same, until the preview', value: peakOfReading / 1e6, unit: 'MB' });
  report({ name: 'of which the import', value: (peak - before) / 1e6, unit: 'MB' });
  report({ name: 'longest that a request waited for its turn', value: longestWait, unit: 'ms' });
  writeFileSync(join(folder, RESULTS), JSON.stringify(results));
}

/** Makes the unit, its rounds and the filled workbook. */
async function make(database: Database, folder: string): Promise<void> {
  const ward = await givenWard(database);
  const places = await givenPlaces(database, ward, PLACES);
  const actor = ward.people.culture_society;
  const standards = await testStandards();
  const pages: PageOfTemplate[] = [];
  for (const period of PERIODS) {
    const { id, sheets } = await givenRound(database, ward, places, { period });
    const round = (await withReadScope(database, actor, (scope) => findRound(scope, ward.unitId, id)))!;
    const { standard } = standards.get(round.standardId, round.standardVersion)!;
    pages.push({
      round,
      items: round.items.map((key) => itemOf(standard, key)!),
      rows: places.map(({ type, name }, index) => ({
        id: sheets[index]!,
        placeType: type,
        placeName: name,
        asked: null,
        isOpen: true,
      })),
    });
  }
  const items = pages[0]!.items;
  // Of revision 0: the workbook says that the cells were empty when it was taken, and somebody has filled them in.
  const figureOf = (index: number): StoredCell => {
    const isYesNo = items[index]!.collection.asked === 'yes_no';
    return { figure: given(isYesNo ? index % 2 === 0 : 1_000 - index), comment: null, revision: 0 };
  };
  const filled = new Map(items.map(({ key }, index) => [key, figureOf(index)]));
  const bytes = await writeTemplate({
    unitName: actor.unit.fullName,
    provinceName: 'Tỉnh Thử',
    pages,
    figuresOf: async (sheets) => new Map(sheets.map((sheet) => [sheet, filled])),
  });
  writeFileSync(join(folder, 'mau.xlsx'), bytes);
  const made: Made = { actor, cells: PLACES * PERIODS.length * items.length };
  writeFileSync(join(folder, 'made.json'), JSON.stringify(made));
}

const [, , mode, connectionString, folder] = process.argv;
if (mode === MAKE || mode === MEASURE) {
  const database = openDatabase(connectionString!);
  try {
    await (mode === MAKE ? make : measure)(database, folder!);
  } finally {
    await database.close();
  }
}
