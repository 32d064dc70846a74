import type { ComponentChildren } from 'preact';
import type { Clock } from '../../platform/clock.ts';
import type { Database } from '../../platform/database/index.ts';
import type { Identity } from '../../platform/identity/index.ts';
import type { Assets } from '../../ui/assets.ts';
import type { Language } from '../../ui/language.ts';

/** What the deeds need. */
export interface PeopleServices {
  readonly database: Database;
  readonly identity: Identity;
  readonly clock: Clock;
}

/** What the pages need besides. */
export interface PeopleDependencies extends PeopleServices {
  readonly assets: Assets;
  readonly publicUrl: string;
  /** What stands below the sign-in form, for example where the accounts of the sample are listed. */
  readonly signInNote?: (language: Language) => Promise<ComponentChildren>;
}
