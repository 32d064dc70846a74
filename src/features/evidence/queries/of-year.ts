import { type OrganisationId, prepared, type Scope, type UnitId } from '../../../platform/database/index.ts';
import type { EvidenceContent } from '../schema.ts';
import { contentColumns, type EvidenceFile } from './evidence.ts';

/** An evidence that stands behind indicators of a year, with the file that counts. */
export interface EvidenceOfYear extends EvidenceContent {
  readonly id: string;
  readonly organisationId: OrganisationId;
  readonly revision: number;
  readonly file: Pick<
    EvidenceFile,
    | 'id'
    | 'fileId'
    | 'redactedFileId'
    | 'name'
    | 'mediaType'
    | 'size'
    | 'sha256'
    | 'pages'
    | 'reading'
    | 'scan'
    | 'addedAt'
  >;
  /** The indicators of the year, in their order. */
  readonly indicators: readonly { readonly criterion: number; readonly indicator: string }[];
}

const evidenceOfYearStatement = prepared<EvidenceOfYear>(
  'evidence_of_year',
  `select e.id, e.organisation_id as "organisationId", e.revision, ${contentColumns},
          json_build_object('id', f.id, 'fileId', f.file_id, 'redactedFileId', f.redacted_file_id, 'name', s.name,
                            'mediaType', s.media_type, 'size', s.size, 'sha256', s.sha256, 'pages', f.pages,
                            'reading', f.reading, 'scan', f.scan, 'addedAt', f.added_at) as file,
          used.indicators
     from (select evidence_id, min(criterion) as first_criterion, min(indicator) as first_indicator,
                  json_agg(json_build_object('criterion', criterion, 'indicator', indicator)
                           order by criterion, indicator) as indicators
             from evidence_use
            where unit_id = $1 and year = $2 and indicator is not null and ($3::smallint is null or criterion = $3)
            group by evidence_id) used
     join evidence e on e.unit_id = $1 and e.id = used.evidence_id and e.withdrawn_at is null
     join evidence_file f on f.unit_id = e.unit_id and f.evidence_id = e.id and f.revision = e.revision
     join stored_file s on s.unit_id = f.unit_id and s.id = f.file_id
    order by used.first_criterion, used.first_indicator, e.issued_on, e.id
    limit 10000`,
);

/**
 * The evidence behind the indicators of a year, or of one criterion of it, without what was withdrawn. Who may know of
 * which of them, and open its file, the caller asks `maySeeEvidence` and `copyFor`.
 */
export function evidenceOfYear(
  scope: Scope,
  unit: UnitId,
  year: number,
  { criterion }: { readonly criterion?: number } = {},
): Promise<EvidenceOfYear[]> {
  return scope.run(evidenceOfYearStatement, [unit, year, criterion ?? null]);
}

/** The evidence of a year as its policy sees it. */
export const recordOfYear = (unitId: UnitId, evidence: EvidenceOfYear) => ({
  ...evidence,
  unitId,
  withdrawn: false,
  usedForIndicator: true,
});
