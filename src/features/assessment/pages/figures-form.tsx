import type { VNode } from 'preact';
import {
  type Criterion,
  type Figure,
  type InputDefinition,
  inputsOfCriterion,
  type Standard,
} from '../../../domain/scoring/index.ts';
import type { Language } from '../../../domain/text/index.ts';
import { formatInstant } from '../../../domain/text/index.ts';
import { Button } from '../../../ui/components/Button.tsx';
import { ButtonRow } from '../../../ui/components/ButtonRow.tsx';
import { ConflictNotice } from '../../../ui/components/ConflictNotice.tsx';
import { Details } from '../../../ui/components/Details.tsx';
import type { FieldError } from '../../../ui/components/ErrorSummary.tsx';
import { Field } from '../../../ui/components/Field.tsx';
import { Radios } from '../../../ui/components/Radios.tsx';
import { Select } from '../../../ui/components/Select.tsx';
import { SummaryList } from '../../../ui/components/SummaryList.tsx';
import type { CollectedFigure } from '../collected.ts';
import { messages } from '../messages.ts';
import { criterionPath, figureHistoryPath } from '../paths.ts';
import type { Cycle, LastChange } from '../queries.ts';
import { figureToken } from '../schema.ts';
import { figureText, inputLabel } from '../wording.ts';
import { CollectedNote } from './collected-note.tsx';

/** What the boxes of one figure hold. */
export interface BoxValue {
  readonly text: string;
  readonly state: string;
  readonly reason: string;
  readonly note: string;
}

/** Two people changed one figure; both values as people read them. */
export interface ShownConflict {
  readonly input: string;
  readonly yours: string;
  readonly stored: string;
  readonly storedBy: string;
  readonly storedAt: string;
}

export interface FiguresFormProps {
  readonly language: Language;
  readonly cycle: Cycle;
  readonly standard: Standard;
  readonly criterion: Criterion;
  readonly editable: boolean;
  readonly lastChanges: ReadonlyMap<string, LastChange>;
  readonly collected: ReadonlyMap<string, CollectedFigure>;
  readonly typed: ReadonlyMap<string, BoxValue>;
  readonly errors: readonly FieldError[];
  readonly conflicts: readonly ShownConflict[];
  readonly lockedBy: ReadonlyMap<string, number>;
}

/** The id that the live score and the error links find the form and its boxes by. */
export const FIGURES_FORM = 'bieu-so-lieu';

/** The figures of one criterion: boxes for who may enter them, a list for the others. One request saves them all. */
export function FiguresForm(props: FiguresFormProps): VNode {
  const { language, cycle, criterion, editable, conflicts } = props;
  const words = messages[language].page;
  const inputs = inputsOfCriterion(criterion);
  if (!editable)
    return (
      <SummaryList
        rows={inputs.map((input) => ({
          term: inputLabel(props.standard, input, language),
          value: <ReadOnlyFigure {...props} input={input} />,
        }))}
      />
    );
  const path = criterionPath(cycle.unit.code, cycle.year, criterion.number);
  return (
    <form method="post" action={path} id={FIGURES_FORM} autocomplete="off">
      {conflicts.map((conflict) => (
        <ConflictNotice
          key={conflict.input}
          language={language}
          label={inputLabel(props.standard, conflict.input, language)}
          yours={conflict.yours}
          stored={conflict.stored}
          storedBy={conflict.storedBy}
          storedAt={conflict.storedAt}
        >
          <p>
            {words.conflictHint} <a href={path}>{words.keepStored}</a>
          </p>
        </ConflictNotice>
      ))}
      {props.collected.size > 0 && (
        // The Enter key presses the first button of a form: that must be the one that saves.
        <button type="submit" class="visually-hidden" tabIndex={-1} aria-hidden="true">
          {words.save}
        </button>
      )}
      {inputs.map((input) => (
        <FigureBoxes key={input} {...props} input={input} />
      ))}
      <ButtonRow>
        <Button>{words.save}</Button>
        <Button kind="plain" formAction={`${path}/nop`}>
          {words.handIn}
        </Button>
      </ButtonRow>
    </form>
  );
}

function ReadOnlyFigure(props: FiguresFormProps & { input: string }): VNode {
  const { language, cycle, input } = props;
  const stored = cycle.stored[input];
  return (
    <>
      <b>{figureText(cycle.figures[input], language)}</b>{' '}
      <span class="small muted">{lastYearText(props, input)}</span>
      {stored?.figure.state === 'not_applicable' && <div class="small">{stored.figure.reason}</div>}
      {stored?.note && <div class="small">{stored.note}</div>}
      <CollectedNote {...props} input={input} />
      <History {...props} input={input} />
    </>
  );
}

