import { placeOfUnit, provinceInSentence } from '../../documents/index.ts';
import type { BlankPlanInput } from '../../domain/plan/index.ts';
import type { Standard } from '../../domain/scoring/index.ts';
import type { Organisation } from '../people/index.ts';
import type { UnitAtWork } from '../territory/index.ts';

const NOUNS: Readonly<Record<string, string>> = { ward: 'phường', special_zone: 'đặc khu' };

/** Since the work for children passed to health, on 1 March 2025, its department is the superior of communes. */
const YEAR_OF_HEALTH_DEPARTMENT = 2025;

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
  return {
    unit: {
      name: unit.fullName,
      inSentence: unit.fullName.charAt(0).toLocaleLowerCase('vi') + unit.fullName.slice(1),
      noun: NOUNS[unit.type] ?? 'xã',
      place: placeOfUnit(unit.fullName, false),
    },
    year,
    subject,
    organisations,
    criteria: standard.criteria.map(({ number, defaultOwner }) => ({ number, owner: defaultOwner })),
    registry,
    superiorBody:
      year >= YEAR_OF_HEALTH_DEPARTMENT ? `Sở Y tế ${provinceInSentence(unit.provinceName)}` : null,
    newId,
  };
}
