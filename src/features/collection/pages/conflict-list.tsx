import type { VNode } from 'preact';
import { type Item, itemLabel } from '../../../domain/collection/index.ts';
import type { Figure } from '../../../domain/scoring/index.ts';
import { formatInstant, type Language } from '../../../domain/text/index.ts';
import { Button } from '../../../ui/components/Button.tsx';
import { ButtonRow } from '../../../ui/components/ButtonRow.tsx';
import { ConflictNotice } from '../../../ui/components/ConflictNotice.tsx';
import { figureText } from '../../assessment/index.ts';
import { figureOfRow } from '../commands/save-cells.ts';
import { conflictPath } from '../paths.ts';
import type { Conflict } from '../queries/conflicts.ts';
import { sheetMessages } from '../sheet-messages.ts';
import { nameOfPlace } from '../wording.ts';

/** A figure with its reason and comment, as people read it. */
export function wholeFigureText(
  figure: Figure | undefined,
  comment: string | null,
  language: Language,
): string {
  const reason = figure?.state === 'not_applicable' ? `: ${figure.reason}` : '';
  const remark = comment === null ? '' : ` (${sheetMessages[language].commented(comment)})`;
  return `${figureText(figure, language)}${reason}${remark}`;
}

/** Conflicts, each with both values and, for who may decide it, the two ways out. */
export function ConflictList(props: {
  readonly language: Language;
  readonly unitCode: string;
  readonly conflicts: readonly Conflict[];
  readonly items: readonly Item[];
  readonly mayDecide: (conflict: Conflict) => boolean;
}): VNode {
  const { language } = props;
  const words = sheetMessages[language].conflicts;
  return (
    <>
      {props.conflicts.map((conflict) => {
        const item = props.items.find(({ key }) => key === conflict.item);
        const { stored } = conflict;
        const isYesNo = item?.collection.asked === 'yes_no';
        const label = item === undefined ? conflict.item : itemLabel(item, language);
        return (
          <ConflictNotice
            key={conflict.operationId}
            language={language}
            label={words.label(nameOfPlace(conflict), label)}
            yours={wholeFigureText(conflict.sent, conflict.sentComment, language)}
            sentBy={words.sentBy(conflict.sentBy, formatInstant(new Date(conflict.receivedAt)))}
            stored={wholeFigureText(
              stored === null ? undefined : figureOfRow(stored, isYesNo),
              stored?.comment ?? null,
              language,
            )}
            storedBy={stored?.changedBy ?? '–'}
            storedAt={stored === null ? '–' : formatInstant(new Date(stored.changedAt))}
          >
            {props.mayDecide(conflict) && (
              <form
                method="post"
                action={conflictPath(props.unitCode, conflict.roundId, conflict.operationId)}
              >
                <input type="hidden" name="lan_sua" value={String(stored?.revision ?? 0)} />
                <ButtonRow>
                  <Button kind="plain" name="cach" value="lay">
                    {words.take}
                  </Button>
                  <Button kind="plain" name="cach" value="giu">
                    {words.keep}
                  </Button>
                </ButtonRow>
              </form>
            )}
          </ConflictNotice>
        );
      })}
    </>
  );
}
