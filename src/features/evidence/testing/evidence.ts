import type { Ward } from '../../../../test/support/ward.ts';
import {
  newId,
  type OrganisationId,
  type PersonActor,
  type PersonId,
  type UnitId,
} from '../../../platform/database/index.ts';
import type { EvidenceContent } from '../schema.ts';

/** What is said of an evidence of the tests. */
export const contentOf = (over: Partial<EvidenceContent> = {}): EvidenceContent => ({
  title: 'Báo cáo tiêm chủng',
  documentType: 'Báo cáo',
  number: '41',
  symbol: 'BC-TYT',
  issuedOn: '2026-10-02',
  issuer: 'Trạm Y tế',
  extract: null,
  provesFrom: '2026-01-01',
  provesUntil: '2026-09-30',
  speaksOf: '2026-09-30',
  confidentiality: 'internal',
  expiresOn: null,
  showsChildren: false,
  ...over,
});

/** Bytes that are known as PDF, and differ by their text. */
export const pdf = (text: string): Uint8Array => new TextEncoder().encode(`%PDF-1.4\n% ${text}\n`);

/** So many words of 60 letters, all different and without tones. */
export const longWords = (count: number, letter = 'a'): string[] =>
  Array.from({ length: count }, (_, at) => String(at).padStart(6, '0') + letter.repeat(54));

/** The appraiser of the province of a ward. */
export const appraiserOf = (ward: Ward): PersonActor => ({
  kind: 'person',
  personId: newId<PersonId>(),
  userId: newId<string>(),
  name: 'Người thử thẩm định',
  mustChangePassword: false,
  unit: {
    id: newId<UnitId>(),
    code: '99',
    level: 'province',
    type: 'province',
    fullName: 'Tỉnh Thử',
    provinceCode: '99',
    fictional: false,
  },
  memberships: [
    {
      organisationId: newId<OrganisationId>(),
      organisationKind: 'department',
      organisationName: 'Sở Thử',
      role: 'appraiser',
    },
  ],
  territory: [ward.unitId],
});
