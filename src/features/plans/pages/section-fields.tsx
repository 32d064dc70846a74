import type { VNode } from 'preact';
import { UNIT_KINDS } from '../../../domain/plan/index.ts';
import { Checkbox } from '../../../ui/components/Checkbox.tsx';
import { Columns } from '../../../ui/components/Columns.tsx';
import { Details } from '../../../ui/components/Details.tsx';
import { Field } from '../../../ui/components/Field.tsx';
import { Select } from '../../../ui/components/Select.tsx';
import { TextArea } from '../../../ui/components/TextArea.tsx';
import type { Language } from '../../../ui/language.ts';
import { BOUNDS, OBJECTIVE_KINDS, OPERATORS, PART_FORMS, PERIODS } from '../choices.ts';
import { messages } from '../messages.ts';
import type { Origins } from '../origins.ts';
import type { TypedDeadline, TypedItem, TypedPart, TypedTarget } from '../section-form.ts';
import { Doubts, Facts, LinesLink } from './content-view.tsx';

export interface PartFieldsProps {
  readonly language: Language;
  readonly role: string;
  readonly part: TypedPart;
  /** Every part of the plan, where an item can go. */
  readonly otherParts: readonly { readonly value: string; readonly label: string }[];
  readonly errorOf: (field: string) => string | undefined;
  readonly origins: Origins | undefined;
  /** What hangs on an item as it is stored. */
  readonly factsOf: (item: string) => readonly string[];
}

/** The boxes of one part: its heading, who does it, and its items. */
export function PartFields(props: PartFieldsProps): VNode {
  const { language, role, part, errorOf } = props;
  const words = messages[language];
  const at = `p.${part.id}`;
  return (
    <section class="form-part" aria-labelledby={`${at}.ten`}>
      <h2 id={`${at}.ten`}>
        {part.heading === '' ? words.edit.partUntitled : words.edit.part(part.heading)}
      </h2>
      <Doubts language={language} origins={props.origins} id={part.id} />
      <Field
        id={`${at}.tieu_de`}
        label={words.edit.partHeading}
        hint={words.edit.partHeadingHint}
        value={part.heading}
        width="full"
      />
      {role === 'assignments' && (
        <>
          <Columns layout="two">
            <Field
              id={`${at}.don_vi`}
              label={words.edit.unit}
              hint={words.edit.unitHint}
              value={part.unit}
              error={errorOf(`${at}.don_vi`)}
              width="full"
            />
            <Select
              id={`${at}.loai_don_vi`}
              label={words.edit.unitKind}
              value={part.unitKind}
              placeholder={words.edit.unitKindNone}
              options={UNIT_KINDS.map((kind) => ({ value: kind, label: words.unitKinds[kind] }))}
            />
          </Columns>
          <Checkbox id={`${at}.de_nghi`} label={words.edit.request} checked={part.request} />
        </>
      )}
      {(role === 'purpose' || role === 'objectives') && (
        <Select
          id={`${at}.loai`}
          label={words.edit.objectiveKind}
          value={part.objectiveKind}
          options={OBJECTIVE_KINDS.map((kind) => ({ value: kind, label: words.objectiveKinds[kind] }))}
        />
      )}
      <input type="hidden" name={`${at}.muc`} value={part.items.map(({ id }) => id).join(' ')} />
      {part.items.map((item, place) => (
        <ItemFields key={item.id} {...props} item={item} place={place + 1} />
      ))}
      <TextArea
        id={`${at}.them`}
        label={words.edit.addItems}
        hint={words.edit.addItemsHint}
        rows={2}
        value={part.added}
      />
      <Details summary={words.edit.partMore} open={part.remove}>
        <Select
          id={`${at}.cach_in`}
          label={words.edit.form}
          value={part.form}
          options={PART_FORMS.map((form) => ({ value: form, label: words.partForms[form] }))}
        />
        <Checkbox id={`${at}.bo`} label={words.edit.removePart} checked={part.remove} />
      </Details>
    </section>
  );
}

