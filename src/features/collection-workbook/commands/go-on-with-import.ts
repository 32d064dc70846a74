import { type PersonActor, withScope } from '../../../platform/database/index.ts';
import { inWrongState } from '../../../platform/http/index.ts';
import { recordAudit } from '../../audit/index.ts';
import type { ImportContext } from '../importing/context.ts';
import { enqueueImport } from '../jobs.ts';
import { PART_KINDS } from '../model.ts';
import { changeImport, dropParts } from '../queries/imports.ts';
import { type ImportAddress, ownImport } from './context.ts';

const wrongState = () =>
  inWrongState(
    'workbook.wrong-state',
    'Lần nạp này không còn ở bước đó. Hãy mở lại trang để xem tình trạng.',
  );

/** Confirms what the preview showed: the job stores it. What was changed by others meanwhile becomes a conflict. */
export async function confirmImport(
  { database, clock }: ImportContext,
  actor: PersonActor,
  address: ImportAddress,
): Promise<void> {
  await withScope(database, actor, async (scope) => {
    const { unit, found } = await ownImport(scope, actor, address);
    const { counts } = found.summary ?? {};
    const total = counts === undefined ? 0 : counts.new + counts.change + counts.large + counts.conflict;
    const at = clock.now();
    const change = { state: 'storing', done: 0, total } as const;
    if (total === 0 || !(await changeImport(scope, unit.id, found.id, ['seen'], change, at)))
      throw wrongState();
    enqueueImport(scope, 'store', { unit: unit.id, id: found.id, person: actor.personId });
    recordAudit(scope, unit.id, at, {
      deed: 'confirmWorkbookImport',
      object: { kind: 'workbook_import', id: found.id },
      fields: ['state'],
    });
  });
}

/** Gives up an import that is not stored yet, and what was read of it. */
export async function withdrawImport(
  { database, clock }: ImportContext,
  actor: PersonActor,
  address: ImportAddress,
): Promise<void> {
  await withScope(database, actor, async (scope) => {
    const { unit, found } = await ownImport(scope, actor, address);
    const at = clock.now();
    const change = { state: 'withdrawn', ended_at: at } as const;
    if (!(await changeImport(scope, unit.id, found.id, ['reading', 'matching', 'seen'], change, at)))
      throw wrongState();
    dropParts(scope, unit.id, found.id, PART_KINDS);
    recordAudit(scope, unit.id, at, {
      deed: 'withdrawWorkbookImport',
      object: { kind: 'workbook_import', id: found.id },
      fields: ['state'],
    });
  });
}

/** Longer than any part of an import takes. */
const STANDS_STILL_AFTER_MS = 120_000;

/** Whether an import is at work and has not gone on for long: the program may have ended in the middle of it. */
export function standsStill(
  { state, progressedAt }: { readonly state: string; readonly progressedAt: Date },
  now: Date,
): boolean {
  return (
    (state === 'reading' || state === 'storing') &&
    now.getTime() - progressedAt.getTime() > STANDS_STILL_AFTER_MS
  );
}

/** Takes up an import that stands still; what is stored already is not stored again. */
export async function resumeImport(
  { database, clock }: ImportContext,
  actor: PersonActor,
  address: ImportAddress,
): Promise<void> {
  await withScope(database, actor, async (scope) => {
    const { unit, found } = await ownImport(scope, actor, address);
    const at = clock.now();
    if (!standsStill(found, at) || !(await changeImport(scope, unit.id, found.id, [found.state], {}, at)))
      throw wrongState();
    const job = found.state === 'reading' ? 'read' : 'store';
    enqueueImport(scope, job, { unit: unit.id, id: found.id, person: actor.personId });
    recordAudit(scope, unit.id, at, {
      deed: 'resumeWorkbookImport',
      object: { kind: 'workbook_import', id: found.id },
      fields: ['state'],
    });
  });
}
