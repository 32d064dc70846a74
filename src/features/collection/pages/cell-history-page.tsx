import type { VNode } from 'preact';
import { type Item, itemLabel } from '../../../domain/collection/index.ts';
import type { FigureState } from '../../../domain/scoring/index.ts';
import { formatInstant, type Language } from '../../../domain/text/index.ts';
import { Button } from '../../../ui/components/Button.tsx';
import { ButtonRow } from '../../../ui/components/ButtonRow.tsx';
import { Card } from '../../../ui/components/Card.tsx';
import { Timeline } from '../../../ui/components/Timeline.tsx';
import { figureText } from '../../assessment/index.ts';
import { figureOfRow } from '../commands/save-cells.ts';
import { cellHistoryPath } from '../paths.ts';
import type { Round } from '../queries/round.ts';
import type { CellChangeOfSheet, Sheet } from '../queries/sheet.ts';
import { sheetMessages } from '../sheet-messages.ts';
import { nameOfPlace } from '../wording.ts';
import { type CollectionFrame, CollectionPage } from './frame.tsx';

export interface CellHistoryPageProps extends CollectionFrame {
  readonly round: Round;
  readonly sheet: Sheet;
  readonly item: Item;
  readonly changes: readonly CellChangeOfSheet[];
  readonly current: number;
  readonly more: boolean;
}

function textOf(state: string | null, value: number | null, item: Item, language: Language): string {
  if (state === null) return figureText(undefined, language);
  const row = { state: state as FigureState, value, reason: null };
  return figureText(figureOfRow(row, item.collection.asked === 'yes_no'), language);
}

/** Who changed one figure of a place, when, by which way, from what to what, and why. */
export function CellHistoryPage(props: CellHistoryPageProps): VNode {
  const { frame, unit, round, sheet, item, changes, current } = props;
  const { language } = frame;
  const words = sheetMessages[language];
  const title = words.historyTitle(itemLabel(item, language));
  const pathOf = (page: number): string => cellHistoryPath(unit.code, round.id, sheet.id, item.key, page);
  return (
    <CollectionPage {...props} title={title}>
      <Card>
        <h1>{title}</h1>
        <p>{nameOfPlace(sheet)}</p>
        {changes.length === 0 ? (
          <p>{words.noHistory}</p>
        ) : (
          <Timeline
            happenings={changes.map((change) => ({
              when: formatInstant(new Date(change.changedAt)),
              instant: change.changedAt,
              who: `${change.changedBy}, ${words.through[change.changedThrough]}`,
              what: words.changed(
                textOf(change.fromState, change.fromValue, item, language),
                textOf(change.toState, change.toValue, item, language),
              ),
              ...(change.reason === null && change.comment === null
                ? {}
                : { why: [change.reason, change.comment].filter((text) => text !== null).join(' – ') }),
            }))}
          />
        )}
        <ButtonRow>
          {current > 1 && (
            <Button kind="quiet" href={pathOf(current - 1)}>
              {words.newer}
            </Button>
          )}
          {props.more && (
            <Button kind="quiet" href={pathOf(current + 1)}>
              {words.older}
            </Button>
          )}
        </ButtonRow>
      </Card>
    </CollectionPage>
  );
}
