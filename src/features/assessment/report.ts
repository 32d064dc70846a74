import { type OfficialDocument, selfAssessmentDocument } from '../../documents/index.ts';
import { type Scope, sqlBuilder } from '../../platform/database/index.ts';
import type { Cycle } from './queries.ts';
import type { ScoredCycle } from './scored-cycle.ts';

/** How a unit's documents are addressed and signed. */
export interface DocumentSetting {
  /** Printed before the date; the unit's own name, or its full name where it is named after a person or an event. */
  readonly place: string;
  readonly addressees: readonly string[];
  readonly signatureLines: readonly string[];
  readonly signer: string | null;
  readonly recipients: readonly string[];
}

const lowerFirst = (name: string): string => name.charAt(0).toLocaleLowerCase('vi') + name.slice(1);

/** What holds until the unit says otherwise: signed by the vice-chairman, as in the plans of 2026. */
export function defaultSetting(cycle: Pick<Cycle, 'unit'>): DocumentSetting {
  const kind = {
    ward: 'phường',
    commune: 'xã',
    special_zone: 'đặc khu',
    province: 'tỉnh',
    city: 'thành phố',
  }[cycle.unit.type];
  return {
    place: cycle.unit.name,
    addressees: [`Sở Y tế ${lowerFirst(cycle.unit.provinceName)}`],
    signatureLines: ['TM. ỦY BAN NHÂN DÂN', 'KT. CHỦ TỊCH', 'PHÓ CHỦ TỊCH'],
    signer: null,
    recipients: [
      'Như trên',
      `Thường trực Đảng ủy, Thường trực HĐND ${kind}`,
      `Chủ tịch, các Phó Chủ tịch UBND ${kind}`,
      'Các cơ quan, đơn vị liên quan',
      'Lưu: VT, VHXH',
    ],
  };
}

/** The unit's own setting, or what holds without one. */
export async function findDocumentSetting(
  scope: Scope,
  cycle: Pick<Cycle, 'unit'>,
): Promise<DocumentSetting> {
  const row = await scope.first(
    sqlBuilder
      .selectFrom('document_setting')
      .select(['place', 'addressees', 'signature_lines as signatureLines', 'signer', 'recipients'])
      .where('unit_id', '=', cycle.unit.id),
  );
  return row ?? defaultSetting(cycle);
}

/** The official report of a cycle, as a block model for page, DOCX and PDF alike. */
export function reportOf(
  { cycle, standard, assessment }: ScoredCycle,
  setting: DocumentSetting,
): OfficialDocument {
  const { unit } = cycle;
  return selfAssessmentDocument({
    standard,
    assessment,
    figures: cycle.figures,
    previous: cycle.previous,
    year: cycle.year,
    unit: {
      unitName: unit.fullName,
      unitType: unit.type === 'ward' || unit.type === 'special_zone' ? unit.type : 'commune',
      place: setting.place,
      provinceName: lowerFirst(unit.provinceName),
    },
    ownerNames: Object.fromEntries(
      cycle.criteria.map(({ number, organisationName }) => [number, organisationName]),
    ),
    signature: { lines: setting.signatureLines, name: setting.signer },
    addressees: setting.addressees,
    recipients: setting.recipients,
    fictional: unit.fictional,
  });
}
