import type { VNode } from 'preact';
import type { Standard } from '../../../domain/scoring/index.ts';
import { Button } from '../../../ui/components/Button.tsx';
import { ButtonRow } from '../../../ui/components/ButtonRow.tsx';
import { Field } from '../../../ui/components/Field.tsx';
import { Select } from '../../../ui/components/Select.tsx';
import { TextArea } from '../../../ui/components/TextArea.tsx';
import type { Language } from '../../../ui/language.ts';
import type { Organisation } from '../../people/index.ts';
import { messages } from '../messages.ts';
import { OPERATORS, type TargetFaults } from '../schema.ts';

export interface TargetFormProps {
  readonly language: Language;
  readonly action: string;
  /** As typed, or as stored. */
  readonly values: Readonly<Record<string, string>>;
  readonly faults: TargetFaults;
  readonly organisations: readonly Organisation[];
  readonly standard: Standard;
}

/** What a target is, how it is measured, and who answers for it. */
export function TargetForm(props: TargetFormProps): VNode {
  const { language, values, faults, standard } = props;
  const words = messages[language];
  const at = (id: string) => ({
    id,
    value: values[id] ?? '',
    error: faults[id] === undefined ? undefined : words.faults[faults[id]],
  });
  const measures = [
    { value: 'own', label: words.fields.ownMeasure },
    ...standard.criteria.flatMap(({ indicators }) =>
      indicators.map(({ code, statement, statementEn }) => ({
        value: `indicator:${code}`,
        label: words.fields.indicator(code, language === 'vi' ? statement : statementEn),
      })),
    ),
    ...Object.entries(standard.inputs).map(([name, { label, labelEn }]) => ({
      value: `input:${name}`,
      label: words.fields.input(language === 'vi' ? label : labelEn),
    })),
  ];
  return (
    <form method="post" action={props.action}>
      <TextArea {...at('noi_dung')} label={words.fields.text} required />
      <Select
        {...at('muc')}
        label={words.fields.operator}
        options={OPERATORS.map((value) => ({ value, label: words.operators[value] }))}
      />
      <Field
        {...at('gia_tri')}
        kind="decimal"
        width="short"
        label={words.fields.value}
        hint={words.fields.valueHint}
      />
      <Field {...at('don_vi_tinh')} width="medium" label={words.fields.unit} hint={words.fields.unitHint} />
      <Field
        {...at('tren_tong')}
        kind="decimal"
        width="short"
        label={words.fields.of}
        hint={words.fields.ofHint}
      />
      <Field
        {...at('nam_truoc')}
        kind="decimal"
        width="short"
        label={words.fields.baseline}
        hint={words.fields.baselineHint}
      />
      <Select
        {...at('to_chuc')}
        label={words.fields.owner}
        placeholder={words.noOwner}
        options={props.organisations.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <Field
        {...at('tieu_chi')}
        width="medium"
        label={words.fields.criteria}
        hint={words.fields.criteriaHint}
      />
      <Select {...at('do_bang')} label={words.fields.measure} options={measures} />
      <input type="hidden" name="lan_sua" value={values.lan_sua ?? ''} />
      <ButtonRow>
        <Button>{words.save}</Button>
      </ButtonRow>
    </form>
  );
}
