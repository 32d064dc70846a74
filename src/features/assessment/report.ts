import {
  type IssuingUnit,
  type OfficialDocument,
  provinceInSentence,
  type ReportForm,
  selfAssessmentDocument,
  usualReportForm,
} from '../../documents/index.ts';
import { type Scope, sqlBuilder } from '../../platform/database/index.ts';
import type { Cycle } from './queries.ts';
import type { ScoredCycle } from './scored-cycle.ts';

/** The unit as official papers name it. */
export const issuingUnit = ({ unit }: Pick<Cycle, 'unit'>): Omit<IssuingUnit, 'place'> => ({
  unitName: unit.fullName,
  unitType: unit.type === 'ward' || unit.type === 'special_zone' ? unit.type : 'commune',
  provinceName: provinceInSentence(unit.provinceName),
});

/** The unit's own setting, or what holds without one. */
export async function findDocumentSetting(scope: Scope, cycle: Pick<Cycle, 'unit'>): Promise<ReportForm> {
  const row = await scope.first(
    sqlBuilder
      .selectFrom('document_setting')
      .select(['place', 'addressees', 'signature_lines as signatureLines', 'signer', 'recipients'])
      .where('unit_id', '=', cycle.unit.id),
  );
  return row ?? usualReportForm(issuingUnit(cycle));
}

/** The official report of a cycle, as a block model for page, DOCX and PDF alike. */
export function reportOf(
  { cycle, standard, assessment }: ScoredCycle,
  setting: ReportForm,
): OfficialDocument {
  return selfAssessmentDocument({
    standard,
    assessment,
    figures: cycle.figures,
    previous: cycle.previous,
    year: cycle.year,
    unit: { ...issuingUnit(cycle), place: setting.place },
    ownerNames: Object.fromEntries(
      cycle.criteria.map(({ number, organisationName }) => [number, organisationName]),
    ),
    signature: { lines: setting.signatureLines, name: setting.signer },
    addressees: setting.addressees,
    recipients: setting.recipients,
    fictional: cycle.unit.fictional,
  });
}
