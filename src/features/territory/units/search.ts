import { compareVietnamese, normaliseText, searchKey } from '../../../domain/text/index.ts';
import type { AdministrativeUnit, Province } from './administrative-unit.ts';

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
 * The units that answer a typed query, best first: the whole name, then names that begin with it, then those whose
 * key has each word of the query at the start of one of its words. Among equals the tones that were typed count, then
 * the order of the alphabet. An empty query finds nothing.
 * @param limit how many at most; not negative
 */
export function searchUnits<Unit extends FindableUnit>(
  units: readonly Unit[],
  query: string,
  limit: number,
): Unit[] {
  const queryWords = unitQueryWords(query);
  if (queryWords.length === 0) return [];
  const typed = normaliseText(query).toLowerCase();
  const found = units.flatMap((unit) => {
    const rank = rankOf(unit, queryWords);
    return rank === null ? [] : [{ unit, rank, otherTones: !unit.fullName.toLowerCase().includes(typed) }];
  });
  found.sort(
    (a, b) =>
      a.rank - b.rank ||
      Number(a.otherTones) - Number(b.otherTones) ||
      compareVietnamese(a.unit.name, b.unit.name) ||
      compareVietnamese(a.unit.province.name, b.unit.province.name) ||
      (a.unit.code < b.unit.code ? -1 : 1),
  );
  return found.slice(0, limit).map(({ unit }) => unit);
}

/** 0 the whole name, 1 the beginning of the name, 2 every word, null no answer. */
function rankOf(unit: FindableUnit, queryWords: readonly string[]): 0 | 1 | 2 | null {
  const query = queryWords.join(' ');
  const name = words(unit.name).join(' ');
  const fullName = words(unit.fullName).join(' ');
  const province = words(unit.province.name).join(' ');
  if ([name, fullName, `${name} ${province}`, `${fullName} ${province}`].includes(query)) return 0;
  if (name.startsWith(query) || fullName.startsWith(query)) return 1;
  const keyWords = unitSearchKey(unit, unit.province).split(' ');
  return eachHasItsOwnWord(queryWords, keyWords) ? 2 : null;
}

/** Whether the words of the query begin words of the key, each another one, in any order. */
function eachHasItsOwnWord(queryWords: readonly string[], keyWords: readonly string[]): boolean {
  const free = [...keyWords];
  // Long words choose first, lest a single letter take the only word that fits a longer one.
  return [...queryWords]
    .sort((a, b) => b.length - a.length)
    .every((word) => {
      const exact = free.indexOf(word);
      const index = exact >= 0 ? exact : free.findIndex((candidate) => candidate.startsWith(word));
      if (index >= 0) free.splice(index, 1);
      return index >= 0;
    });
}

function words(text: string): string[] {
  return searchKey(text)
    .replaceAll("'", '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
}