function lastYearText({ language, cycle }: FiguresFormProps, input: string): string {
  const words = messages[language].page;
  const before = cycle.previous[input];
  return before === undefined
    ? words.noLastYear(cycle.year - 1)
    : words.lastYear(cycle.year - 1, figureText(before, language));
}

/** What the boxes show of a stored figure. */
export function boxesOf(figure: Figure | undefined, note: string | null): BoxValue {
  const nothing = { text: '', state: '', reason: '', note: note ?? '' };
  if (figure === undefined) return nothing;
  switch (figure.state) {
    case 'given':
      return {
        ...nothing,
        text: typeof figure.value === 'boolean' ? (figure.value ? 'co' : 'khong') : String(figure.value),
      };
    case 'not_applicable':
      return { ...nothing, state: figure.state, reason: figure.reason };
    default:
      return { ...nothing, state: figure.state };
  }
}

function FigureBoxes(props: FiguresFormProps & { input: string }): VNode {
  const { language, cycle, standard, input, typed } = props;
  const words = messages[language];
  const definition = standard.inputs[input]!;
  const stored = cycle.stored[input];
  const locking = props.lockedBy.get(input);
  if (locking !== undefined)
    return (
      <div class="field">
        <p>
          <b>{inputLabel(standard, input, language)}</b>
        </p>
        <ReadOnlyFigure {...props} />
        <p class="small muted">{words.page.locked(locking)}</p>
      </div>
    );
  const boxes = typed.get(input) ?? boxesOf(stored?.figure, stored?.note ?? null);
  const error = props.errors.find(({ field }) => field === input)?.message;
  const noteError = props.errors.find(({ field }) => field === `${input}.ghi_chu`)?.message;
  const reasonError = props.errors.find(({ field }) => field === `${input}.ly_do`)?.message;
  const below = (
    <>
      <CollectedNote {...props} mayFillIn />
      <Details
        summary={words.page.noNumber}
        open={
          boxes.state === 'not_applicable' ||
          boxes.note !== '' ||
          noteError !== undefined ||
          reasonError !== undefined
        }
      >
        <Select
          id={`${input}.tinh_trang`}
          label={words.page.stateLabel}
          hint={words.page.stateHint}
          value={boxes.state || 'no_data'}
          options={(['no_data', 'not_applicable', 'not_due'] as const).map((state) => ({
            value: state,
            label: words.figureStates[state],
          }))}
        />
        <Field
          id={`${input}.ly_do`}
          label={words.page.reasonLabel}
          value={boxes.reason}
          width="full"
          error={reasonError}
        />
        <Field
          id={`${input}.ghi_chu`}
          label={words.page.noteLabel}
          hint={words.page.noteHint}
          value={boxes.note}
          width="full"
          error={noteError}
        />
      </Details>
      <History {...props} />
      <input
        type="hidden"
        name={`${input}.da_thay`}
        value={figureToken(stored?.figure ?? { state: 'no_data' })}
      />
      <input type="hidden" name={`${input}.ghi_chu_da_thay`} value={stored?.note ?? ''} />
      <input type="hidden" name={`${input}.lan_sua`} value={String(stored?.revision ?? 0)} />
    </>
  );
  return definition.kind === 'yes_no' ? (
    <>
      <Radios
        id={input}
        label={inputLabel(standard, input, language)}
        hint={<Hint definition={definition} language={language} />}
        error={error}
        value={boxes.text}
        choices={[
          { value: 'co', label: words.yes },
          { value: 'khong', label: words.no },
        ]}
      />
      <p class="small muted">{lastYearText(props, input)}</p>
      {below}
    </>
  ) : (
    <Field
      id={input}
      kind="figure"
      label={inputLabel(standard, input, language)}
      hint={<Hint definition={definition} language={language} />}
      error={error}
      value={boxes.text}
      previous={lastYearText(props, input)}
    >
      {below}
    </Field>
  );
}

function Hint({ definition, language }: { definition: InputDefinition; language: Language }): VNode {
  return (
    <span lang="vi">
      {definition.definition} {messages[language].page.source}: {definition.source}.
    </span>
  );
}

/** Who changed the figure last, with the way to its whole history. */
function History({
  language,
  cycle,
  criterion,
  lastChanges,
  input,
}: FiguresFormProps & { input: string }): VNode | null {
  const words = messages[language].page;
  const change = lastChanges.get(input);
  if (change === undefined) return null;
  return (
    <p class="small muted">
      {words.changedBy(change.personName, formatInstant(change.changedAt))} ·{' '}
      <a href={figureHistoryPath(cycle.unit.code, cycle.year, criterion.number, input)}>
        {words.figureHistory}
      </a>
    </p>
  );
}
