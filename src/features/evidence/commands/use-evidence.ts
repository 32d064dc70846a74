import {
  newId,
  type PersonActor,
  prepared,
  type Scope,
  sqlBuilder,
  type UnitId,
  withScope,
} from '../../../platform/database/index.ts';
import { notAllowed, notFound } from '../../../platform/http/index.ts';
import { recordAudit } from '../../audit/index.ts';
import { mayTakeBackUse, mayUse } from '../policy.ts';
import { findEvidence } from '../queries/evidence.ts';
import type { EvidenceUse } from '../schema.ts';
import { type EvidenceContext, type EvidencePlace, recordEvent, unitOfLibrary } from './context.ts';

const yearOfTask = prepared<{ year: number }>(
  'year_of_task',
  'select year from task where unit_id = $1 and id = $2',
);

/** What a use is called in the history and the audit: "2026.5.1", or the id of the task. */
const nameOfUse = (use: EvidenceUse): string =>
  'indicator' in use ? `${use.year}.${use.indicator}` : use.taskId;

/** Uses an evidence, for a task in the year of the task; what it is used for already stays as it is. @returns those that are new */
export async function insertUses(
  scope: Scope,
  actor: PersonActor,
  unitId: UnitId,
  evidenceId: string,
  uses: readonly EvidenceUse[],
  at: Date,
): Promise<readonly EvidenceUse[]> {
  if (uses.length === 0) return [];
  const years = new Map<string, number>();
  for (const use of uses) {
    if (!('taskId' in use)) continue;
    const [task] = await scope.run(yearOfTask, [unitId, use.taskId]);
    if (task === undefined) throw notFound();
    years.set(use.taskId, task.year);
  }
  const rows = await scope.rows(
    sqlBuilder
      .insertInto('evidence_use')
      .values(
        uses.map((use) => ({
          unit_id: unitId,
          id: newId<string>(),
          evidence_id: evidenceId,
          year: 'taskId' in use ? years.get(use.taskId)! : use.year,
          criterion: 'indicator' in use ? use.criterion : null,
          indicator: 'indicator' in use ? use.indicator : null,
          task_id: 'taskId' in use ? use.taskId : null,
          added_by: actor.personId,
          added_at: at,
        })),
      )
      .onConflict((conflict) => conflict.doNothing())
      .returning(['year', 'indicator', 'task_id']),
  );
  const fresh = uses.filter((use) =>
    rows.some((row) =>
      'indicator' in use
        ? row.year === use.year && row.indicator === use.indicator
        : row.task_id === use.taskId,
    ),
  );
  if (fresh.length > 0)
    await recordEvent(scope, {
      unitId,
      evidenceId,
      kind: 'used',
      detail: fresh.map(nameOfUse).join(','),
      personId: actor.personId,
      at,
    });
  return fresh;
}

/** Uses an evidence for indicators of a year and for tasks. */
export async function useEvidence(
  { database, clock }: EvidenceContext,
  actor: PersonActor,
  { unitCode, id }: EvidencePlace,
  uses: readonly EvidenceUse[],
): Promise<void> {
  await withScope(database, actor, async (scope) => {
    const unit = await unitOfLibrary(scope, actor, unitCode);
    const evidence = await findEvidence(scope, actor, unit.id, id);
    if (!mayUse(actor, evidence)) throw notAllowed('evidence.may-not-use');
    const at = clock.now();
    const fresh = await insertUses(scope, actor, unit.id, evidence.id, uses, at);
    if (fresh.length === 0) return;
    recordAudit(scope, unit.id, at, {
      deed: 'useEvidence',
      object: { kind: 'evidence', id: evidence.id },
      fields: fresh.map((use) => `use.${nameOfUse(use)}`),
    });
  });
}

/** Uses an evidence in the year after for the indicators that it is used for in a year. @returns how many are new */
export async function useAgainNextYear(
  { database, clock }: EvidenceContext,
  actor: PersonActor,
  { unitCode, id }: EvidencePlace,
  year: number,
): Promise<number> {
  return withScope(database, actor, async (scope) => {
    const unit = await unitOfLibrary(scope, actor, unitCode);
    const evidence = await findEvidence(scope, actor, unit.id, id);
    if (!mayUse(actor, evidence)) throw notAllowed('evidence.may-not-use');
    const at = clock.now();
    const uses = evidence.uses.flatMap((use) =>
      use.year === year && use.criterion !== null && use.indicator !== null
        ? [{ year: year + 1, criterion: use.criterion, indicator: use.indicator }]
        : [],
    );
    const fresh = await insertUses(scope, actor, unit.id, evidence.id, uses, at);
    if (fresh.length > 0)
      recordAudit(scope, unit.id, at, {
        deed: 'useEvidence',
        object: { kind: 'evidence', id: evidence.id },
        fields: fresh.map((use) => `use.${nameOfUse(use)}`),
      });
    return fresh.length;
  });
}

/** Takes back one use. */
export async function takeBackUse(
  { database, clock }: EvidenceContext,
  actor: PersonActor,
  { unitCode, id }: EvidencePlace,
  useId: string,
): Promise<void> {
  await withScope(database, actor, async (scope) => {
    const unit = await unitOfLibrary(scope, actor, unitCode);
    const evidence = await findEvidence(scope, actor, unit.id, id);
    const use = evidence.uses.find((one) => one.id === useId);
    if (use === undefined) throw notFound();
    if (!mayTakeBackUse(actor, evidence, use)) throw notAllowed('evidence.may-not-take-back-use');
    const at = clock.now();
    await scope.rows(
      sqlBuilder.deleteFrom('evidence_use').where('unit_id', '=', unit.id).where('id', '=', use.id),
    );
    const name = use.indicator === null ? use.taskId! : `${use.year}.${use.indicator}`;
    await recordEvent(scope, {
      unitId: unit.id,
      evidenceId: evidence.id,
      kind: 'unused',
      detail: name,
      personId: actor.personId,
      at,
    });
    recordAudit(scope, unit.id, at, {
      deed: 'takeBackUseOfEvidence',
      object: { kind: 'evidence', id: evidence.id },
      fields: [`use.${name}`],
    });
  });
}
