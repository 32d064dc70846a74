import type {
  CollectionLevel,
  InputCollection,
  InputDefinition,
  PartOfCount,
  Standard,
} from '../scoring/index.ts';
import { definitionOf } from '../scoring/index.ts';
import type { Language } from '../text/index.ts';

/**
 * One column of a sheet: an input of the standard, or a part of it that is asked for beside the whole. Its key is the
 * input's name, or name and part with a colon: `children_total`, `children_total:female`.
 */
export interface Item {
  readonly key: string;
  readonly input: string;
  readonly part: PartOfCount | null;
  readonly definition: InputDefinition;
  readonly collection: InputCollection;
}

/** Parts as the forms of communes print them: "Trong đó: nữ". */
export const PART_NAMES: Readonly<Record<PartOfCount, Readonly<Record<Language, string>>>> = {
  female: { vi: 'nữ', en: 'female' },
  under_6: { vi: 'dưới 6 tuổi', en: 'under 6' },
  from_6_to_10: { vi: 'từ 6 đến dưới 11 tuổi', en: '6 to 10' },
  from_11_to_15: { vi: 'từ 11 đến dưới 16 tuổi', en: '11 to 15' },
  ethnic_minority: { vi: 'dân tộc thiểu số', en: 'ethnic minority' },
  disabled: { vi: 'khuyết tật', en: 'with a disability' },
  poor_household: { vi: 'hộ nghèo, cận nghèo', en: 'of poor and near-poor households' },
};

/** The item of a key; null for a key that the standard does not know, or of which nothing is collected. */
export function itemOf(standard: Standard, key: string): Item | null {
  const [input = '', part, ...rest] = key.split(':');
  const definition = definitionOf(standard, input);
  const collection = definition?.collection;
  if (definition === undefined || collection === undefined || rest.length > 0) return null;
  if (part === undefined) return { key, input, part: null, definition, collection };
  const known = collection.parts.find((candidate) => candidate === part);
  return known === undefined ? null : { key, input, part: known, definition, collection };
}

/**
 * What is asked of places of a level, in the order of the standard, each whole before its parts. Inputs that are only
 * counted from the list of places are asked of nobody.
 */
export function itemsOfLevel(standard: Standard, level: CollectionLevel): readonly Item[] {
  return Object.entries(standard.inputs).flatMap(([input, { collection }]) => {
    if (collection === undefined || collection.level !== level || collection.rollUp.places === 'count')
      return [];
    return [input, ...collection.parts.map((part) => `${input}:${part}`)].map(
      (key) => itemOf(standard, key)!,
    );
  });
}

/** What a place is asked: its question where it answers by yes or no, else as {@link totalLabel}. */
export function itemLabel(item: Item, language: Language): string {
  return item.collection.question?.[language] ?? totalLabel(item, language);
}

/** What all places come to: "Tổng số trẻ em", and of a part "Tổng số trẻ em, trong đó nữ". */
export function totalLabel({ definition, part }: Item, language: Language): string {
  const whole = language === 'vi' ? definition.label : definition.labelEn;
  if (part === null) return whole;
  return `${whole}, ${language === 'vi' ? 'trong đó' : 'of which'} ${PART_NAMES[part][language]}`;
}
