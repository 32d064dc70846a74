import { Readable } from 'node:stream';
import { type PersonActor, withScope } from '../../../platform/database/index.ts';
import { notFound } from '../../../platform/http/index.ts';
import { ScannerAway, type VirusScanner } from '../../../platform/virus-scan/index.ts';
import { recordAudit } from '../../audit/index.ts';
import { findFile, type StoredFile } from '../../files/index.ts';
import { type TakenIn, takeIn } from '../commands/bring-file.ts';
import { evidenceToChange } from '../commands/change-evidence.ts';
import type { EvidenceContext, EvidencePlace } from '../commands/context.ts';
import { kindOfBytes } from '../commands/kinds-of-files.ts';
import { listConsents } from './consents-query.ts';
import type { PaperFault } from './schema.ts';

/**
 * Looks at the signed paper of a consent and keeps its content as that of other files: a picture upright, and without
 * the place where it was taken, which is where the family lives. Scanned at once where files are scanned: it is read
 * by few, and not worth a quarantine.
 * @returns what is wrong with it, and then keeps nothing
 */
export async function takeInPaper(
  context: Pick<EvidenceContext, 'files' | 'scanner'>,
  bytes: Uint8Array,
): Promise<TakenIn | PaperFault> {
  if (bytes.byteLength === 0) return 'paperEmpty';
  const kind = await kindOfBytes(bytes);
  if (kind === null || !(kind.isPicture || kind.mediaType === 'application/pdf')) return 'paperKind';
  const fault = context.scanner === null ? null : await faultOfScan(context.scanner, bytes);
  if (fault !== null) return fault;
  const taken = await takeIn(context, { bytes });
  return typeof taken === 'string' ? 'paperDamaged' : taken;
}

async function faultOfScan(scanner: VirusScanner, bytes: Uint8Array): Promise<PaperFault | null> {
  try {
    return (await scanner.scan(Readable.from([Buffer.from(bytes)]))).clean ? null : 'paperInfected';
  } catch (error) {
    if (error instanceof ScannerAway) return 'paperUnscanned';
    throw error;
  }
}

/**
 * The signed paper of a consent. It has names of a child and its family, and so is for who may change the evidence
 * alone; that it was read is written down in the same transaction.
 * @throws RequestError 403 for who only sees the evidence, 404 where there is no paper
 */
export async function readConsentPaper(
  { database, clock }: EvidenceContext,
  actor: PersonActor,
  place: EvidencePlace,
  consentId: string,
): Promise<StoredFile> {
  return withScope(database, actor, async (scope) => {
    const { unit, evidence } = await evidenceToChange(scope, actor, place);
    const consent = (await listConsents(scope, evidence)).find(({ id }) => id === consentId);
    const paper =
      consent?.paperFileId == null ? undefined : await findFile(scope, unit.id, consent.paperFileId);
    if (paper === undefined) throw notFound();
    recordAudit(scope, unit.id, clock.now(), {
      deed: 'readConsentPaper',
      object: { kind: 'evidence', id: evidence.id },
      fields: [`consent.${consentId}`],
    });
    return paper;
  });
}
