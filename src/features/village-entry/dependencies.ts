import type { ClientFiles } from '../../platform/http/static.ts';
import type { Assets } from '../../ui/assets.ts';
import type { VillageEntryContext } from './commands/context.ts';

/** What the pages need besides the deeds. */
export interface VillageEntryDependencies extends VillageEntryContext {
  readonly assets: Assets;
  /** Of the build, to make the service worker of. */
  readonly clientFiles: ClientFiles;
  readonly publicUrl: string;
}
