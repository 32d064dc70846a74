import { z } from 'zod';
import { normaliseText } from '../../domain/text/index.ts';
import { PASSWORD_LENGTH, USERNAME_PATTERN } from '../../platform/identity/index.ts';
import type { FirstUnit } from './commands/set-up-unit.ts';

/** What can be wrong in a field; the words are in `messages.ts`. */
export type SetUpFault =
  | 'unitMissing'
  | 'classMissing'
  | 'basisMissing'
  | 'basisLong'
  | 'nameMissing'
  | 'nameLong'
  | 'usernameForm'
  | 'passwordShort'
  | 'passwordLong'
  | 'passwordIsUsername'
  | 'passwordRepeat'
  | 'codeWrong';

/** The fields of the form, in its order. */
export const SET_UP_FIELDS = [
  'don_vi',
  'loai_vung',
  'can_cu',
  'ho_ten',
  'ten_dang_nhap',
  'mat_khau',
  'nhap_lai',
  'ma_thiet_lap',
] as const;
export type SetUpField = (typeof SET_UP_FIELDS)[number];
export type SetUpFaults = Partial<Record<SetUpField, SetUpFault>>;

const fault = (code: SetUpFault): string => code;
const text = z.string().default('').transform(normaliseText);
const password = z
  .string()
  .default('')
  .transform((typed) => typed.normalize('NFC'));

const form = z
  .object({
    don_vi: text.pipe(z.string().regex(/^\d{5}$/, fault('unitMissing'))),
    loai_vung: text.pipe(z.string().min(1, fault('classMissing')).max(100, fault('classMissing'))),
    can_cu: text.pipe(z.string().min(5, fault('basisMissing')).max(500, fault('basisLong'))),
    ho_ten: text.pipe(z.string().min(2, fault('nameMissing')).max(100, fault('nameLong'))),
    ten_dang_nhap: text
      .transform((typed) => typed.toLowerCase())
      .pipe(z.string().regex(USERNAME_PATTERN, fault('usernameForm'))),
    mat_khau: password.pipe(
      z
        .string()
        .min(PASSWORD_LENGTH.minimum, fault('passwordShort'))
        .max(PASSWORD_LENGTH.maximum, fault('passwordLong')),
    ),
    nhap_lai: password,
  })
  .superRefine((fields, context) => {
    const report = (field: SetUpField, code: SetUpFault) =>
      context.addIssue({ code: 'custom', path: [field], message: code });
    if (fields.mat_khau.toLowerCase() === fields.ten_dang_nhap) report('mat_khau', 'passwordIsUsername');
    if (fields.nhap_lai !== fields.mat_khau) report('nhap_lai', 'passwordRepeat');
  });

export type SetUpReading =
  | { readonly ok: true; readonly unit: FirstUnit }
  | { readonly ok: false; readonly faults: SetUpFaults };

/** Reads the set-up form against the classes of the standard; of each field the first fault counts. */
export function readSetUp(
  fields: Readonly<Record<string, string>>,
  classes: readonly string[],
): SetUpReading {
  const reading = form.safeParse(fields);
  const faults: SetUpFaults = {};
  for (const { path, message } of reading.error?.issues ?? [])
    faults[path[0] as SetUpField] ??= message as SetUpFault;
  if (!classes.includes(normaliseText(fields.loai_vung ?? ''))) faults.loai_vung = 'classMissing';
  if (!reading.success || faults.loai_vung !== undefined) return { ok: false, faults };
  const { data } = reading;
  return {
    ok: true,
    unit: {
      code: data.don_vi,
      territoryClass: data.loai_vung,
      classBasis: data.can_cu,
      administrator: { name: data.ho_ten, username: data.ten_dang_nhap, password: data.mat_khau },
    },
  };
}
