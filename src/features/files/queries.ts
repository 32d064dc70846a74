import { type Scope, sqlBuilder, type UnitId } from '../../platform/database/index.ts';

/** What is known of a file; its content lies in the file store. */
export interface StoredFile {
  readonly id: string;
  readonly sha256: string;
  /** Bytes. */
  readonly size: number;
  readonly mediaType: string;
  readonly name: string;
  readonly storedAt: Date;
}

/** A file of this unit and no other. Whoever asks must have asked the policy of the record that the file belongs to. */
export function findFile(scope: Scope, unit: UnitId, id: string): Promise<StoredFile | undefined> {
  return scope.first(
    sqlBuilder
      .selectFrom('stored_file')
      .where('unit_id', '=', unit)
      .where('id', '=', id)
      .select(['id', 'sha256', 'size', 'media_type as mediaType', 'name', 'stored_at as storedAt']),
  );
}
