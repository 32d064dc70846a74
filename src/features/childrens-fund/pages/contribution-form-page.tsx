import type { VNode } from 'preact';
import { Field } from '../../../ui/components/Field.tsx';
import { Radios } from '../../../ui/components/Radios.tsx';
import { Select } from '../../../ui/components/Select.tsx';
import { DONOR_KINDS } from '../content.ts';
import { messages } from '../messages.ts';
import { contributionPath, newContributionPath } from '../paths.ts';
import { boxesOf, LineFormPage, type LineFormProps } from './line-form-page.tsx';

/** What was given, by whom, and to what. */
export function ContributionFormPage(props: LineFormProps): VNode {
  const { unit, line } = props;
  const words = messages[props.frame.language];
  const box = boxesOf(props);
  return (
    <LineFormPage
      {...props}
      title={line === null ? words.form.newContribution : words.form.changeContribution}
      path={line === null ? newContributionPath(unit.code) : contributionPath(unit.code, line.id)}
    >
      <Field {...box('ngay')} kind="date" label={words.form.receivedOn} hint={words.form.dateHint} />
      <Field {...box('nguoi_tang')} width="full" label={words.form.donor} />
      <Select
        {...box('loai_nguoi_tang')}
        label={words.form.donorKind}
        placeholder={words.form.choose}
        options={DONOR_KINDS.map((kind) => ({ value: kind, label: words.donorKinds[kind] }))}
      />
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
      <Field {...box('hien_vat')} width="full" label={words.form.goodsWhat} hint={words.form.goodsHint} />
      <Radios
        {...box('vao')}
        label={words.form.to}
        choices={[
          { value: 'quy', label: words.form.toFund },
          { value: 'muc_dich', label: words.form.forPurpose },
        ]}
      />
      <Field {...box('muc_dich')} width="full" label={words.form.purpose} hint={words.form.purposeHint} />
      <Field
        {...box('so_phieu')}
        width="short"
        label={words.form.receiptNumber}
        hint={words.form.receiptHint}
      />
    </LineFormPage>
  );
}
