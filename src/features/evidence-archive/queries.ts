import type { EvidenceInUse } from '../../domain/evidence/index.ts';
import { prepared, type Scope, type UnitId } from '../../platform/database/index.ts';
import type { ArchiveChoice } from './paths.ts';

const content = (file: string) =>
  `case when ${file}.id is null then null
        else json_build_object('sha256', ${file}.sha256, 'size', ${file}.size, 'mediaType', ${file}.media_type) end`;

// One after the other by their keys, whatever the database thinks of the sizes: of tables just filled it knows nothing, and
// once tried all files with all evidence.
const evidenceInUse = prepared<EvidenceInUse>(
  'evidence_to_archive',
  `select u.year, u.criterion, u.indicator, e.id as "evidenceId", e.title, e.number, e.symbol, e.issued_on as "issuedOn",
          e.extract, e.confidentiality, e.shows_children as "showsChildren", e.withdrawn_at is not null as withdrawn,
          coalesce(f.scan, 'not_scanned') as scan, f.pages, f.added_at as "addedAt",
          ${content('o')} as file, ${content('r')} as redacted
     from evidence_use u
     join lateral (select * from evidence where unit_id = $1 and id = u.evidence_id limit 1) e on e.withdrawn_at is null
     left join lateral (select * from evidence_file
                         where unit_id = $1 and evidence_id = e.id and revision = e.revision limit 1) f on true
     left join lateral (select * from stored_file where unit_id = $1 and id = f.file_id limit 1) o on true
     left join lateral (select * from stored_file where unit_id = $1 and id = f.redacted_file_id limit 1) r on true
    where u.unit_id = $1 and u.year between $2 and $3 and u.indicator is not null
      and (cardinality($4::smallint[]) = 0 or u.criterion = any($4))
    order by u.year, u.criterion, u.indicator, e.issued_on, e.id
    limit 20000`,
);

/** Every use of an evidence for an indicator in the years and criteria chosen, in the order of the index; what was withdrawn is evidence no more. */
export function findEvidenceInUse(
  scope: Scope,
  unit: UnitId,
  { first, last, criteria }: ArchiveChoice,
): Promise<EvidenceInUse[]> {
  return scope.run(evidenceInUse, [unit, first, last, criteria]);
}
