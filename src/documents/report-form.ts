import { type IssuingUnit, placeOfUnit, typeNoun } from './unit-names.ts';

/** How a unit's reports are addressed and signed. */
export interface ReportForm {
  /** Printed before the date; see `placeOfUnit`. */
  readonly place: string;
  readonly addressees: readonly string[];
  readonly signatureLines: readonly string[];
  readonly signer: string | null;
  readonly recipients: readonly string[];
}

/**
 * The form that holds until the unit says otherwise: to the province's health department, which answers for work for
 * children since March 2025, signed by the vice-chairman for the chairman, as in the wards' plans of 2026.
 */
export function usualReportForm(unit: Omit<IssuingUnit, 'place'>): ReportForm {
  const noun = typeNoun(unit.unitType);
  return {
    place: placeOfUnit(unit.unitName, false),
    addressees: [`Sở Y tế ${unit.provinceName}`],
    signatureLines: ['TM. ỦY BAN NHÂN DÂN', 'KT. CHỦ TỊCH', 'PHÓ CHỦ TỊCH'],
    signer: null,
    recipients: [
      'Như trên',
      `Thường trực Đảng ủy, Thường trực HĐND ${noun}`,
      `Chủ tịch, các Phó Chủ tịch UBND ${noun}`,
      'Các cơ quan, đơn vị liên quan',
      'Lưu: VT, VHXH',
    ],
  };
}