function ItemFields(props: PartFieldsProps & { item: TypedItem; place: number }): VNode {
  const { language, item, place, part, errorOf, origins } = props;
  const words = messages[language];
  const at = `m.${item.id}`;
  const origin = origins?.[item.id];
  const emptyTarget = { text: '', operator: '>=', value: '', of: '', unit: '' };
  const targets = [...item.targets, emptyTarget];
  const deadlines = [...item.deadlines, { date: '', bound: 'before' }];
  const hasFault = [
    `${at}.tieu_chi`,
    ...targets.flatMap((_, index) => ['noi_dung', 'so', 'tren'].map((box) => `${at}.ct${index}.${box}`)),
    ...deadlines.map((_, index) => `${at}.han${index}.ngay`),
  ].some((field) => errorOf(field) !== undefined);
  return (
    <fieldset class="plan-item-boxes" data-lines={origin && `${origin.from}-${origin.to}`}>
      <legend>
        {words.edit.item(place)} <LinesLink language={language} origins={origins} id={item.id} />
      </legend>
      <Doubts language={language} origins={origins} id={item.id} />
      <TextArea
        id={`${at}.noi_dung`}
        label={<span class="visually-hidden">{words.edit.item(place)}</span>}
        rows={Math.min(10, Math.max(2, Math.ceil(item.text.length / 75)))}
        value={item.text}
        error={errorOf(`${at}.noi_dung`)}
      />
      <Facts facts={props.factsOf(item.id)} />
      <Details summary={words.edit.itemMore} open={hasFault || item.move !== '' || item.remove}>
        {targets.map((target, index) => (
          <TargetFields
            key={index}
            {...props}
            at={`${at}.ct${index}`}
            target={target}
            place={index + 1}
            last={index === targets.length - 1}
          />
        ))}
        {deadlines.map((deadline, index) => (
          <DeadlineFields
            key={index}
            {...props}
            at={`${at}.han${index}`}
            deadline={deadline}
            place={index + 1}
            last={index === deadlines.length - 1}
          />
        ))}
        <Columns layout="two">
          <Field
            id={`${at}.tieu_chi`}
            label={words.edit.criteria}
            hint={words.edit.criteriaHint}
            value={item.criteria}
            error={errorOf(`${at}.tieu_chi`)}
            width="short"
          />
          <Select
            id={`${at}.lap`}
            label={words.edit.recurrence}
            value={item.recurrence}
            placeholder={words.edit.recurrenceNone}
            options={PERIODS.map((period) => ({ value: period, label: words.periods[period] }))}
          />
        </Columns>
        <Select
          id={`${at}.chuyen`}
          label={words.edit.move}
          value={item.move}
          placeholder={words.edit.moveNone}
          options={[
            { value: 'len', label: words.edit.moveUp },
            { value: 'xuong', label: words.edit.moveDown },
            ...props.otherParts
              .filter(({ value }) => value !== part.id)
              .map(({ value, label }) => ({ value, label: words.edit.moveTo(label) })),
          ]}
        />
        <Checkbox id={`${at}.bo`} label={words.edit.removeItem} checked={item.remove} />
      </Details>
    </fieldset>
  );
}

function TargetFields(
  props: PartFieldsProps & { at: string; target: TypedTarget; place: number; last: boolean },
): VNode {
  const { language, at, target, errorOf } = props;
  const words = messages[language];
  return (
    <fieldset class="plan-fact-boxes">
      <legend>{props.last ? words.edit.newTarget : words.edit.target(props.place)}</legend>
      <TextArea
        id={`${at}.noi_dung`}
        label={words.edit.targetText}
        rows={2}
        value={target.text}
        error={errorOf(`${at}.noi_dung`)}
      />
      <div class="fact-row">
        <Select
          id={`${at}.dau`}
          label={words.edit.operator}
          value={target.operator}
          options={OPERATORS.map((operator) => ({ value: operator, label: words.operators[operator] }))}
        />
        <Field
          id={`${at}.so`}
          kind="decimal"
          label={words.edit.value}
          value={target.value}
          error={errorOf(`${at}.so`)}
        />
        <Field id={`${at}.don_vi`} label={words.edit.unitOfTarget} value={target.unit} width="short" />
        <Field
          id={`${at}.tren`}
          kind="decimal"
          label={words.edit.of}
          hint={words.edit.ofHint}
          value={target.of}
          error={errorOf(`${at}.tren`)}
        />
      </div>
    </fieldset>
  );
}

function DeadlineFields(
  props: PartFieldsProps & { at: string; deadline: TypedDeadline; place: number; last: boolean },
): VNode {
  const { language, at, deadline, errorOf } = props;
  const words = messages[language];
  return (
    <fieldset class="plan-fact-boxes">
      <legend>{props.last ? words.edit.newDeadline : words.edit.deadline(props.place)}</legend>
      <div class="fact-row">
        <Select
          id={`${at}.moc`}
          label={words.edit.bound}
          value={deadline.bound}
          options={BOUNDS.map((bound) => ({ value: bound, label: words.bounds[bound] }))}
        />
        <Field
          id={`${at}.ngay`}
          kind="date"
          label={words.edit.date}
          hint={words.edit.dateHint}
          value={deadline.date}
          error={errorOf(`${at}.ngay`)}
        />
      </div>
    </fieldset>
  );
}
