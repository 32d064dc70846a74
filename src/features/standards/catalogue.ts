import { compileStandard, type Scorer, type Standard } from '../../domain/scoring/index.ts';

export interface CatalogueEntry {
  readonly standard: Standard;
  /** The standard made ready for scoring; made at the first use and kept. */
  readonly scorer: Scorer;
}

/** The standards at hand, several ids and several versions side by side. */
export interface StandardCatalogue {
  /** Every standard, by id and version. */
  readonly standards: readonly Standard[];
  readonly ids: readonly string[];
  /** The highest version of a standard, or null when the id is unknown. */
  latest(id: string): CatalogueEntry | null;
  get(id: string, version: number): CatalogueEntry | null;
}

function entryOf(standard: Standard): CatalogueEntry {
  let scorer: Scorer | null = null;
  return {
    standard,
    get scorer() {
      scorer ??= compileStandard(standard);
      return scorer;
    },
  };
}

/** The catalogue of standards that have been checked. */
export function catalogueOf(checked: readonly Standard[]): StandardCatalogue {
  const entries = [...checked]
    .sort((a, b) => (a.id === b.id ? a.version - b.version : a.id < b.id ? -1 : 1))
    .map(entryOf);
  return {
    standards: entries.map((entry) => entry.standard),
    ids: [...new Set(entries.map((entry) => entry.standard.id))],
    latest: (id) => entries.findLast((entry) => entry.standard.id === id) ?? null,
    get: (id, version) =>
      entries.find((entry) => entry.standard.id === id && entry.standard.version === version) ?? null,
  };
}

/**
 * The standard that holds on a day, `YYYY-MM-DD`: of those in force, the newest version of the first.
 * @throws Error when none is in force.
 */
export function standardInForce(catalogue: StandardCatalogue, day: string): CatalogueEntry {
  const entry = catalogue.ids
    .flatMap((id) => catalogue.latest(id) ?? [])
    .find(
      ({ standard: { inForce } }) => inForce.from <= day && (inForce.until === null || day <= inForce.until),
    );
  if (entry === undefined) throw new Error(`No standard in the folder standards/ is in force on ${day}.`);
  return entry;
}
