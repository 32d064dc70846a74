import { searchKey } from '../../src/domain/text/index.ts';
import {
  type Database,
  newId,
  type Scope,
  sqlBuilder,
  withScope,
} from '../../src/platform/database/index.ts';
import type { FileStore } from '../../src/platform/file-store/index.ts';
import type { Ward } from './ward.ts';

/** An evidence as a test needs it; the rest is that of a sound report of 2026. */
export interface GivenEvidence {
  readonly title?: string;
  readonly documentType?: string | null;
  readonly number?: string | null;
  readonly symbol?: string | null;
  readonly issuedOn?: string | null;
  readonly provesFrom?: string | null;
  readonly provesUntil?: string | null;
  readonly speaksOf?: string | null;
  readonly confidentiality?: 'public' | 'internal' | 'restricted';
  readonly showsChildren?: boolean;
  readonly withdrawn?: boolean;
  readonly keptBy?: string;
  /** What it is used for: `2026 7.1`. */
  readonly uses?: readonly string[];
  readonly bytes?: Uint8Array | null;
  readonly mediaType?: string;
  /** What is noted as the size of the file, where it is not that of the bytes. */
  readonly recordedSize?: number;
  /** The text of the file. */
  readonly content?: string | null;
  readonly reading?: 'waiting' | 'read' | 'none' | 'unreadable';
  readonly scan?: 'not_scanned' | 'waiting' | 'clean' | 'infected';
  readonly redacted?: Uint8Array | null;
}

const system = { kind: 'system', purpose: 'test' } as const;
const at = new Date('2026-10-02T03:00:00Z');

/** Puts an evidence with its file and uses straight into the tables, and its contents into the store. Gives its id. */
export async function givenEvidence(
  database: Database,
  files: FileStore,
  ward: Ward,
  over: GivenEvidence = {},
): Promise<string> {
  const id = newId<string>();
  const title = over.title ?? 'Báo cáo tiêm chủng mở rộng';
  const addedBy = ward.people.culture_society.personId;
  await withScope(database, system, async (scope) => {
    await scope.rows(
      sqlBuilder.insertInto('evidence').values({
        unit_id: ward.unitId,
        id,
        organisation_id: ward.organisationIds.get(over.keptBy ?? 'health_station')!,
        title,
        document_type: over.documentType === undefined ? 'Báo cáo' : over.documentType,
        number: over.number === undefined ? '41' : over.number,
        symbol: over.symbol === undefined ? 'BC-TYT' : over.symbol,
        issued_on: over.issuedOn === undefined ? '2026-10-02' : over.issuedOn,
        issuer: 'Trạm Y tế',
        proves_from: over.provesFrom ?? null,
        proves_until: over.provesUntil ?? null,
        speaks_of: over.speaksOf === undefined ? '2026-09-30' : over.speaksOf,
        confidentiality: over.confidentiality ?? 'internal',
        shows_children: over.showsChildren ?? false,
        search_key: searchKey(title),
        withdrawn_at: over.withdrawn ? at : null,
        added_by: addedBy,
        added_at: at,
        changed_at: at,
      }),
    );
    const bytes = over.bytes === undefined ? Buffer.from(`%PDF-1.4 ${id}`) : over.bytes;
    if (bytes !== null) {
      const mediaType = over.mediaType ?? 'application/pdf';
      await scope.rows(
        sqlBuilder.insertInto('evidence_file').values({
          unit_id: ward.unitId,
          id: newId<string>(),
          evidence_id: id,
          revision: 1,
          file_id: await storedFile(scope, files, ward, bytes, mediaType, over.recordedSize),
          redacted_file_id: over.redacted
            ? await storedFile(scope, files, ward, over.redacted, 'image/png')
            : null,
          pages: 3,
          reading: over.reading ?? 'read',
          content: over.content ?? null,
          scan: over.scan ?? 'clean',
          added_by: addedBy,
          added_at: at,
        }),
      );
    }
    for (const use of over.uses ?? ['2026 7.1']) {
      const [year, indicator] = use.split(' ') as [string, string];
      await scope.rows(
        sqlBuilder.insertInto('evidence_use').values({
          unit_id: ward.unitId,
          id: newId<string>(),
          evidence_id: id,
          year: Number(year),
          criterion: Number.parseInt(indicator, 10),
          indicator,
          task_id: null,
          added_by: addedBy,
          added_at: at,
        }),
      );
    }
  });
  return id;
}

async function storedFile(
  scope: Scope,
  files: FileStore,
  ward: Ward,
  bytes: Uint8Array,
  mediaType: string,
  recordedSize?: number,
): Promise<string> {
  const id = newId<string>();
  const { sha256, size } = await files.put(bytes);
  await scope.rows(
    sqlBuilder.insertInto('stored_file').values({
      unit_id: ward.unitId,
      id,
      sha256,
      size: recordedSize ?? size,
      media_type: mediaType,
      name: 'tep',
      stored_by: ward.people.culture_society.personId,
      stored_at: at,
    }),
  );
  return id;
}
