import type { VNode } from 'preact';
import type { Item } from '../../../domain/collection/index.ts';
import { formatNumber } from '../../../domain/text/index.ts';
import { Card } from '../../../ui/components/Card.tsx';
import { EmptyState } from '../../../ui/components/EmptyState.tsx';
import { type Conflict, MOST_CONFLICTS } from '../queries/conflicts.ts';
import type { Round } from '../queries/round.ts';
import { sheetMessages } from '../sheet-messages.ts';
import { ConflictList } from './conflict-list.tsx';
import { type CollectionFrame, CollectionPage } from './frame.tsx';

export interface ConflictsPageProps extends CollectionFrame {
  readonly round: Round;
  readonly conflicts: readonly Conflict[];
  readonly items: readonly Item[];
  readonly mayDecide: (conflict: Conflict) => boolean;
  readonly done?: string | undefined;
  /** The decision was made upon a value that is no longer stored. */
  readonly again?: boolean;
}

/** The values of a round that two people changed, for a person to decide. */
export function ConflictsPage(props: ConflictsPageProps): VNode {
  const { language } = props.frame;
  const words = sheetMessages[language].conflicts;
  return (
    <CollectionPage
      {...props}
      title={words.title}
      errors={props.again ? [{ message: words.again }] : undefined}
    >
      <Card>
        <h1>{words.title}</h1>
        {props.conflicts.length === 0 ? (
          <EmptyState title={words.none}>{words.noneHint}</EmptyState>
        ) : (
          <>
            <p>{words.hint}</p>
            {props.conflicts.length === MOST_CONFLICTS && (
              <p>{words.first(formatNumber(MOST_CONFLICTS, language))}</p>
            )}
            <ConflictList {...props} language={language} unitCode={props.unit.code} />
          </>
        )}
      </Card>
    </CollectionPage>
  );
}
