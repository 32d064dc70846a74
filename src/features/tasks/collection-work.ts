import type { Language } from '../../domain/text/index.ts';
import type { PersonActor, Scope } from '../../platform/database/index.ts';
import type { Listed } from './queries/inbox.ts';

/** One thing that a person has to do for the collection of figures: a sheet of theirs, or a round that they lead. */
export interface CollectionLine {
  readonly href: string;
  /** "Số liệu thôn, 6 tháng đầu năm 2026: 9 trong 12 thôn đã nộp". */
  readonly text: Readonly<Record<Language, string>>;
  /** YYYY-MM-DD. */
  readonly dueDate: string;
  readonly returned: boolean;
}

/** What waits for a person in the collection of figures, each list by due date. */
export interface CollectionWork {
  readonly toFill: Listed<CollectionLine>;
  readonly toAccept: Listed<CollectionLine>;
  /** Where all rounds stand; null for who has no part in them. */
  readonly href: string | null;
}

/**
 * What waits for a person in the collection of figures, in one statement at most.
 * Collection knows of tasks, so the server hands this in.
 * @param today YYYY-MM-DD
 */
export type CollectionWorkOf = (scope: Scope, actor: PersonActor, today: string) => Promise<CollectionWork>;

export const NO_COLLECTION_WORK: CollectionWork = {
  toFill: { total: 0, lines: [] },
  toAccept: { total: 0, lines: [] },
  href: null,
};
