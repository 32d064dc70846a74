import type { Insertable } from 'kysely';
import {
  newId,
  type OrganisationId,
  type PersonId,
  sqlBuilder,
  type Tables,
  withScope,
} from '../../../src/platform/database/index.ts';
import type { FileStore } from '../../../src/platform/file-store/index.ts';
import type { TestDatabase } from '../../support/test-database.ts';
import type { PlaceOfTests } from './world.ts';

export type Row<Table extends keyof Tables> = Insertable<Tables[Table]>;

/** The year of all records, and when they were made. */
export const YEAR_OF_RECORDS = 2026;
export const MADE_AT = new Date('2026-02-05T02:00:00Z');

/** Parents before children, as the rows are inserted. */
const ORDER = [
  'stored_file',
  'legal_document',
  'plan_reading',
  'plan',
  'plan_version',
  'target',
  'target_value',
  'task',
  'task_partner',
  'task_target',
  'task_occurrence',
  'task_event',
  'task_file',
  'difficulty',
  'work_check',
  'reminder',
  'holiday_change',
  'calendar_feed',
  'place',
  'activity',
  'activity_link',
  'activity_file',
  'attendance',
  'petition',
  'contribution',
  'fund_use',
  'commitment',
  'evidence',
  'evidence_file',
  'evidence_use',
  'evidence_event',
  'evidence_consent',
  'upload',
  'collection_round',
  'collection_sheet',
  'cell_operation',
] as const satisfies readonly (keyof Tables)[];
type YearTable = (typeof ORDER)[number];

/** What writes the records of a unit. */
export interface YearWriter {
  /** Notes a row down. @returns its id */
  add<Table extends YearTable>(table: Table, row: Omit<Row<Table>, 'unit_id' | 'id'>): string;
  /** Keeps a file with the mark in it, or a PDF. @returns the id of its row */
  keep(name: string, pdf?: Uint8Array): Promise<string>;
  /** Stands in every text, so that a page which tells too much shows it. */
  readonly mark: string;
  /** Who made the records: the colleague at the health station. */
  readonly person: PersonId;
  readonly station: OrganisationId;
  readonly police: OrganisationId;
  readonly front: OrganisationId;
}

/** Notes rows of a unit down, and inserts them in as few statements as there are tables. */
export function openYearWriter(
  files: FileStore,
  { unit, mark, organisations, colleague }: PlaceOfTests,
): YearWriter & { insertInto(database: TestDatabase['database']): Promise<void> } {
  const rows = new Map<YearTable, object[]>(ORDER.map((table) => [table, []]));
  const add: YearWriter['add'] = (table, row) => {
    const id = newId<string>();
    rows.get(table)!.push({ unit_id: unit.id, id, ...row });
    return id;
  };
  return {
    add,
    async keep(name, pdf) {
      const stored = await files.put(pdf ?? new TextEncoder().encode(`${name} ${mark}`));
      return add('stored_file', {
        ...stored,
        media_type: pdf === undefined ? 'text/plain; charset=utf-8' : 'application/pdf',
        name: `${name}.${pdf === undefined ? 'txt' : 'pdf'}`,
        stored_by: colleague.personId,
        stored_at: MADE_AT,
      });
    },
    mark,
    person: colleague.personId,
    station: organisations.get('health_station')!,
    police: organisations.get('police')!,
    front: organisations.get('fatherland_front')!,
    insertInto: (database) =>
      withScope(database, { kind: 'system', purpose: 'test' }, async (scope) => {
        for (const [table, some] of rows)
          if (some.length > 0) await scope.rows(sqlBuilder.insertInto(table).values(some as never));
      }),
  };
}
