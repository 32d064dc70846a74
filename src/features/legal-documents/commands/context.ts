import type { Clock } from '../../../platform/clock.ts';
import type { Database } from '../../../platform/database/index.ts';

/** What every deed on legal documents needs. */
export interface LegalDocumentsContext {
  readonly database: Database;
  readonly clock: Clock;
}
