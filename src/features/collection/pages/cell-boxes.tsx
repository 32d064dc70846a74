import type { VNode } from 'preact';
import { periodName } from '../../../domain/calendar/index.ts';
import { type Item, itemLabel, periodBefore } from '../../../domain/collection/index.ts';
import type { Figure } from '../../../domain/scoring/index.ts';
import { formatInstant, type Language } from '../../../domain/text/index.ts';
import { Details } from '../../../ui/components/Details.tsx';
import { Field } from '../../../ui/components/Field.tsx';
import { Radios } from '../../../ui/components/Radios.tsx';
import { Select } from '../../../ui/components/Select.tsx';
import { figureText, figureToken, type TypedFigure } from '../../assessment/index.ts';
import type { Sheet } from '../queries/sheet.ts';
import { sheetMessages } from '../sheet-messages.ts';

export interface CellProps {
  readonly language: Language;
  readonly item: Item;
  readonly sheet: Sheet;
  /** The period of the round. */
  readonly period: string;
  readonly historyHref: string;
}

/** What the place said in the period before: "6 tháng cuối năm 2025: 118". */
export function beforeText({ language, item, sheet, period }: CellProps): string {
  const words = sheetMessages[language];
  const before = periodBefore(period);
  const figure = sheet.others.find((other) => other.period === before)?.figures[item.key];
  const name = periodName(before, language);
  return figure === undefined ? words.nothingBefore(name) : words.before(name, figureText(figure, language));
}

/** Who changed a cell last, with the way to its whole history. */
export function LastChange({ language, item, sheet, historyHref }: CellProps): VNode | null {
  const words = sheetMessages[language];
  const cell = sheet.cells[item.key];
  if (cell === undefined) return null;
  return (
    <p class="small muted">
      {words.changedBy(cell.changedBy, formatInstant(new Date(cell.changedAt)))} ·{' '}
      <a href={historyHref}>{words.history}</a>
    </p>
  );
}

/** What exactly is counted, of whom, and where the number is taken from. */
export function Definition({ item, language }: { item: Item; language: Language }): VNode {
  const words = sheetMessages[language];
  const { ageBand, unit, unitEn } = item.collection;
  return (
    <>
      <span lang="vi">
        {item.definition.definition} {words.source}: {item.definition.source}.
      </span>{' '}
      {words.unit(language === 'vi' ? unit : unitEn)}.
      {ageBand !== null &&
        ` ${words.age(words.months(ageBand.fromMonths), words.months(ageBand.belowMonths))}.`}
    </>
  );
}

/** What the boxes show of a stored cell. */
function boxesOf(figure: Figure | undefined, comment: string | null): TypedFigure {
  const nothing = { text: '', state: '', reason: '', note: comment ?? '' };
  if (figure === undefined) return nothing;
  switch (figure.state) {
    case 'given': {
      const { value } = figure;
      return { ...nothing, text: typeof value === 'boolean' ? (value ? 'co' : 'khong') : String(value) };
    }
    case 'not_applicable':
      return { ...nothing, state: figure.state, reason: figure.reason };
    default:
      return { ...nothing, state: figure.state };
  }
}

export interface CellBoxesProps extends CellProps {
  /** Made with the page, so that the same form sent twice is done once. */
  readonly operationId: string;
  readonly typed?: TypedFigure | undefined;
  readonly error?: string | undefined;
  /** The words of the states without a number. */
  readonly states: Readonly<Record<'no_data' | 'not_applicable' | 'not_due', string>>;
}

/** The boxes of one cell, with what they held when the page was made. */
export function CellBoxes(props: CellBoxesProps): VNode {
  const { language, item, sheet, error } = props;
  const { key } = item;
  const words = sheetMessages[language];
  const stored = sheet.cells[key];
  const boxes = props.typed ?? boxesOf(stored?.figure, stored?.comment ?? null);
  const hint = <Definition item={item} language={language} />;
  const below = (
    <>
      <Details
        summary={words.noNumber}
        open={boxes.state === 'not_applicable' || boxes.state === 'not_due' || boxes.note !== ''}
      >
        <Select
          id={`${key}.tinh_trang`}
          label={words.state}
          value={boxes.state || 'no_data'}
          options={(['no_data', 'not_applicable', 'not_due'] as const).map((state) => ({
            value: state,
            label: props.states[state],
          }))}
        />
        <Field id={`${key}.ly_do`} label={words.reason} value={boxes.reason} width="full" />
        <Field id={`${key}.ghi_chu`} label={words.comment} value={boxes.note} width="full" />
      </Details>
      <LastChange {...props} />
      <input type="hidden" name={`${key}.ma`} value={props.operationId} />
      <input
        type="hidden"
        name={`${key}.da_thay`}
        value={figureToken(stored?.figure ?? { state: 'no_data' })}
      />
      <input type="hidden" name={`${key}.ghi_chu_da_thay`} value={stored?.comment ?? ''} />
      <input type="hidden" name={`${key}.lan_sua`} value={String(stored?.revision ?? 0)} />
    </>
  );
  return item.collection.asked === 'yes_no' ? (
    <>
      <Radios
        id={key}
        label={itemLabel(item, language)}
        hint={hint}
        error={error}
        value={boxes.text}
        choices={[
          { value: 'co', label: words.yes },
          { value: 'khong', label: words.no },
          { value: '', label: props.states.no_data },
        ]}
      />
      <p class="small muted">{beforeText(props)}</p>
      {below}
    </>
  ) : (
    <Field
      id={key}
      kind="figure"
      label={itemLabel(item, language)}
      hint={hint}
      error={error}
      value={boxes.text}
      previous={beforeText(props)}
    >
      {below}
    </Field>
  );
}
