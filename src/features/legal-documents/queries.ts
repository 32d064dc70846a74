import { type LegalRegistry, legalRegistry, type RegisteredDocument } from '../../domain/legal/index.ts';
import { compareVietnamese, searchKey } from '../../domain/text/index.ts';
import { type Scope, sqlBuilder, type UnitId } from '../../platform/database/index.ts';
import { loadLegalDocuments } from './load.ts';

/** A document of the list; those that come with the program have no id and cannot be changed. */
export interface ListedDocument extends RegisteredDocument {
  readonly id: string | null;
}

/** A unit has a few dozen of its own; the newest are looked up in, should one ever have more. */
const MOST_IN_A_REGISTRY = 2000;
const DOCUMENTS_OF_A_PAGE = 25;

const ownDocuments = (unit: UnitId) =>
  sqlBuilder
    .selectFrom('legal_document')
    .where('unit_id', '=', unit)
    .select([
      'id',
      'document_type',
      'number',
      'issued_on',
      'issuer',
      'title',
      'in_force_from',
      'in_force_until',
      'replaced_by',
    ]);
type Row = Awaited<ReturnType<ReturnType<typeof ownDocuments>['execute']>>[number];

const documentOf = (row: Row): ListedDocument & { readonly id: string } => ({
  id: row.id,
  type: row.document_type,
  number: row.number,
  issuedOn: row.issued_on,
  issuer: row.issuer,
  title: row.title,
  inForce: { from: row.in_force_from, until: row.in_force_until },
  replacedBy: row.replaced_by,
  provenance: { status: 'secondary' },
  source: 'Danh mục của đơn vị',
});

/** What citations in the unit's plans are looked up in: the program's documents, corrected and added to by the unit's. */
export async function registryOf(scope: Scope, unit: UnitId): Promise<LegalRegistry> {
  const rows = await scope.rows(
    ownDocuments(unit).orderBy('issued_on', 'desc').orderBy('id').limit(MOST_IN_A_REGISTRY),
  );
  return legalRegistry(loadLegalDocuments().documents, rows.map(documentOf));
}

/** A document of the own unit and no other. */
export async function findOwnDocument(
  scope: Scope,
  unit: UnitId,
  id: string,
): Promise<(ListedDocument & { readonly id: string }) | undefined> {
  const row = await scope.first(ownDocuments(unit).where('id', '=', id));
  return row && documentOf(row);
}

export interface DocumentsPage {
  readonly documents: readonly ListedDocument[];
  readonly page: number;
  readonly pages: number;
  readonly total: number;
}

/**
 * The unit's own documents, then those of the program, the newest first, a page at a time.
 * @param search part of number, issuer or title, with or without tones; empty for all
 * @param page from 1; beyond the last one gives the last
 */
export async function listDocuments(
  scope: Scope,
  unit: UnitId,
  search: string,
  page: number,
): Promise<DocumentsPage> {
  const key = searchKey(search);
  const part = `%${key.replace(/[\\%_]/g, '\\$&')}%`;
  const counted = await scope.first(
    sqlBuilder
      .selectFrom('legal_document')
      .where('unit_id', '=', unit)
      .where('search_key', 'like', part)
      .select((document) => document.fn.countAll<number>().as('total')),
  );
  const own = counted?.total ?? 0;
  const ofProgram = programDocuments(key);
  const total = own + ofProgram.length;
  const pages = Math.max(1, Math.ceil(total / DOCUMENTS_OF_A_PAGE));
  const shown = Math.min(Math.max(1, page), pages);
  const from = (shown - 1) * DOCUMENTS_OF_A_PAGE;
  const rows =
    from >= own
      ? []
      : await scope.rows(
          ownDocuments(unit)
            .where('search_key', 'like', part)
            .orderBy('issued_on', 'desc')
            .orderBy('id')
            .limit(DOCUMENTS_OF_A_PAGE)
            .offset(from),
        );
  const first = Math.max(0, from - own);
  const rest = ofProgram.slice(first, first + DOCUMENTS_OF_A_PAGE - rows.length);
  return { documents: [...rows.map(documentOf), ...rest], page: shown, pages, total };
}

function programDocuments(key: string): readonly ListedDocument[] {
  return loadLegalDocuments()
    .documents.filter((document) => documentSearchKey(document).includes(key))
    .map((document) => ({ ...document, id: null }))
    .sort((a, b) => yearOf(b).localeCompare(yearOf(a)) || compareVietnamese(a.number, b.number));
}

/** The day of issue, or as much of it as the number says. */
const yearOf = ({ issuedOn, number }: RegisteredDocument): string =>
  issuedOn ?? /\/((?:19|20)\d{2})\//u.exec(number)?.[1] ?? '';

/** What a document is found by. */
export function documentSearchKey({
  type,
  number,
  issuer,
  title,
}: Pick<RegisteredDocument, 'type' | 'number' | 'issuer' | 'title'>): string {
  return searchKey(`${type} ${number} ${issuer} ${title}`);
}
