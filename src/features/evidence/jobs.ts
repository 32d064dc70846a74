import { z } from 'zod';
import { type Database, prepared, withScope } from '../../platform/database/index.ts';
import type { FileStore } from '../../platform/file-store/index.ts';
import { type DailyJob, enqueue, type JobContext, type JobHandlers } from '../../platform/jobs/index.ts';
import type { VirusScanner } from '../../platform/virus-scan/index.ts';
import { READ_EVIDENCE, SCAN_EVIDENCE, TIDY_UPLOADS } from './job-names.ts';
import { readEvidenceFile } from './read-evidence-file.ts';
import { openUploadFolder, type UploadSettings } from './upload-folder.ts';

export interface EvidenceJobsSettings {
  readonly files: FileStore;
  readonly uploads: UploadSettings;
  /** Null where files are not scanned. */
  readonly scanner: VirusScanner | null;
}

const system = { kind: 'system', purpose: 'evidence' } as const;
const payload = z.object({ unit: z.uuid(), file: z.uuid() });

/** Days after which an upload is removed that nobody went on with. */
const UPLOADS_KEPT_DAYS = 7;
const DAY = 24 * 60 * 60 * 1000;

interface FileToLookAt {
  readonly id: string;
  readonly evidenceId: string;
  readonly sha256: string;
  readonly name: string;
  readonly mediaType: string;
  readonly addedBy: string;
  readonly scan: string;
  readonly revision: number;
}

const fileToLookAt = prepared<FileToLookAt>(
  'evidence_file_to_look_at',
  `select f.id, f.evidence_id as "evidenceId", s.sha256, s.name, s.media_type as "mediaType", f.added_by as "addedBy", f.scan,
          f.revision
     from evidence_file f
     join stored_file s on s.unit_id = f.unit_id and s.id = f.file_id
    where f.unit_id = $1 and f.id = $2`,
);
const recordScan = prepared(
  'record_scan_of_evidence',
  `with scanned as (
     update evidence_file set scan = $3, scanned_at = $4,
            reading = case when $3 = 'infected' then 'unreadable' else reading end
      where unit_id = $1 and id = $2
     returning unit_id, evidence_id, added_by)
   insert into evidence_event (unit_id, id, evidence_id, kind, detail, person_id, happened_at)
   select unit_id, gen_random_uuid(), evidence_id, 'found_infected', $5, added_by, $4 from scanned where $3 = 'infected'`,
);
const recordReading = prepared(
  'record_reading_of_evidence',
  'update evidence_file set reading = $3, pages = $4, content = $5 where unit_id = $1 and id = $2',
);
const recordWords = prepared(
  'record_words_of_evidence',
  'update evidence set content_key = $3 where unit_id = $1 and id = $2 and revision = $4',
);
const uploadsLeft = prepared<{ id: string }>(
  'uploads_left',
  'delete from upload where ended_at is null and started_at < $1 returning id',
);
const scansWaiting = prepared<{ unit: string; file: string }>(
  'scans_waiting',
  `select unit_id as unit, id as file from evidence_file where scan = 'waiting' order by id limit 1000`,
);

const findFile = (database: Database, { unit, file }: z.output<typeof payload>) =>
  withScope(database, system, async (scope) => (await scope.run(fileToLookAt, [unit, file]))[0], {
    readOnly: true,
  });

/** What happens to files after they were added: scanned, read, and what never came whole removed. */
export function evidenceJobs({ files, uploads, scanner }: EvidenceJobsSettings): {
  readonly handlers: JobHandlers;
  readonly schedule: readonly DailyJob[];
} {
  async function scan(work: unknown, { database, clock }: JobContext): Promise<void> {
    const which = payload.parse(work);
    const file = await findFile(database, which);
    if (file === undefined || file.scan !== 'waiting') return;
    // Where the scanner was switched off meanwhile, nothing says of the file that it is clean.
    const result = scanner === null ? null : await scanner.scan(await files.open(file.sha256));
    const state = result === null ? 'not_scanned' : result.clean ? 'clean' : 'infected';
    await withScope(database, system, async (scope) => {
      const found = result === null || result.clean ? null : result.found;
      await scope.run(recordScan, [which.unit, which.file, state, clock.now(), found]);
      if (state !== 'infected') enqueue(scope, READ_EVIDENCE, which);
    });
  }

  async function read(work: unknown, { database }: JobContext): Promise<void> {
    const which = payload.parse(work);
    const file = await findFile(database, which);
    if (file === undefined || file.scan === 'infected') return;
    const { reading, pages, text, words } = await readEvidenceFile(await files.read(file.sha256), file);
    await withScope(database, system, async (scope) => {
      await scope.run(recordReading, [
        which.unit,
        which.file,
        reading,
        pages,
        text?.replaceAll('\0', '') ?? null,
      ]);
      // The evidence is found by the file that counts now; a newer one may have come while this one was read.
      await scope.run(recordWords, [which.unit, file.evidenceId, words, file.revision]);
    });
  }

  async function tidy(_work: unknown, { database, clock, log }: JobContext): Promise<void> {
    const before = new Date(clock.now().getTime() - UPLOADS_KEPT_DAYS * DAY);
    const folder = openUploadFolder(uploads);
    const { left, waiting } = await withScope(database, system, async (scope) => {
      const left = await scope.run(uploadsLeft, [before]);
      const waiting = await scope.run(scansWaiting, []);
      for (const which of waiting)
        enqueue(scope, SCAN_EVIDENCE, which, { key: `${SCAN_EVIDENCE} ${which.file}` });
      return { left, waiting };
    });
    for (const { id } of left) await folder.remove(id);
    log.info({ removed: left.length, waiting: waiting.length }, 'evidence.tidied');
  }

  return {
    handlers: { [SCAN_EVIDENCE]: scan, [READ_EVIDENCE]: read, [TIDY_UPLOADS]: tidy },
    schedule: [{ job: TIDY_UPLOADS, at: '02:30' }],
  };
}
