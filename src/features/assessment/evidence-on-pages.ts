import type { Standard } from '../../domain/scoring/index.ts';
import type { Language } from '../../domain/text/index.ts';
import type { PersonActor, Scope } from '../../platform/database/index.ts';
import type { TagKind } from '../../ui/components/Tag.tsx';
import type { Cycle } from './queries.ts';

/** How many indicators of a criterion have enough evidence, weak evidence, none. */
export interface EvidenceCount {
  readonly criterion: number;
  readonly enough: number;
  readonly weak: number;
  readonly missing: number;
}

/** The evidence of a criterion as its page shows it, already in the words of the reader. */
export interface ShownEvidence {
  readonly indicators: readonly {
    readonly code: string;
    readonly kind: TagKind;
    /** "Đủ", "Yếu", "Thiếu". */
    readonly state: string;
    /** What is wrong with the whole, and what to do. */
    readonly reasons: readonly string[];
    readonly files: readonly {
      readonly title: string;
      /** Null where the person may not open it. */
      readonly href: string | null;
      readonly about: string;
      readonly kind: TagKind;
      readonly tag: string;
    }[];
    /** Where a file is brought for this indicator, and where one is chosen for it from the library; null for who only reads. */
    readonly add: { readonly bring: string; readonly choose: string } | null;
  }[];
  /** Codes of the indicators without evidence. */
  readonly missing: readonly string[];
  readonly check: string;
}

/** What the pages of a cycle show of the evidence. The self-assessment knows no library: the server hands this in. */
export interface EvidenceOnPages {
  counts(scope: Scope, cycle: Cycle, standard: Standard): Promise<readonly EvidenceCount[]>;
  ofCriterion(
    scope: Scope,
    actor: PersonActor,
    cycle: Cycle,
    standard: Standard,
    number: number,
    language: Language,
  ): Promise<ShownEvidence>;
}
