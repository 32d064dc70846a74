import type { Clock } from '../../../platform/clock.ts';
import type { Database } from '../../../platform/database/index.ts';
import type { StandardCatalogue } from '../../standards/index.ts';

/** What the deeds of the collection need to be given. */
export interface CollectionContext {
  readonly database: Database;
  readonly clock: Clock;
  readonly standards: StandardCatalogue;
}
