import type { VNode } from 'preact';
import type { CellOutcome } from '../../../domain/collection/index.ts';
import { newId } from '../../../platform/database/index.ts';
import { Button } from '../../../ui/components/Button.tsx';
import { ButtonRow } from '../../../ui/components/ButtonRow.tsx';
import { Note } from '../../../ui/components/Note.tsx';
import { SummaryList } from '../../../ui/components/SummaryList.tsx';
import { Tag } from '../../../ui/components/Tag.tsx';
import { boxNames, FigureBlock } from '../islands/figure-block.tsx';
import { figureWords } from '../islands/figure-words.ts';
import { boxesOf, isOfReason } from '../islands/read-figure.ts';
import type { SentForm } from '../islands/sent-form.ts';
import { filledAtServer, SheetHead } from '../islands/sheet-parts.tsx';
import type { VillageFigures, VillageSheet } from '../islands/village-figures.ts';
import { words } from '../islands/words.ts';
import { villageSheetPath } from '../paths.ts';
import {
  FORM_ID,
  hiddenNames,
  type SheetForm,
  seenToken,
  type UnstoredFigure,
  unstoredOf,
} from '../read-sheet-form.ts';
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
    field: isOfReason(fault) ? boxNames(key).reason : boxNames(key).text,
    message: `${sheet.items.find((item) => item.key === key)?.label}: ${said.faults[fault]}`,
  }));
  const unstored = form === undefined ? NOTHING : unstoredOf(form, outcomes);
  const conflicts = outcomes.filter((one) => one.outcome === 'conflict').length;
  const locked = outcomes.some((one) => one.outcome === 'refused');
  return (
    <VillagePage
      frame={frame}
      title={sheet.title}
      figures={figures}
      errors={errors}
      done={props.done}
      form={form && sentForm(form, outcomes, unstored)}
    >
      <SheetHead sheet={sheet} language={language} />
      {props.done && <Note kind="go" title={props.done} announced />}
      {errors.length > 0 && (
        <Note kind="stop" title={said.sheet.nothingSaved}>
          <p>{said.sheet.nothingSavedHint}</p>
        </Note>
      )}
      {locked && <Note kind="stop" title={said.sheet.locked} announced />}
      {conflicts > 0 && <Note kind="stop" title={said.conflict.formTitle} announced />}
      {sheet.maySave ? <Boxes {...props} unstored={unstored} /> : <Figures {...props} unstored={unstored} />}
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

const NOTHING: ReadonlyMap<string, UnstoredFigure> = new Map();

/** The same for the script, which goes on with it. */
const sentForm = (
  { operations }: SheetForm,
  outcomes: readonly CellOutcome[],
  unstored: ReadonlyMap<string, UnstoredFigure>,
): SentForm => ({
  typed: Object.fromEntries(
    [...unstored].map(([key, { boxes, seen }]) => [key, { ...boxes, seenRevision: seen.revision }]),
  ),
  operations: outcomes.length === 0 ? [] : operations,
  outcomes,
});

/** Not to be changed any more; what was typed in vain is said beside what stands, so that it is not lost. */
function Figures({
  frame: { language },
  sheet,
  unstored,
}: SheetPageProps & { readonly unstored: ReadonlyMap<string, UnstoredFigure> }): VNode {
  return (
    <SummaryList
      rows={sheet.items.map(({ key, label, cell }) => {
        const boxes = unstored.get(key)?.boxes;
        const typed = boxes && [boxes.text, boxes.reason].filter((text) => text !== '').join('; ');
        return {
          term: label,
          value: (
            <>
              {figureWords(cell.figure, language)}
              {typed && <Tag kind="stop">{words[language].sheet.notSavedTyped(typed)}</Tag>}
            </>
          ),
        };
      })}
    />
  );
}

function Boxes({
  frame: { language },
  sheet,
  form,
  unstored,
}: SheetPageProps & { readonly unstored: ReadonlyMap<string, UnstoredFigure> }): VNode {
  const said = words[language];
  return (
    <form method="post" action={villageSheetPath(sheet.id)} autocomplete="off">
      <input type="hidden" name={FORM_ID} value={newId<string>()} />
      {sheet.items.map((item) => {
        const typed = unstored.get(item.key);
        const conflict = typed?.conflict;
        const seen = typed?.seen ?? item.cell;
        const hidden = hiddenNames(item.key);
        return (
          <FigureBlock
            key={item.key}
            language={language}
            item={item}
            boxes={typed?.boxes ?? boxesOf(item.cell.figure)}
            fault={form?.faults.get(item.key) ?? null}
          >
            {conflict && (
              <Note kind="stop" title={said.conflict.title} announced>
                <p>
                  {said.conflict.values(
                    figureWords(conflict.mine, language),
                    figureWords(conflict.stored, language),
                  )}
                </p>
                <p>{said.conflict.formHint}</p>
              </Note>
            )}
            <input type="hidden" name={hidden.seen} value={seenToken(seen.figure)} />
            <input type="hidden" name={hidden.revision} value={String(seen.revision)} />
          </FigureBlock>
        );
      })}
      {sheet.maySubmit && (
        <p class="hint">
          {said.list.filled(String(filledAtServer(sheet)), String(sheet.items.length))}.{' '}
          {said.sheet.submitFormHint}
        </p>
      )}
      <ButtonRow>
        <Button>{said.sheet.save}</Button>
        {sheet.maySubmit && (
          <Button kind="plain" formAction={`${villageSheetPath(sheet.id)}/nop`}>
            {said.sheet.submit}
          </Button>
        )}
      </ButtonRow>
    </form>
  );
}
