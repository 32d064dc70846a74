import { compareVietnamese, searchKey } from '../../../domain/text/index.ts';
import type { AdministrativeUnit, Province } from './administrative-unit.ts';
import { spellOfficially } from './spelling.ts';

const NOT_OF_A_WORD = /[^\p{L}\p{N}]+/u;

/** A unit with the province that tells it from others of its name. */
export type FindableUnit = Pick<AdministrativeUnit, 'code' | 'name' | 'fullName'> & {
  readonly province: Pick<Province, 'name' | 'fullName'>;
};

/** How people shorten the words of an address. A single "p" or "x" needs no entry: it begins the word that it stands for. */
const SHORT_FORMS: Readonly<Record<string, string>> = {
  dk: 'dac khu',
  tp: 'thanh pho',
  tphcm: 'thanh pho ho chi minh',
  hcm: 'ho chi minh',
};

/**
 * The text in which a unit is looked up, in the page and in SQL: words of its full name, of its province, then the
 * province's type, without tones and apostrophes: "phuong luong van tri lang son tinh". The province's type stands
 * last so that a name and its province are neighbours, as people type them.
 */
export function unitSearchKey(
  unit: Pick<AdministrativeUnit, 'fullName'>,
  province: Pick<Province, 'name' | 'fullName'>,
): string {
  const provinceType = province.fullName.slice(0, province.fullName.length - province.name.length);
  return words(`${unit.fullName} ${province.name} ${provinceType}`).join(' ');
}

/** The words of a typed query, ready to be compared with a `unitSearchKey`; short forms are written out. */
export function unitQueryWords(query: string): string[] {
  return words(query).flatMap((word) => (SHORT_FORMS[word] ?? word).split(' '));
}

/**
 * The units that answer a typed query, best first: the whole name (with or without type and province), then names
 * that begin with it, then those where every word of the query begins a word of the full name, then those that need
 * the province as well. Among equals the tones that were typed count, then the order of the alphabet.
 * An empty query finds nothing.
 * @param limit how many at most; not negative
 */
export function searchUnits<Unit extends FindableUnit>(
  units: readonly Unit[],
  query: string,
  limit: number,
): Unit[] {
  const queryWords = unitQueryWords(query);
  if (queryWords.length === 0) return [];
  const typedWords = spelledWords(query);
  const found = units.flatMap((unit) => {
    const forms = formsOf(unit);
    const rank = rankOf(forms, queryWords);
    if (rank === null) return [];
    return [{ unit, rank, sameTones: typedWords.filter((word) => forms.spelled.has(word)).length }];
  });
  found.sort(
    (a, b) =>
      a.rank - b.rank ||
      b.sameTones - a.sameTones ||
      compareVietnamese(a.unit.name, b.unit.name) ||
      compareVietnamese(a.unit.province.name, b.unit.province.name) ||
      (a.unit.code < b.unit.code ? -1 : 1),
  );
  return found.slice(0, limit).map(({ unit }) => unit);
}

/** The forms of a unit's name that a query is held against. */
interface NameForms {
  readonly name: string;
  readonly fullName: string;
  readonly province: string;
  readonly fullNameWords: readonly string[];
  readonly keyWords: readonly string[];
  /** The words with their tones. */
  readonly spelled: ReadonlySet<string>;
}

/** Folding 3,321 names takes a tenth of a second: it is done once for each unit, not at each key that is pressed. */
const knownForms = new WeakMap<FindableUnit, NameForms>();

function formsOf(unit: FindableUnit): NameForms {
  const known = knownForms.get(unit);
  if (known) return known;
  const fullNameWords = words(unit.fullName);
  const forms = {
    name: words(unit.name).join(' '),
    fullName: fullNameWords.join(' '),
    province: words(unit.province.name).join(' '),
    fullNameWords,
    keyWords: unitSearchKey(unit, unit.province).split(' '),
    spelled: new Set(spelledWords(`${unit.fullName} ${unit.province.name}`)),
  };
  knownForms.set(unit, forms);
  return forms;
}

/** 0 the whole name, 1 its beginning, 2 every word in the full name, 3 some in the province, null no answer. */
function rankOf(forms: NameForms, queryWords: readonly string[]): 0 | 1 | 2 | 3 | null {
  const { name, fullName, province, fullNameWords, keyWords } = forms;
  const query = queryWords.join(' ');
  if ([name, fullName, `${name} ${province}`, `${fullName} ${province}`].includes(query)) return 0;
  if (name.startsWith(query) || fullName.startsWith(query)) return 1;
  if (!eachBeginsItsOwnWord(queryWords, keyWords)) return null;
  return eachBeginsItsOwnWord(queryWords, fullNameWords) ? 2 : 3;
}

/** Whether the words of the query begin words of the name, each another one, in any order. */
function eachBeginsItsOwnWord(queryWords: readonly string[], nameWords: readonly string[]): boolean {
  const free = [...nameWords];
  // Long words choose first, lest a single letter take the only word that fits a longer one.
  return [...queryWords]
    .sort((a, b) => b.length - a.length)
    .every((word) => {
      const whole = free.indexOf(word);
      const index = whole >= 0 ? whole : free.findIndex((candidate) => candidate.startsWith(word));
      if (index >= 0) free.splice(index, 1);
      return index >= 0;
    });
}

function spelledWords(text: string): string[] {
  return spellOfficially(text).toLowerCase().split(NOT_OF_A_WORD);
}

function words(text: string): string[] {
  return searchKey(text)
    .replaceAll("'", '')
    .split(NOT_OF_A_WORD)
    .filter((word) => word !== '');
}
