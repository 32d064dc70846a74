import {
  type OrganisationId,
  type PersonActor,
  type PersonId,
  prepared,
  type Scope,
  type UnitId,
} from '../../../platform/database/index.ts';
import { notFound } from '../../../platform/http/index.ts';
import { type EvidenceFileRecord, type EvidenceRecord, maySeeEvidence } from '../policy.ts';
import type { EvidenceContent } from '../schema.ts';

/** A file that an evidence has had; the one of the highest revision counts. */
export interface EvidenceFile extends EvidenceFileRecord {
  readonly id: string;
  readonly fileId: string;
  readonly redactedFileId: string | null;
  readonly name: string;
  readonly mediaType: string;
  /** Bytes. */
  readonly size: number;
  readonly sha256: string;
  readonly pages: number | null;
  readonly reading: 'waiting' | 'read' | 'none' | 'unreadable';
  readonly note: string | null;
  readonly addedByName: string;
  /** ISO 8601. */
  readonly addedAt: string;
}

/** One use: of an indicator or of a task. */
export interface UseOfEvidence {
  readonly id: string;
  readonly year: number;
  readonly criterion: number | null;
  readonly indicator: string | null;
  readonly taskId: string | null;
  readonly taskText: string | null;
  readonly addedBy: PersonId;
}

export interface EventOfEvidence {
  readonly kind: string;
  readonly detail: string | null;
  readonly person: string;
  /** ISO 8601. */
  readonly happenedAt: string;
}

export interface Evidence extends EvidenceRecord, EvidenceContent {
  readonly id: string;
  readonly organisationName: string;
  readonly publishedAt: string | null;
  /** From the newest to the first; at least one. */
  readonly files: readonly EvidenceFile[];
  readonly uses: readonly UseOfEvidence[];
  /** The newest first, at most 200. */
  readonly events: readonly EventOfEvidence[];
}

/** The fields of an evidence `e`, under the names that the program has for them. */
export const contentColumns = `e.title, e.document_type as "documentType", e.number, e.symbol, e.issued_on as "issuedOn",
       e.issuer, e.extract, e.proves_from as "provesFrom", e.proves_until as "provesUntil", e.speaks_of as "speaksOf",
       e.confidentiality, e.expires_on as "expiresOn", e.shows_children as "showsChildren"`;

const evidenceById = prepared<Evidence>(
  'evidence_by_id',
  `select e.id, e.unit_id as "unitId", e.organisation_id as "organisationId", o.name as "organisationName", e.revision,
          e.withdrawn_at is not null as withdrawn, to_json(e.published_at)#>>'{}' as "publishedAt", ${contentColumns},
          exists (select from evidence_use u
                   where u.unit_id = e.unit_id and u.evidence_id = e.id and u.indicator is not null) as "usedForIndicator",
          (select json_agg(json_build_object(
                    'id', f.id, 'revision', f.revision, 'fileId', f.file_id, 'redactedFileId', f.redacted_file_id,
                    'hasRedactedCopy', f.redacted_file_id is not null, 'name', s.name, 'mediaType', s.media_type,
                    'size', s.size, 'sha256', s.sha256, 'pages', f.pages, 'reading', f.reading, 'scan', f.scan,
                    'note', f.note, 'addedBy', f.added_by, 'addedByName', p.name, 'addedAt', f.added_at)
                  order by f.revision desc)
             from evidence_file f
             join stored_file s on s.unit_id = f.unit_id and s.id = f.file_id
             join person p on p.unit_id = f.unit_id and p.id = f.added_by
            where f.unit_id = e.unit_id and f.evidence_id = e.id) as files,
          (select coalesce(json_agg(json_build_object(
                    'id', u.id, 'year', u.year, 'criterion', u.criterion, 'indicator', u.indicator, 'taskId', u.task_id,
                    'taskText', t.text, 'addedBy', u.added_by)
                  order by u.year desc, u.criterion, u.indicator, u.id), '[]')
             from evidence_use u
             left join task t on t.unit_id = u.unit_id and t.id = u.task_id
            where u.unit_id = e.unit_id and u.evidence_id = e.id) as uses,
          (select coalesce(json_agg(json_build_object(
                    'kind', v.kind, 'detail', v.detail, 'person', p.name, 'happenedAt', v.happened_at)
                  order by v.id desc), '[]')
             from (select * from evidence_event where unit_id = e.unit_id and evidence_id = e.id
                    order by id desc limit 200) v
             join person p on p.unit_id = v.unit_id and p.id = v.person_id) as events
     from evidence e
     join organisation o on o.unit_id = e.unit_id and o.id = e.organisation_id
    where e.unit_id = $1 and e.id = $2`,
);

/**
 * An evidence of the unit with its files, uses and history, for who may see it.
 * @throws RequestError 404 where there is none, or none for this person
 */
export async function findEvidence(
  scope: Scope,
  actor: PersonActor,
  unit: UnitId,
  id: string,
): Promise<Evidence> {
  const [evidence] = await scope.run(evidenceById, [unit, id]);
  if (evidence === undefined || !maySeeEvidence(actor, evidence)) throw notFound();
  return evidence;
}

/** The file of a revision. @throws RequestError 404 where it has none */
export function fileOfRevision({ files }: Evidence, revision: number): EvidenceFile {
  const file = files.find((one) => one.revision === revision);
  if (file === undefined) throw notFound();
  return file;
}

const sameContent = prepared<{
  readonly id: string;
  readonly title: string;
  readonly organisationId: OrganisationId;
  readonly confidentiality: Evidence['confidentiality'];
  readonly withdrawn: boolean;
}>(
  'evidence_of_same_content',
  `select distinct e.id, e.title, e.organisation_id as "organisationId", e.confidentiality,
          e.withdrawn_at is not null as withdrawn
     from stored_file s
     join evidence_file f on f.unit_id = s.unit_id and f.file_id = s.id
     join evidence e on e.unit_id = f.unit_id and e.id = f.evidence_id
    where s.unit_id = $1 and s.sha256 = $2
    limit 20`,
);

/** The evidence that this very content is in the library as, of what the person may know of. */
export async function evidenceOfSameContent(
  scope: Scope,
  actor: PersonActor,
  unitId: UnitId,
  sha256: string,
): Promise<{ readonly id: string; readonly title: string }[]> {
  const found = await scope.run(sameContent, [unitId, sha256]);
  return found.filter((one) =>
    maySeeEvidence(actor, {
      ...one,
      unitId,
      showsChildren: false,
      usedForIndicator: false,
      revision: 1,
    }),
  );
}
