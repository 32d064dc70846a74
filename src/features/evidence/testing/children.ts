import { createCanvas } from '@napi-rs/canvas';
import { type Acting, actingAs } from '../../../../test/support/acting.ts';
import { testAssets } from '../../../../test/support/application.ts';
import { memoryFileStore } from '../../../../test/support/memory-file-store.ts';
import { createTestDatabase } from '../../../../test/support/test-database.ts';
import { testUploads } from '../../../../test/support/test-uploads.ts';
import { givenWard, testStandards, type Ward } from '../../../../test/support/ward.ts';
import { type PersonActor, sqlBuilder, withReadScope } from '../../../platform/database/index.ts';
import { blackOut } from '../../../platform/pictures/index.ts';
import { listConsents, type RecordedConsent } from '../children/consents-query.ts';
import { publishEvidence, recordConsent } from '../children/publish.ts';
import { type Ground, keepRedactedCopy } from '../children/redact.ts';
import type { NewConsent } from '../children/schema.ts';
import { addEvidence } from '../commands/add-evidence.ts';
import type { SeenEvidence } from '../commands/context.ts';
import { type Evidence, findEvidence } from '../queries/evidence.ts';
import type { EvidenceDependencies } from '../routes/common.tsx';
import { evidenceRoutes } from '../routes.tsx';
import type { EvidenceContent } from '../schema.ts';
import { contentOf, pdf } from './evidence.ts';

/** What the guardian of a child younger than seven has agreed to. */
export const guardian: NewConsent = {
  mark: 'trẻ thứ nhất',
  sevenOrOlder: false,
  guardianAgreedOn: '2026-05-02',
  childAgreedOn: null,
};

/** What is said of an evidence that shows children and may be published. */
export const describedAs = (over: Partial<EvidenceContent> = {}): EvidenceContent =>
  contentOf({ confidentiality: 'public', showsChildren: true, ...over });

/** The first copy of a file is drawn on the original. */
export const FROM_ORIGINAL: Ground = { copyId: null, anew: false };

/** A picture of a ward's children. @param width tells it from others */
export const pictureOf = async (width = 40) => ({
  name: 'sinh-hoat.png',
  bytes: new Uint8Array(await createCanvas(width, 30).encode('png')),
});

/** A ward with a library, on a database of its own. The health station keeps what its tests are about. */
export interface TestLibrary {
  readonly context: EvidenceDependencies;
  readonly ward: Ward;
  readonly station: PersonActor;
  /** Of an evidence whose first file was on the screen. */
  place(id: string): SeenEvidence;
  as(actor: PersonActor): Acting;
  find(id: string): Promise<{ readonly evidence: Evidence; readonly consents: readonly RecordedConsent[] }>;
  /** What happened to an evidence, the newest first. */
  kinds(id: string): Promise<readonly string[]>;
  /** What the audit has of a deed, the oldest first: who and which fields. */
  audited(deed: string): Promise<readonly { readonly id: string; readonly fields: unknown }[]>;
  /** An evidence that shows no children, by its title. */
  givenEvidence(title: string): Promise<string>;
  /** A picture of children with its blacked-out copy. */
  givenPicture(over?: Partial<EvidenceContent>): Promise<string>;
  /** Blacks out a corner of the picture that is the file of a revision. */
  givenRedactedCopy(id: string, revision: number, picture: { readonly bytes: Uint8Array }): Promise<void>;
  /** The same with a consent, published as its copy. */
  givenPublished(): Promise<string>;
  drop(): Promise<void>;
}

export async function openTestLibrary(code: string): Promise<TestLibrary> {
  const { database, drop } = await createTestDatabase();
  const context: EvidenceDependencies = {
    database,
    clock: { now: () => new Date('2026-10-15T03:00:00Z') },
    files: memoryFileStore(),
    scanner: null,
    assets: testAssets,
    standards: await testStandards(),
    uploads: testUploads(),
  };
  const ward = await givenWard(database, { code, name: `Trẻ Em ${code}` });
  const station = ward.people.health_station;
  const routes = evidenceRoutes(context);
  const place = (id: string) => ({ unitCode: ward.code, id, seenRevision: 1 });
  const find: TestLibrary['find'] = (id) =>
    withReadScope(database, station, async (scope) => {
      const evidence = await findEvidence(scope, station, ward.unitId, id);
      return { evidence, consents: await listConsents(scope, evidence) };
    });
  const givenRedactedCopy: TestLibrary['givenRedactedCopy'] = async (id, revision, { bytes }) => {
    const areas = [{ left: 0, top: 0, width: 0.5, height: 0.5 }];
    await keepRedactedCopy(
      context,
      station,
      place(id),
      revision,
      await blackOut(bytes, areas),
      FROM_ORIGINAL,
    );
  };
  const givenPicture: TestLibrary['givenPicture'] = async (over = {}) => {
    const picture = await pictureOf();
    const id = await addEvidence(context, station, ward.code, describedAs(over), picture);
    await givenRedactedCopy(id, 1, picture);
    return id;
  };
  return {
    context,
    ward,
    station,
    place,
    as: (actor) => actingAs(routes, actor),
    find,
    kinds: async (id) => (await find(id)).evidence.events.map(({ kind }) => kind),
    audited: (deed) =>
      withReadScope(database, { kind: 'system', purpose: 'test' }, (scope) =>
        scope.rows(
          sqlBuilder
            .selectFrom('audit_entry')
            .where('unit_id', '=', ward.unitId)
            .where('deed', '=', deed)
            .orderBy('sequence')
            .select(['object_id as id', 'fields']),
        ),
      ),
    givenEvidence: (title) =>
      addEvidence(context, station, ward.code, contentOf({ title }), { name: 'a.pdf', bytes: pdf(title) }),
    givenPicture,
    givenRedactedCopy,
    async givenPublished() {
      const id = await givenPicture();
      await recordConsent(context, station, place(id), guardian);
      await publishEvidence(context, station, place(id));
      return id;
    },
    drop,
  };
}
