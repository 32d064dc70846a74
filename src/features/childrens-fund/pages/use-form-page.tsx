import type { VNode } from 'preact';
import { formatDate } from '../../../domain/text/index.ts';
import { Field } from '../../../ui/components/Field.tsx';
import { Radios } from '../../../ui/components/Radios.tsx';
import { Select } from '../../../ui/components/Select.tsx';
import { messages } from '../messages.ts';
import { newUsePath, usePath } from '../paths.ts';
import { boxesOf, LineFormPage, type LineFormProps } from './line-form-page.tsx';

/** What was given out, for what, and how many children it helped. */
export function UseFormPage(
  props: LineFormProps & {
    readonly activities: readonly {
      readonly id: string;
      readonly title: string;
      readonly heldFrom: string;
    }[];
  },
): VNode {
  const { unit, line } = props;
  const words = messages[props.frame.language];
  const box = boxesOf(props);
  return (
    <LineFormPage
      {...props}
      title={line === null ? words.form.newUse : words.form.changeUse}
      path={line === null ? newUsePath(unit.code) : usePath(unit.code, line.id)}
    >
      <Field {...box('ngay')} kind="date" label={words.form.usedOn} hint={words.form.dateHint} />
      <Field {...box('noi_dung')} width="full" label={words.form.useWhat} />
      <Radios
        {...box('hinh_thuc')}
        label={words.form.form}
        choices={[
          { value: 'tien', label: words.form.money },
          { value: 'hien_vat', label: words.form.goods },
        ]}
      />
      <Field
        {...box('so_tien')}
        kind="figure"
        label={words.form.amount}
        hint={words.form.amountHint}
        unit={words.form.dong}
      />
      <Field {...box('so_tre')} kind="figure" label={words.form.children} hint={words.form.childrenHint} />
      <Field {...box('so_chung_tu')} width="short" label={words.form.voucher} />
      <Select
        {...box('hoat_dong')}
        label={words.form.activity}
        placeholder={words.form.noActivity}
        options={props.activities.map(({ id, title, heldFrom }) => ({
          value: id,
          label: `${formatDate(heldFrom)}: ${title}`,
        }))}
      />
    </LineFormPage>
  );
}
