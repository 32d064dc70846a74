import type { Clock } from '../../../platform/clock.ts';
import {
  type Database,
  newId,
  type PersonActor,
  type Scope,
  sqlBuilder,
  type UnitId,
} from '../../../platform/database/index.ts';
import type { FileStore } from '../../../platform/file-store/index.ts';
import { notAllowed, notFound } from '../../../platform/http/index.ts';
import type { VirusScanner } from '../../../platform/virus-scan/index.ts';
import { findUnitAtWork, type UnitAtWork } from '../../territory/index.ts';
import { mayAdd, maySeeLibrary } from '../policy.ts';

/** What the deeds of the library need. */
export interface EvidenceContext {
  readonly database: Database;
  readonly clock: Clock;
  readonly files: FileStore;
  /** Looks for viruses in files before others get them; null where they are not scanned. */
  readonly scanner: VirusScanner | null;
}

export interface EvidencePlace {
  readonly unitCode: string;
  readonly id: string;
}

/** The same, with the revision that was on the screen: what is decided of one file holds for no other. */
export interface SeenEvidence extends EvidencePlace {
  readonly seenRevision: number;
}

/** The unit of the address, for who may look into its library. @throws RequestError 404 for everybody else */
export async function unitOfLibrary(scope: Scope, actor: PersonActor, code: string): Promise<UnitAtWork> {
  const unit = await findUnitAtWork(scope, code);
  if (unit === undefined || !maySeeLibrary(actor, unit.id)) throw notFound();
  return unit;
}

/** The same for who may add to it. @throws RequestError 403 for who only reads */
export async function unitToAddTo(scope: Scope, actor: PersonActor, code: string): Promise<UnitAtWork> {
  const unit = await unitOfLibrary(scope, actor, code);
  if (!mayAdd(actor, unit.id)) throw notAllowed('evidence.may-not-add');
  return unit;
}

export type EventKind =
  | 'added'
  | 'described'
  | 'revised'
  | 'used'
  | 'unused'
  | 'redacted'
  | 'published'
  | 'unpublished'
  | 'withdrawn'
  | 'restored'
  | 'found_infected';

/** Writes into the history of an evidence what happened to it. */
export async function recordEvent(
  scope: Scope,
  event: {
    readonly unitId: UnitId;
    readonly evidenceId: string;
    readonly kind: EventKind;
    readonly detail?: string | null;
    readonly personId: PersonActor['personId'];
    readonly at: Date;
  },
): Promise<void> {
  await scope.rows(
    sqlBuilder.insertInto('evidence_event').values({
      unit_id: event.unitId,
      id: newId<string>(),
      evidence_id: event.evidenceId,
      kind: event.kind,
      detail: event.detail ?? null,
      person_id: event.personId,
      happened_at: event.at,
    }),
  );
}
