import { hasRole, type PersonActor } from '../../platform/database/index.ts';
import { notAllowed, notFound } from '../../platform/http/index.ts';
import { worksIn } from '../people/index.ts';

/** Everybody who works in a unit reads the documents of the program and of the own unit. */
export function maySeeDocuments(actor: PersonActor): boolean {
  return worksIn(actor, actor.unit.id);
}

/** The planning officer adds, corrects and removes documents of the own unit. */
export function mayKeepDocuments(actor: PersonActor): boolean {
  return hasRole(actor, 'planningOfficer');
}

/** @throws RequestError 404 for a mere administrator, 403 for everybody else who only reads */
export function assertMayKeepDocuments(actor: PersonActor): void {
  if (!maySeeDocuments(actor)) throw notFound();
  if (!mayKeepDocuments(actor)) throw notAllowed('legal-documents.may-not-keep');
}
