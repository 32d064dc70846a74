import type { VNode } from 'preact';
import { Button } from '../../../ui/components/Button.tsx';
import { ButtonRow } from '../../../ui/components/ButtonRow.tsx';
import { Card } from '../../../ui/components/Card.tsx';
import { TextArea } from '../../../ui/components/TextArea.tsx';
import { messages } from '../messages.ts';
import { sheetPath } from '../paths.ts';
import { sheetMessages } from '../sheet-messages.ts';
import type { SheetPageProps } from './sheet-page.tsx';

/** Taking back, accepting and returning a sheet, as far as the person may now. */
export function SheetDeeds({
  frame,
  unit,
  round,
  sheet,
  conflicts,
  deeds,
  faults,
  reason,
}: SheetPageProps): VNode | null {
  const words = sheetMessages[frame.language];
  const path = sheetPath(unit.code, round.id, sheet.id);
  const seen = <input type="hidden" name="lan_sua" value={String(sheet.revision)} />;
  if (!deeds.has('take_back') && !deeds.has('accept') && !deeds.has('return')) return null;
  return (
    <Card>
      {deeds.has('accept') && conflicts.length > 0 && (
        <p>
          <a href="#xung-dot">{words.decideFirst}</a>
        </p>
      )}
      {deeds.has('accept') && conflicts.length === 0 && (
        <form method="post" action={`${path}/chap-nhan`}>
          {seen}
          <ButtonRow>
            <Button>{words.accept}</Button>
          </ButtonRow>
        </form>
      )}
      {deeds.has('take_back') && (
        <form method="post" action={`${path}/lay-lai`}>
          <ButtonRow>
            <Button kind="plain">{words.takeBack}</Button>
          </ButtonRow>
        </form>
      )}
      {deeds.has('return') && (
        <form method="post" action={`${path}/tra-lai`}>
          <TextArea
            id="ly_do"
            label={words.returnReason}
            value={reason}
            rows={2}
            error={faults.ly_do === undefined ? undefined : messages[frame.language].faults[faults.ly_do]}
          />
          <ButtonRow>
            <Button kind="plain">{words.return}</Button>
          </ButtonRow>
        </form>
      )}
    </Card>
  );
}
