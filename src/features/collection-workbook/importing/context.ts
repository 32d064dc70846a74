import type { FileStore } from '../../../platform/file-store/index.ts';
import type { CollectionContext } from '../../collection/index.ts';

/** What bringing in a workbook needs to be given. */
export interface ImportContext extends CollectionContext {
  readonly files: FileStore;
}
