import type { VNode } from 'preact';
import type { CellOutcome } from '../../../domain/collection/index.ts';
import { newId } from '../../../platform/database/index.ts';
import { Button } from '../../../ui/components/Button.tsx';
import { ButtonRow } from '../../../ui/components/ButtonRow.tsx';
import { Note } from '../../../ui/components/Note.tsx';
import { SummaryList } from '../../../ui/components/SummaryList.tsx';
import { boxNames, FigureBlock } from '../islands/figure-block.tsx';
import { figureWords } from '../islands/figure-words.ts';
import { boxesOf } from '../islands/read-figure.ts';
import { SheetHead } from '../islands/sheet-parts.tsx';
import type { VillageFigures, VillageSheet } from '../islands/village-figures.ts';
import { words } from '../islands/words.ts';
import { villageSheetPath } from '../paths.ts';
import { FORM_ID, hiddenNames, type SheetForm, seenToken } from '../read-sheet-form.ts';
import { type VillageFrame, VillagePage } from './village-page.tsx';

export interface SheetPageProps {
  readonly frame: VillageFrame;
  readonly figures: VillageFigures;
  readonly sheet: VillageSheet;
  readonly done?: string | undefined;
  /** What was typed, and what could not be read or stored of it. */
  readonly form?: SheetForm | undefined;
  readonly outcomes?: readonly CellOutcome[] | undefined;
}

/** One sheet as a form that works without a script. */
export function SheetPage(props: SheetPageProps): VNode {
  const { frame, figures, sheet, form, outcomes = [] } = props;
  const { language } = frame;
  const said = words[language];
  const path = villageSheetPath(sheet.id);
  const errors = [...(form?.faults ?? [])].map(([key, fault]) => ({
    field: fault === 'reason_missing' ? boxNames(key).reason : boxNames(key).text,
    message: `${sheet.items.find((item) => item.key === key)?.label}: ${said.faults[fault]}`,
  }));
  const locked = outcomes.some((one) => one.outcome === 'refused');
  return (
    <VillagePage frame={frame} title={sheet.title} figures={figures} errors={errors} done={props.done}>
      <SheetHead sheet={sheet} language={language} />
      {props.done && <Note kind="go" title={props.done} announced />}
      {locked && <Note kind="stop" title={said.sheet.locked} announced />}
      {sheet.maySave ? <Boxes {...props} /> : <Figures {...props} />}
      {sheet.maySubmit && (
        <form method="post" action={`${path}/nop`}>
          <p class="hint">{said.sheet.submitHint}</p>
          <ButtonRow>
            <Button kind="plain">{said.sheet.submit}</Button>
          </ButtonRow>
        </form>
      )}
      {sheet.mayTakeBack && (
        <form method="post" action={`${path}/rut-lai`}>
          <p class="hint">{said.sheet.takeBackHint}</p>
          <ButtonRow>
            <Button kind="plain">{said.sheet.takeBack}</Button>
          </ButtonRow>
        </form>
      )}
    </VillagePage>
  );
}

function Figures({ frame: { language }, sheet }: SheetPageProps): VNode {
  return (
    <SummaryList
      rows={sheet.items.map(({ label, cell }) => ({
        term: label,
        value: figureWords(cell.figure, language),
      }))}
    />
  );
}

function Boxes({ frame: { language }, sheet, form, outcomes = [] }: SheetPageProps): VNode {
  const said = words[language];
  const conflicts = new Map(
    outcomes.flatMap((one) => {
      const operation = form?.operations.find(({ id }) => id === one.id);
      return one.outcome === 'conflict' && operation !== undefined
        ? [[operation.item, { mine: operation.figure, stored: one.stored }] as const]
        : [];
    }),
  );
  return (
    <form method="post" action={villageSheetPath(sheet.id)} autocomplete="off">
      <input type="hidden" name={FORM_ID} value={newId<string>()} />
      {sheet.items.map((item) => {
        const conflict = conflicts.get(item.key);
        const seen = conflict?.stored ?? item.cell;
        const hidden = hiddenNames(item.key);
        return (
          <FigureBlock
            key={item.key}
            language={language}
            item={item}
            boxes={form?.typed.get(item.key) ?? boxesOf(item.cell.figure)}
            fault={form?.faults.get(item.key) ?? null}
          >
            {conflict && (
              <Note kind="stop" title={said.conflict.title} announced>
                <p>
                  {said.conflict.values(
                    figureWords(conflict.mine, language),
                    figureWords(conflict.stored.figure, language),
                  )}
                </p>
                <p>{said.conflict.hint}</p>
              </Note>
            )}
            <input type="hidden" name={hidden.seen} value={seenToken(seen.figure)} />
            <input type="hidden" name={hidden.revision} value={String(seen.revision)} />
          </FigureBlock>
        );
      })}
      <ButtonRow>
        <Button>{said.sheet.save}</Button>
      </ButtonRow>
    </form>
  );
}
