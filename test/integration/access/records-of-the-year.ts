import { createHash } from 'node:crypto';
import { searchKey } from '../../../src/domain/text/index.ts';
import type { FileStore } from '../../../src/platform/file-store/index.ts';
import type { TestDatabase } from '../../support/test-database.ts';
import { addCollection } from './collection-of-the-year.ts';
import { addEvidence } from './evidence-of-the-year.ts';
import { addLog } from './log-of-the-year.ts';
import { addPlans } from './plans-of-the-year.ts';
import { addTasks } from './tasks-of-the-year.ts';
import type { PlaceOfTests } from './world.ts';
import { MADE_AT as at, openYearWriter, YEAR_OF_RECORDS as year } from './year-writer.ts';

/** The secret of the colleague's calendar: known to the test, and to the database as a hash only. */
export const feedSecret = (unitCode: string): string => unitCode.padEnd(43, '_');

/** Everything that the year of a unit can hold, once in every state that a route asks for. */
export async function givenRecordsOfTheYear(
  database: TestDatabase['database'],
  files: FileStore,
  place: PlaceOfTests,
) {
  const writer = openYearWriter(files, place);
  const { add, keep, mark, person } = writer;
  const { unit } = place;
  const plans = await addPlans(writer);
  const work = await addTasks(writer);
  const log = await addLog(writer, work.tasks.station.id);
  const library = await addEvidence(writer, work.tasks.station.id);

  const dayOff = '2026-08-20';
  add('holiday_change', {
    day: dayOff,
    kind: 'off',
    name: `Ngày hội ${mark}`,
    changed_by: person,
    changed_at: at,
  });
  add('calendar_feed', {
    person_id: person,
    token_hash: createHash('sha256').update(feedSecret(unit.code)).digest(),
    created_at: at,
    revoked_at: null,
  });

  const signed = await keep('cam-ket');
  const addPlace = (kind: 'village' | 'school', name: string, until: string | null = null) =>
    add('place', {
      kind,
      type: kind === 'village' ? 'thôn' : 'trường mầm non',
      name: `${name} ${mark}`,
      search_key: searchKey(`${name} ${mark}`),
      valid_from: '2025-07-01',
      valid_until: until,
    });
  const village = addPlace('village', 'Làng');
  const places = {
    other: addPlace('village', 'Bên Kia'),
    ended: addPlace('village', 'Xưa', '2026-01-10'),
    school: addPlace('school', 'Hoa'),
  };
  const collected = addCollection(writer, village);
  add('commitment', {
    year,
    place_id: village,
    signed_on: '2026-02-10',
    signed_by: `Trưởng thôn ${mark}`,
    criteria: [1, 2],
    file_id: signed,
    recorded_by: person,
    recorded_at: at,
  });
  const document = add('legal_document', {
    document_type: 'Quyết định',
    number: '77/QĐ-UBND',
    issued_on: '2026-01-15',
    issuer: `Ủy ban nhân dân phường ${mark}`,
    title: `Văn bản ${mark}`,
    in_force_from: null,
    in_force_until: null,
    replaced_by: null,
    search_key: searchKey(`77/QĐ-UBND Văn bản ${mark}`),
    added_by: person,
    added_at: at,
  });

  await writer.insertInto(database);
  return { ...plans, ...work, ...log, ...library, ...collected, dayOff, village, places, document };
}

export type RecordsOfTheYear = Awaited<ReturnType<typeof givenRecordsOfTheYear>>;
