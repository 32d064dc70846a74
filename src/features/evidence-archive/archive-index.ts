import type { ArchivePlan, IncludedFile, LeftOut } from '../../domain/evidence/index.ts';
import type { StandardCatalogue } from '../standards/index.ts';
import { standardInForce } from '../standards/index.ts';
import { messages } from './messages.ts';

/** One file of the archive, as its index lists it; papers are Vietnamese. */
export interface IndexedFile {
  readonly place: number;
  readonly year: number;
  readonly criterion: number;
  readonly indicator: string;
  /** What the indicator asks. */
  readonly statement: string;
  /** "41/BC-TYT"; empty for what has none. */
  readonly number: string;
  readonly issuedOn: string | null;
  readonly title: string;
  readonly extract: string;
  readonly pages: number | null;
  readonly path: string;
  readonly sha256: string;
  /** Bytes. */
  readonly size: number;
  readonly redacted: boolean;
}

/** An evidence that is not in the archive, and why. */
export interface IndexedAbsence {
  readonly year: number;
  readonly indicator: string;
  readonly title: string;
  readonly because: string;
}

export interface ArchiveIndex {
  readonly files: readonly IndexedFile[];
  readonly absent: readonly IndexedAbsence[];
}

/** @param damaged paths of files whose content the store no longer gives back */
export function indexOf(
  { included, leftOut }: Pick<ArchivePlan, 'included' | 'leftOut'>,
  damaged: ReadonlySet<string>,
  standards: StandardCatalogue,
): ArchiveIndex {
  const statements = new Map<number, ReadonlyMap<string, string>>();
  const statementOf = (year: number, indicator: string): string => {
    const known = statements.get(year) ?? statementsOf(standards, year);
    statements.set(year, known);
    return known.get(indicator) ?? '';
  };
  const kept = included.filter(({ path }) => !damaged.has(path));
  const lost = included.filter(({ path }) => damaged.has(path));
  return {
    files: kept.map(
      ({ use, path, content, redacted }, index): IndexedFile => ({
        place: index + 1,
        year: use.year,
        criterion: use.criterion,
        indicator: use.indicator,
        statement: statementOf(use.year, use.indicator),
        number: [use.number, use.symbol].filter((part) => part !== null).join('/'),
        issuedOn: use.issuedOn,
        title: use.title,
        extract: use.extract ?? '',
        pages: use.pages,
        path,
        sha256: content.sha256,
        size: content.size,
        redacted,
      }),
    ),
    absent: [...leftOut, ...lost.map(({ use }): LeftOut => ({ use, because: 'damaged' }))].map(
      ({ use, because }): IndexedAbsence => ({
        year: use.year,
        indicator: use.indicator,
        title: titleOutside(use),
        because: messages.vi.reasons[because],
      }),
    ),
  };
}

/** The index leaves the unit: what is restricted is not named in it either, whatever else keeps it out. */
export const titleOutside = ({ title, confidentiality }: LeftOut['use']): string =>
  confidentiality === 'restricted' ? messages.vi.restrictedTitle : title;

function statementsOf(standards: StandardCatalogue, year: number): ReadonlyMap<string, string> {
  const { standard } = standardInForce(standards, `${year}-12-31`);
  return new Map(
    standard.criteria.flatMap(({ indicators }) => indicators.map(({ code, statement }) => [code, statement])),
  );
}

/** The youngest file: the archive is as of then, whenever it is taken out. */
export const dateOf = (included: readonly IncludedFile[]): Date =>
  included.reduce(
    (latest, { use }) => (use.addedAt !== null && use.addedAt > latest ? use.addedAt : latest),
    new Date('2019-01-01T00:00:00Z'),
  );
