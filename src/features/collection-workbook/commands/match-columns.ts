import { type PersonActor, withScope } from '../../../platform/database/index.ts';
import { inWrongState } from '../../../platform/http/index.ts';
import { recordAudit } from '../../audit/index.ts';
import type { ImportContext } from '../importing/context.ts';
import { enqueueImport } from '../jobs.ts';
import type { Matching } from '../model.ts';
import { changeImport } from '../queries/imports.ts';
import { rememberRoles } from '../queries/matchings.ts';
import type { ColumnRole } from '../rules/match-columns.ts';
import { type ImportAddress, ownImport } from './context.ts';

/** Says what the columns of a foreign workbook are, remembers it by their headings, and lets the workbook be read so. */
export async function matchColumns(
  { database, clock }: ImportContext,
  actor: PersonActor,
  address: ImportAddress,
  chosen: NonNullable<Matching['chosen']>,
): Promise<void> {
  await withScope(database, actor, async (scope) => {
    const { unit, found } = await ownImport(scope, actor, address);
    const table = found.matching?.tables[chosen.table];
    const at = clock.now();
    const change = {
      state: 'reading',
      done: 0,
      round_id: chosen.round,
      matching: { tables: found.matching?.tables ?? [], chosen },
    } as const;
    if (table === undefined || !(await changeImport(scope, unit.id, found.id, ['matching'], change, at)))
      throw inWrongState('workbook.wrong-state', 'Sổ tính này không còn chờ ghép cột.');
    const roles = new Map<string, ColumnRole>();
    for (const { column, key } of table.columns)
      if (key !== '') roles.set(key, chosen.roles[String(column)] ?? 'left_out');
    rememberRoles(scope, unit.id, roles, actor.personId, at);
    enqueueImport(scope, 'read', { unit: unit.id, id: found.id, person: actor.personId });
    recordAudit(scope, unit.id, at, {
      deed: 'matchWorkbookColumns',
      object: { kind: 'workbook_import', id: found.id },
      fields: ['matching'],
    });
  });
}
