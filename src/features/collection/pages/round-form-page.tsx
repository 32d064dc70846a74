import type { VNode } from 'preact';
import { periodName } from '../../../domain/calendar/index.ts';
import { type Item, itemLabel, levelName, type RoundLevel } from '../../../domain/collection/index.ts';
import { Button } from '../../../ui/components/Button.tsx';
import { ButtonRow } from '../../../ui/components/ButtonRow.tsx';
import { Card } from '../../../ui/components/Card.tsx';
import { Checkbox } from '../../../ui/components/Checkbox.tsx';
import { Field } from '../../../ui/components/Field.tsx';
import { Note } from '../../../ui/components/Note.tsx';
import { Radios } from '../../../ui/components/Radios.tsx';
import { Select } from '../../../ui/components/Select.tsx';
import { SummaryList } from '../../../ui/components/SummaryList.tsx';
import type { TaskToChoose } from '../../tasks/index.ts';
import { messages } from '../messages.ts';
import { editRoundPath, newRoundPath, roundPath } from '../paths.ts';
import type { RoundNamed } from '../queries/rounds.ts';
import type { Fields, RoundFaults } from '../schema.ts';
import { errorsOf } from '../wording.ts';
import { type CollectionFrame, CollectionPage } from './frame.tsx';

export interface RoundFormPageProps extends CollectionFrame {
  readonly level: RoundLevel;
  readonly period: string;
  /** The round that is changed; null for a new one. */
  readonly round: { readonly id: string; readonly title: string; readonly revision: number } | null;
  /** For a new one: rounds that ask the same level for the same period already. */
  readonly alike?: readonly RoundNamed[];
  /** All items of the level. */
  readonly items: readonly Item[];
  readonly tasks: readonly TaskToChoose[];
  /** What the boxes hold. */
  readonly values: Fields;
  readonly faults: RoundFaults;
  /** Somebody else changed the round meanwhile. */
  readonly conflict?: boolean;
  /** Items that would go although there are figures. */
  readonly filled?: readonly string[];
}

/** A new round, or changes of one: dates, items, places, task. */
export function RoundFormPage(props: RoundFormPageProps): VNode {
  const { frame, unit, year, level, period, round, values, faults, filled = [], alike = [] } = props;
  const { language } = frame;
  const words = messages[language];
  const title = round === null ? words.form.newTitle : words.form.editTitle(round.title);
  const box = (id: string) => ({
    id,
    value: values[id] ?? '',
    error: faults[id] === undefined ? undefined : words.faults[faults[id]],
  });
  const labelOf = (key: string): string => {
    const item = props.items.find((one) => one.key === key);
    return item === undefined ? key : itemLabel(item, language);
  };
  const refusal = words.form.hasFigures(filled.map(labelOf).join('; '));
  return (
    <CollectionPage
      {...props}
      title={title}
      round={round ?? undefined}
      errors={[
        ...(props.conflict ? [{ message: words.form.conflict }] : []),
        ...(filled.length > 0 ? [{ field: 'dong_y', message: refusal }] : []),
        ...errorsOf(faults, language),
      ]}
    >
      <Card>
        <h1>{title}</h1>
        <SummaryList
          rows={[
            { term: words.form.level, value: levelName(level, language) },
            { term: words.form.period, value: periodName(period, language) },
          ]}
        />
        {alike.length > 0 && (
          <Note kind="wait">
            <p>{words.form.alike}</p>
            <ul>
              {alike.map(({ id, title }) => (
                <li key={id}>
                  <a href={roundPath(unit.code, id)}>{title}</a>
                </li>
              ))}
            </ul>
          </Note>
        )}
        <form
          method="post"
          action={
            round === null
              ? newRoundPath(unit.code, year, { level, period })
              : editRoundPath(unit.code, round.id)
          }
        >
          {round === null ? (
            <input type="hidden" name="ma" value={values.ma ?? ''} />
          ) : (
            <input type="hidden" name="lan_sua" value={String(round.revision)} />
          )}
          <Field {...box('tieu_de')} label={words.form.title} width="full" />
          <Field {...box('ngay_chot')} kind="date" label={words.form.cutOff} hint={words.form.cutOffHint} />
          <Field {...box('han_nop')} kind="date" label={words.form.due} hint={words.form.dueHint} />
          <ItemBoxes {...props} error={box('so_lieu').error} />
          {filled.length > 0 && (
            <Note kind="stop">
              <p>{refusal}</p>
              <Checkbox id="dong_y" label={words.form.agree} />
            </Note>
          )}
          {round === null && (
            <Radios
              id="noi"
              label={words.form.places}
              hint={level === 'organisation' ? words.form.organisationsHint : undefined}
              value={values.noi ?? 'tat_ca'}
              choices={[
                { value: 'tat_ca', label: words.form.allPlaces },
                { value: 'chon', label: words.form.chooseLater },
              ]}
            />
          )}
          <Select
            {...box('nhiem_vu')}
            label={words.form.task}
            placeholder={words.form.noTask}
            options={props.tasks.map(({ id, text, lead }) => ({ value: id, label: `${text} (${lead})` }))}
          />
          <ButtonRow>
            <Button>{round === null ? words.form.create : words.form.save}</Button>
          </ButtonRow>
        </form>
      </Card>
    </CollectionPage>
  );
}

/** One box for each item; the parts of a count follow their whole. */
function ItemBoxes(props: RoundFormPageProps & { readonly error: string | undefined }): VNode {
  const { language } = props.frame;
  const words = messages[language].form;
  return (
    <fieldset id="so_lieu" class={props.error ? 'field bad' : 'field'}>
      <legend>{words.items}</legend>
      <p class="hint">{words.itemsHint}</p>
      {props.level === 'organisation' && <p class="hint">{words.comparedHint}</p>}
      {props.error && <p class="error">{props.error}</p>}
      {props.items.map((item) => (
        <Checkbox
          key={item.key}
          id={`so_lieu.${item.key}`}
          label={itemLabel(item, language)}
          checked={props.values[`so_lieu.${item.key}`] !== undefined}
        />
      ))}
    </fieldset>
  );
}
