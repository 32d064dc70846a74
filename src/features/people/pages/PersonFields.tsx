import type { VNode } from 'preact';
import { ROLE_NAMES, type Role } from '../../../domain/organisation/index.ts';
import { Columns } from '../../../ui/components/Columns.tsx';
import { Field } from '../../../ui/components/Field.tsx';
import { Select } from '../../../ui/components/Select.tsx';
import type { Language } from '../../../ui/language.ts';
import { messages } from '../messages.ts';
import type { Organisation } from '../queries.ts';
import { MEMBERSHIP_ROWS } from '../schema.ts';

/** What a form holds, by the names of its fields: as typed, or as stored. */
export type FormValues = Readonly<Record<string, string>>;

export interface PersonFieldsProps {
  readonly language: Language;
  readonly values: FormValues;
  readonly errorAt: (field: string) => string | undefined;
  readonly organisations: readonly Organisation[];
  readonly roles: readonly Role[];
  /** Only a new person's user name can be chosen. */
  readonly withUsername: boolean;
}

const LEAST_ROWS = 3;

/** Name, user name, and a row for each role; two empty rows are there for more. */
export function PersonFields(props: PersonFieldsProps): VNode {
  const { language, values, errorAt } = props;
  const words = messages[language];
  const used = Array.from({ length: MEMBERSHIP_ROWS }, (_, index) => index + 1).filter(
    (row) => values[`to_chuc_${row}`] || values[`vai_tro_${row}`],
  );
  const shown = Math.min(MEMBERSHIP_ROWS, Math.max(LEAST_ROWS, (used.at(-1) ?? 0) + 2));
  const organisations = props.organisations.map(({ id, name }) => ({ value: id, label: name }));
  const roles = props.roles.map((role) => ({ value: role, label: ROLE_NAMES[role][language] }));
  return (
    <>
      <Field
        id="ho_ten"
        label={words.fields.name}
        value={values.ho_ten}
        error={errorAt('ho_ten')}
        autocomplete="off"
        required
      />
      {props.withUsername && (
        <Field
          id="ten_dang_nhap"
          label={words.fields.username}
          hint={words.person.usernameHint}
          value={values.ten_dang_nhap}
          error={errorAt('ten_dang_nhap')}
          autocomplete="off"
        />
      )}
      <fieldset class="field">
        <legend>{words.person.memberships}</legend>
        <p class="hint">{words.person.membershipsHint}</p>
        {Array.from({ length: shown }, (_, index) => index + 1).map((row) => (
          <Columns key={row} layout="two">
            <Select
              id={`to_chuc_${row}`}
              label={<InRow row={row} language={language} label={words.fields.organisation} />}
              options={organisations}
              value={values[`to_chuc_${row}`]}
              placeholder={words.person.chooseOrganisation}
              error={errorAt(`to_chuc_${row}`)}
            />
            <Select
              id={`vai_tro_${row}`}
              label={<InRow row={row} language={language} label={words.fields.role} />}
              options={roles}
              value={values[`vai_tro_${row}`]}
              placeholder={words.person.usualRole}
              error={errorAt(`vai_tro_${row}`)}
            />
          </Columns>
        ))}
      </fieldset>
    </>
  );
}

/** A label that also says which row it is in, for those who do not see the rows. */
function InRow(props: { readonly row: number; readonly language: Language; readonly label: string }): VNode {
  return (
    <>
      {props.label}
      <span class="visually-hidden">
        {' '}
        · {messages[props.language].person.membershipRow(String(props.row))}
      </span>
    </>
  );
}
