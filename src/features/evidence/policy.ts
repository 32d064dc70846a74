import { leavingCopy } from '../../domain/evidence/index.ts';
import type { Role } from '../../domain/organisation/index.ts';
import {
  hasRole,
  type OrganisationId,
  type PersonActor,
  type PersonId,
  type UnitId,
} from '../../platform/database/index.ts';
import { isAppraiserOf, worksIn } from '../people/index.ts';

export type Confidentiality = 'public' | 'internal' | 'restricted';

/** What of an evidence decides who may do what with it. */
export interface EvidenceRecord {
  readonly unitId: UnitId;
  readonly organisationId: OrganisationId;
  readonly confidentiality: Confidentiality;
  readonly showsChildren: boolean;
  readonly withdrawn: boolean;
  /** Whether it stands behind an indicator of some year. */
  readonly usedForIndicator: boolean;
  readonly revision: number;
}

/** What of a file of an evidence decides who may open it. */
export interface EvidenceFileRecord {
  readonly revision: number;
  readonly scan: 'not_scanned' | 'waiting' | 'clean' | 'infected';
  readonly hasRedactedCopy: boolean;
  readonly addedBy: PersonId;
}

/** Whoever works in the unit looks into its library, and so does the appraiser above. */
export function maySeeLibrary(actor: PersonActor, unit: UnitId): boolean {
  return worksIn(actor, unit) || isAppraiserOf(actor, unit);
}

/** What is restricted is seen, beside who keeps it, by the planning officer and the leader. */
export function seesRestricted(actor: PersonActor, unit: UnitId): boolean {
  return actor.unit.id === unit && hasRole(actor, 'planningOfficer', 'communeLeader');
}

/** Whoever works in the unit sees what is public or internal there; what is restricted, who works where it is kept. */
function seesWithinUnit(actor: PersonActor, evidence: EvidenceRecord): boolean {
  return (
    worksIn(actor, evidence.unitId) &&
    (evidence.confidentiality !== 'restricted' ||
      seesRestricted(actor, evidence.unitId) ||
      worksFor(actor, evidence.organisationId))
  );
}

/** The appraiser sees what stands behind an indicator, unless it is restricted or was withdrawn. */
function seesFromAbove(actor: PersonActor, evidence: EvidenceRecord): boolean {
  return (
    isAppraiserOf(actor, evidence.unitId) &&
    evidence.usedForIndicator &&
    evidence.confidentiality !== 'restricted' &&
    !evidence.withdrawn
  );
}

export function maySeeEvidence(actor: PersonActor, evidence: EvidenceRecord): boolean {
  return seesWithinUnit(actor, evidence) || seesFromAbove(actor, evidence);
}

/**
 * Which copy of a file somebody gets; null for none.
 * - What was found infected nobody gets; what waits for its scan, only who brought it.
 * - Within the unit it is the file itself, of every revision.
 * - The appraiser gets the revision that counts; of what shows children, the redacted copy or nothing.
 */
export function copyFor(
  actor: PersonActor,
  evidence: EvidenceRecord,
  file: EvidenceFileRecord,
): 'original' | 'redacted' | null {
  if (file.scan === 'infected') return null;
  if (file.scan === 'waiting' && file.addedBy !== actor.personId) return null;
  if (seesWithinUnit(actor, evidence)) return 'original';
  if (!seesFromAbove(actor, evidence) || file.revision !== evidence.revision) return null;
  const { copy } = leavingCopy({ ...evidence, ...file });
  return copy === 'file' ? 'original' : copy;
}

/** Who opens what is restricted or shows children is written down. */
export function openingIsRecorded({ confidentiality, showsChildren }: EvidenceRecord): boolean {
  return confidentiality === 'restricted' || showsChildren;
}

/** Those who only read: they oversee, judge or manage accounts. */
const readers: ReadonlySet<Role> = new Set(['overseer', 'councilMember', 'administrator', 'appraiser']);

/** Whoever does work in the unit adds to its library, for the own organisation. */
export function mayAdd(actor: PersonActor, unit: UnitId): boolean {
  return keepingOrganisation(actor, unit) !== null;
}

/** The organisation for which a person adds: the first that he works for. */
export function keepingOrganisation(actor: PersonActor, unit: UnitId): OrganisationId | null {
  if (actor.unit.id !== unit) return null;
  return actor.memberships.find(({ role }) => !readers.has(role))?.organisationId ?? null;
}

/** An evidence is described, revised and withdrawn by the organisation that keeps it, and by the planning officer. */
export function mayChange(actor: PersonActor, evidence: EvidenceRecord): boolean {
  return (
    maySeeEvidence(actor, evidence) &&
    mayAdd(actor, evidence.unitId) &&
    (hasRole(actor, 'planningOfficer') || worksFor(actor, evidence.organisationId))
  );
}

/** Whoever adds to the library may use what he sees there for an indicator or a task. */
export function mayUse(actor: PersonActor, evidence: EvidenceRecord): boolean {
  return maySeeEvidence(actor, evidence) && mayAdd(actor, evidence.unitId) && !evidence.withdrawn;
}

/** A use is taken back by who made it, by who keeps the evidence, and by the planning officer. */
export function mayTakeBackUse(
  actor: PersonActor,
  evidence: EvidenceRecord,
  use: { readonly addedBy: PersonId },
): boolean {
  return (
    mayChange(actor, evidence) ||
    (use.addedBy === actor.personId && maySeeEvidence(actor, evidence) && mayAdd(actor, evidence.unitId))
  );
}

/** The organisations for which a person works, and does not only read. */
export function organisationsWorkedFor(actor: PersonActor): OrganisationId[] {
  return actor.memberships.flatMap(({ organisationId, role }) => (readers.has(role) ? [] : [organisationId]));
}

const worksFor = (actor: PersonActor, organisation: OrganisationId): boolean =>
  organisationsWorkedFor(actor).includes(organisation);
