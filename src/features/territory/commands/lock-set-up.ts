import { prepared, type Scope } from '../../../platform/database/index.ts';

/** Any number, the same for every instance: only one sets up at a time, by hand or with the sample. */
const lock = prepared('lock_set_up', 'select pg_advisory_xact_lock(20190104)');

/** Holds every other set-up back until the end of the transaction. */
export async function lockSetUp(scope: Scope): Promise<void> {
  await scope.run(lock, []);
}
