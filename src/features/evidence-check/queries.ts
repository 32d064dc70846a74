import type { EvidenceToCheck } from '../../domain/evidence/index.ts';
import { type OrganisationId, prepared, type Scope, type UnitId } from '../../platform/database/index.ts';

/** An evidence that is used for indicators of a year, with what of its latest file is judged. */
export interface UsedEvidence extends Omit<EvidenceToCheck, 'figures' | 'file'> {
  readonly organisationId: OrganisationId;
  readonly revision: number;
  readonly file:
    | (NonNullable<EvidenceToCheck['file']> & {
        readonly id: string;
        readonly pages: number | null;
        readonly hasText: boolean;
      })
    | null;
  /** Codes of the indicators that it is used for. */
  readonly indicators: readonly string[];
}

// By their keys, whatever the database thinks of the sizes of tables just filled.
const usedEvidence = prepared<UsedEvidence>(
  'evidence_to_check',
  `select e.id, e.organisation_id as "organisationId", e.revision, e.title, e.document_type as "documentType", e.number,
          e.symbol, e.issued_on as "issuedOn", e.extract, e.proves_from as "provesFrom", e.proves_until as "provesUntil",
          e.speaks_of as "speaksOf", e.confidentiality, e.expires_on as "expiresOn", e.shows_children as "showsChildren",
          e.withdrawn_at is not null as withdrawn, used.indicators,
          case when f.id is null then null else json_build_object('id', f.id, 'reading', f.reading, 'scan', f.scan,
            'pages', f.pages, 'hasRedactedCopy', f.redacted_file_id is not null, 'hasText', f.content is not null) end as file
     from (select evidence_id, array_agg(indicator order by indicator) as indicators
             from evidence_use
            where unit_id = $1 and year = $2 and indicator is not null and ($3::smallint is null or criterion = $3)
            group by evidence_id) used
     join lateral (select * from evidence where unit_id = $1 and id = used.evidence_id limit 1) e on true
     left join lateral (select * from evidence_file
                         where unit_id = $1 and evidence_id = e.id and revision = e.revision limit 1) f on true
    order by e.issued_on, e.id
    limit 5000`,
);

/** All evidence of a year, or of one criterion of it, with what was withdrawn: the check says so. */
export function findUsedEvidence(
  scope: Scope,
  unit: UnitId,
  year: number,
  criterion: number | null,
): Promise<UsedEvidence[]> {
  return scope.run(usedEvidence, [unit, year, criterion]);
}

/** Of a longer text the figures are looked for in the beginning. */
const LONGEST_TEXT = 300_000;

const textsOfFiles = prepared<{ readonly id: string; readonly content: string }>(
  'evidence_texts',
  `select id, left(content, ${LONGEST_TEXT}) as content from evidence_file
    where unit_id = $1 and id = any($2::uuid[]) and content is not null`,
);

/** The texts of files, as many as are known. */
export function findTexts(
  scope: Scope,
  unit: UnitId,
  files: readonly string[],
): Promise<{ readonly id: string; readonly content: string }[]> {
  return scope.run(textsOfFiles, [unit, files]);
}
