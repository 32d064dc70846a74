import type { PersonActor, Scope } from '../../../platform/database/index.ts';
import { notAllowed, notFound } from '../../../platform/http/index.ts';
import { maySeeCollection } from '../../collection/index.ts';
import { findUnitAtWork, type UnitAtWork } from '../../territory/index.ts';
import type { WorkbookImport } from '../model.ts';
import { mayImport, maySeeImport } from '../policy.ts';
import { findImport } from '../queries/imports.ts';

/** Which import of which unit an address is about. */
export interface ImportAddress {
  readonly unitCode: string;
  readonly id: string;
}

/** The unit of the address, for who sees its collection. @throws RequestError 404 for everybody else */
export async function unitOfWorkbooks(scope: Scope, actor: PersonActor, code: string): Promise<UnitAtWork> {
  const unit = await findUnitAtWork(scope, code);
  if (unit === undefined || !maySeeCollection(actor, unit.id)) throw notFound();
  return unit;
}

/** The unit, for who brings figures into it. @throws RequestError 404, and 403 for who only looks at the collection */
export async function unitToImportInto(scope: Scope, actor: PersonActor, code: string): Promise<UnitAtWork> {
  const unit = await unitOfWorkbooks(scope, actor, code);
  if (!mayImport(actor, unit.id)) throw notAllowed('workbook.may-not-import');
  return unit;
}

/** An import, for who started it. @throws RequestError 404 for everybody else */
export async function ownImport(
  scope: Scope,
  actor: PersonActor,
  { unitCode, id }: ImportAddress,
): Promise<{ readonly unit: UnitAtWork; readonly found: WorkbookImport }> {
  const unit = await unitOfWorkbooks(scope, actor, unitCode);
  const found = await findImport(scope, unit.id, id);
  if (found === undefined || !maySeeImport(actor, unit.id, found.startedBy)) throw notFound();
  return { unit, found };
}
