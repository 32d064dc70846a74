import type { Threshold } from '../../domain/scoring/index.ts';
import type { ListedUnit } from './queries.ts';

/** Why a class is suggested; the words are in `messages.ts`. */
export type SuggestionReason = 'wardOfCity' | 'specialZone';

export interface ClassSuggestion {
  readonly territoryClass: string;
  readonly reason: SuggestionReason;
}

/**
 * The class that a unit of this type probably has, with the reason, as a help for whoever chooses; null where the
 * type says nothing, and where the standard has no such class. Never applied by itself: the classes of QĐ 06/2019
 * speak of districts and townships, which ended on 1 July 2025, so that a person must decide with a document at hand.
 */
export function suggestClass(unit: ListedUnit, classes: readonly Threshold[]): ClassSuggestion | null {
  const suggestion = suggestionFor(unit);
  return suggestion && classes.some((one) => one.class === suggestion.territoryClass) ? suggestion : null;
}

function suggestionFor(unit: ListedUnit): ClassSuggestion | null {
  if (unit.type === 'ward' && unit.province.type === 'city')
    return { territoryClass: 'urban_ward_of_central_city', reason: 'wardOfCity' };
  if (unit.type === 'special_zone')
    return { territoryClass: 'mountain_island_or_extremely_difficult', reason: 'specialZone' };
  return null;
}
