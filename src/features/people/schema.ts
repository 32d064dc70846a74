import { z } from 'zod';
import { isRole, type Role } from '../../domain/organisation/index.ts';
import { normaliseText } from '../../domain/text/index.ts';
import type { OrganisationId } from '../../platform/database/index.ts';
import { PASSWORD_LENGTH, USERNAME_PATTERN } from '../../platform/identity/index.ts';

/** So many rows of organisation and role a form has at most. */
export const MEMBERSHIP_ROWS = 20;

const NAME_LENGTH = { minimum: 2, maximum: 100 } as const;

/** What can be wrong in a field; the words are in `messages.ts`. */
export type FieldFault =
  | 'usernameMissing'
  | 'usernameForm'
  | 'usernameTaken'
  | 'passwordMissing'
  | 'passwordWrong'
  | 'passwordShort'
  | 'passwordLong'
  | 'passwordSame'
  | 'passwordIsUsername'
  | 'passwordRepeat'
  | 'nameMissing'
  | 'nameLong'
  | 'membershipMissing'
  | 'organisationMissing'
  | 'organisationUnknown'
  | 'roleUnknown'
  | 'lastAdministrator'
  | 'emailForm'
  | 'emailLong';

/** Faults by the name of the field, in the order of the form. */
export type FieldFaults = Readonly<Record<string, FieldFault>>;

export type FormReading<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly faults: FieldFaults };

type Fields = Readonly<Record<string, string>>;

/** Reads the fields of a form; of each field the first fault counts. */
function readForm<Value>(form: z.ZodType<Value>, fields: Fields): FormReading<Value> {
  const reading = form.safeParse(fields);
  if (reading.success) return { ok: true, value: reading.data };
  const faults: Record<string, FieldFault> = {};
  for (const { path, message } of reading.error.issues) faults[String(path[0])] ??= message as FieldFault;
  return { ok: false, faults };
}

/** Two parts of one form, so that the faults of both are told at once; at a field that both find fault with, the first's. */
function together<First, Second>(
  first: FormReading<First>,
  second: FormReading<Second>,
): FormReading<First & Second> {
  if (first.ok && second.ok) return { ok: true, value: { ...first.value, ...second.value } };
  const faults = first.ok ? {} : first.faults;
  return { ok: false, faults: { ...faults, ...(second.ok ? {} : second.faults), ...faults } };
}

const fault = (code: FieldFault): string => code;
const reporter = (context: z.RefinementCtx) => (field: string, code: FieldFault) =>
  context.addIssue({ code: 'custom', path: [field], message: code });
const text = z.string().default('').transform(normaliseText);
const username = text.transform((typed) => typed.toLowerCase());
/** Every sign of a password counts, also a space at its end; only the way of composing letters does not. */
const password = z
  .string()
  .default('')
  .transform((typed) => typed.normalize('NFC'));

const signIn = z
  .object({
    ten_dang_nhap: username.pipe(z.string().min(1, fault('usernameMissing'))),
    mat_khau: password.pipe(z.string().min(1, fault('passwordMissing'))),
  })
  .transform((fields) => ({ username: fields.ten_dang_nhap, password: fields.mat_khau }));

/** Of the page /dang-nhap. */
export const readSignIn = (fields: Fields) => readForm(signIn, fields);

const passwords = z
  .object({
    mat_khau_hien_tai: password.pipe(z.string().min(1, fault('passwordMissing'))),
    mat_khau_moi: password.pipe(
      z
        .string()
        .min(PASSWORD_LENGTH.minimum, fault('passwordShort'))
        .max(PASSWORD_LENGTH.maximum, fault('passwordLong')),
    ),
  })
  .transform((fields) => ({ current: fields.mat_khau_hien_tai, next: fields.mat_khau_moi }));

const passwordsCompared = z
  .object({ mat_khau_hien_tai: password, mat_khau_moi: password, nhap_lai: password })
  .transform((fields, context) => {
    const report = reporter(context);
    if (fields.mat_khau_moi === fields.mat_khau_hien_tai) report('mat_khau_moi', 'passwordSame');
    if (fields.nhap_lai !== fields.mat_khau_moi) report('nhap_lai', 'passwordRepeat');
    return {};
  });

/** Of the page /doi-mat-khau. */
export const readPasswordChange = (fields: Fields) =>
  together(readForm(passwords, fields), readForm(passwordsCompared, fields));

const EMAIL_LENGTH = 200;

const ownEmail = z
  .object({
    thu_dien_tu: text.pipe(
      z
        .string()
        .max(EMAIL_LENGTH, fault('emailLong'))
        .refine((typed) => typed === '' || z.email().safeParse(typed).success, fault('emailForm')),
    ),
  })
  .transform((fields) => ({ email: fields.thu_dien_tu === '' ? null : fields.thu_dien_tu }));

/** Of the address for reminders on the page /tai-khoan; empty for none. */
export const readOwnEmail = (fields: Fields) => readForm(ownEmail, fields);

/** A membership asked for; without a role it is the usual one of the organisation. */
export interface WantedMembership {
  readonly organisationId: OrganisationId;
  readonly role: Role | null;
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Whether a part of an address can be the id of a record. */
export const isId = (part: string): boolean => uuid.test(part);

const name = text.pipe(
  z.string().min(NAME_LENGTH.minimum, fault('nameMissing')).max(NAME_LENGTH.maximum, fault('nameLong')),
);
const named = z.object({ ho_ten: name }).transform((fields) => ({ name: fields.ho_ten }));

const chosenUsername = z
  .object({
    ten_dang_nhap: username.pipe(
      z.string().refine((typed) => typed === '' || USERNAME_PATTERN.test(typed), fault('usernameForm')),
    ),
  })
  .transform((fields) => ({ username: fields.ten_dang_nhap === '' ? null : fields.ten_dang_nhap }));

/** Rows of organisation and role; empty rows are left out. */
const memberships = z.record(z.string(), text).transform((fields, context) => {
  const report = reporter(context);
  const wanted: WantedMembership[] = [];
  for (let row = 1; row <= MEMBERSHIP_ROWS; row++) {
    const organisation = fields[`to_chuc_${row}`] ?? '';
    const role = fields[`vai_tro_${row}`] ?? '';
    if (organisation === '' && role === '') continue;
    if (organisation === '') report(`to_chuc_${row}`, 'organisationMissing');
    else if (!isId(organisation)) report(`to_chuc_${row}`, 'organisationUnknown');
    if (role !== '' && !isRole(role)) report(`vai_tro_${row}`, 'roleUnknown');
    wanted.push({ organisationId: organisation as OrganisationId, role: isRole(role) ? role : null });
  }
  if (wanted.length === 0) report('to_chuc_1', 'membershipMissing');
  return { memberships: wanted as readonly WantedMembership[] };
});

/** Of the page of one person. */
export const readPersonChange = (fields: Fields) =>
  together(readForm(named, fields), readForm(memberships, fields));

/** Of the page that creates a person; without a user name one is made from the name. */
export const readNewPerson = (fields: Fields) =>
  together(
    readForm(named, fields),
    together(readForm(chosenUsername, fields), readForm(memberships, fields)),
  );
