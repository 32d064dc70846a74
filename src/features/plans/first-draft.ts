import { placeOfUnit, provinceInSentence } from '../../documents/index.ts';
import { organisationKindsInForce, organisationName } from '../../domain/organisation/index.ts';
import { type BlankPlanInput, STANDING_BODY } from '../../domain/plan/index.ts';
import type { Standard } from '../../domain/scoring/index.ts';
import { type Organisation, organisationCatalogue } from '../people/index.ts';
import type { UnitAtWork } from '../territory/index.ts';

const NOUNS: Readonly<Record<string, string>> = { ward: 'phường', special_zone: 'đặc khu' };

/** What a first draft is written for: the unit with its organisations of the year, the criteria and their usual owners. */
export function draftInput(
  unit: UnitAtWork,
  year: number,
  {
    subject,
    organisations,
    standard,
    registry,
    newId,
  }: Pick<BlankPlanInput, 'subject' | 'registry' | 'newId'> & {
    readonly organisations: readonly Organisation[];
    readonly standard: Standard;
  },
): Omit<BlankPlanInput, 'superiors'> {
  const lastDay = `${year}-12-31`;
  return {
    unit: {
      name: unit.fullName,
      inSentence: unit.fullName.charAt(0).toLocaleLowerCase('vi') + unit.fullName.slice(1),
      noun: NOUNS[unit.type] ?? 'xã',
      place: placeOfUnit(unit.fullName, false),
    },
    year,
    subject,
    organisations: organisations.some(({ kind }) => kind === STANDING_BODY)
      ? organisations
      : organisationsOfEra(unit, lastDay),
    criteria: standard.criteria.map(({ number, defaultOwner }) => ({ number, owner: defaultOwner })),
    registry,
    // Until 2025 communes reported to the labour office of their district, since then to the department of health.
    superiorBody:
      organisationName(organisationCatalogue(), 'district_labour_office', 'district', lastDay) ??
      `Sở Y tế ${provinceInSentence(unit.provinceName)}`,
    newId,
  };
}

/** Those that such a unit had on a day, for a year that lies before the unit's own records. */
function organisationsOfEra({ type }: UnitAtWork, day: string): BlankPlanInput['organisations'] {
  const catalogue = organisationCatalogue();
  return organisationKindsInForce(catalogue, 'commune', day).flatMap(({ code }) => {
    const name = organisationName(catalogue, code, type, day);
    return name === null ? [] : [{ kind: code, name }];
  });
}
