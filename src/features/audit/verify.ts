import { createHash } from 'node:crypto';
import { type Database, sqlBuilder, type UnitId, withReadScope } from '../../platform/database/index.ts';
import { canonicalJson } from './entry.ts';

/** The first entry of a unit that does not fit the chain, and how. */
export interface BrokenEntry {
  readonly unit: UnitId;
  readonly sequence: number;
  readonly fault: 'missing' | 'previous_hash' | 'content' | 'head';
}

export interface AuditVerification {
  readonly units: number;
  readonly entries: number;
  /** In each unit at most one: what comes after a broken entry cannot be judged. */
  readonly broken: readonly BrokenEntry[];
}

const PAGE = 1_000;

/**
 * Computes every chain anew and compares: a changed, removed, inserted or reordered entry is found, and the last one too,
 * because the head of the chain is kept apart.
 */
export async function verifyAudit(database: Database): Promise<AuditVerification> {
  return withReadScope(database, { kind: 'system', purpose: 'audit verify' }, async (scope) => {
    const heads = await scope.rows(sqlBuilder.selectFrom('audit_head').selectAll().orderBy('unit_id'));
    const strays = await scope.rows(
      sqlBuilder
        .selectFrom('audit_entry')
        .select('unit_id')
        .distinct()
        .where('unit_id', 'not in', (query) => query.selectFrom('audit_head').select('unit_id')),
    );
    const broken: BrokenEntry[] = strays.map(({ unit_id }) => ({
      unit: unit_id,
      sequence: 1,
      fault: 'head',
    }));
    let entries = 0;
    for (const head of heads) {
      let hash = Buffer.alloc(0);
      let sequence = 0;
      let fault: BrokenEntry['fault'] | null = null;
      while (fault === null) {
        const page = await scope.rows(
          sqlBuilder
            .selectFrom('audit_entry')
            .selectAll()
            .where('unit_id', '=', head.unit_id)
            .where('sequence', '>', sequence)
            .orderBy('sequence')
            .limit(PAGE),
        );
        for (const row of page) {
          sequence++;
          entries++;
          if (row.sequence !== sequence) fault = 'missing';
          else if (!row.previous_hash.equals(hash)) fault = 'previous_hash';
          else {
            const canonical = canonicalJson({
              unit: row.unit_id,
              at: row.happened_at,
              actor: row.actor,
              deed: row.deed,
              object: { kind: row.object_kind, id: row.object_id },
              fields: row.fields,
            });
            hash = createHash('sha256').update(hash).update(`${sequence}${canonical}`).digest();
            if (!row.hash.equals(hash)) fault = 'content';
          }
          if (fault !== null) break;
        }
        if (page.length < PAGE) break;
      }
      if (fault === null && head.sequence !== sequence) {
        sequence++;
        fault = 'missing';
      } else if (fault === null && !head.hash.equals(hash)) fault = 'head';
      if (fault !== null) broken.push({ unit: head.unit_id, sequence, fault });
    }
    return { units: heads.length, entries, broken };
  });
}
