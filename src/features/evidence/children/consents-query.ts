import type { ChildConsent, FileAtTheDoor } from '../../../domain/evidence/index.ts';
import { prepared, type Scope } from '../../../platform/database/index.ts';
import type { Evidence } from '../queries/evidence.ts';

export interface RecordedConsent extends ChildConsent {
  readonly id: string;
  /** The signed paper. */
  readonly paperFileId: string | null;
}

const consentsOfEvidence = prepared<RecordedConsent>(
  'consents_of_evidence',
  `select id, child_mark as mark, seven_or_older as "sevenOrOlder", guardian_agreed_on as "guardianAgreedOn",
          child_agreed_on as "childAgreedOn", withdrawn_on as "withdrawnOn",
          paper_file_id as "paperFileId"
     from evidence_consent where unit_id = $1 and evidence_id = $2 and revision = $3
    order by recorded_at, id limit 500`,
);

/** The consents for the children in the file that counts; those for an earlier file say nothing of it. */
export const listConsents = (scope: Scope, { unitId, id, revision }: Evidence): Promise<RecordedConsent[]> =>
  scope.run(consentsOfEvidence, [unitId, id, revision]);

/** The file that counts, as the rules of leaving and publishing see it. */
export function fileAtTheDoor(evidence: Evidence): FileAtTheDoor {
  const file = evidence.files[0]!;
  return {
    confidentiality: evidence.confidentiality,
    showsChildren: evidence.showsChildren,
    hasRedactedCopy: file.hasRedactedCopy,
    scan: file.scan,
    withdrawn: evidence.withdrawn,
  };
}
