import type { Language } from '../../../domain/text/index.ts';
import type { Fields } from '../form-reading.ts';
import { messages } from '../messages.ts';
import type { OrganisationChoice } from '../queries.ts';

/** Labels and stored values, as people read them, of the boxes in which a typed form differs from what is stored. */
export function differences(
  stored: Fields,
  typed: Fields,
  organisations: readonly OrganisationChoice[],
  language: Language,
): { label: string; stored: string }[] {
  const words = messages[language];
  const { form } = words;
  const labels: Readonly<Record<string, string>> = {
    ten: form.name,
    tu_ngay: form.from,
    den_ngay: form.until,
    noi: form.place,
    don_vi: form.organisation,
    kenh: form.channel,
    so_tin: form.items,
    tre_em: form.children,
    nguoi_lon: form.adults,
    nguoi_du: form.attendance,
    tom_tat: form.summary,
    ket_qua: form.outcome,
    phu_trach: form.adultsInCharge,
    tinh_nguyen: form.volunteers,
    khach_moi: form.guests,
    ra_soat: form.previous,
    ngay_bao_cao: form.reportedOn,
    ...prefixed('doi_tuong', words.audiences),
    ...prefixed('phan', form.parts),
  };
  const inWords: Readonly<Record<string, Readonly<Record<string, string>>>> = {
    don_vi: Object.fromEntries(organisations.map(({ id, name }) => [id, name])),
    kenh: words.channels,
    ra_soat: form.previousChoices,
  };
  const plain = (text: string | undefined) => (text ?? '').replaceAll('\r\n', '\n').trim();
  return Object.entries(labels).flatMap(([field, label]) => {
    const value = plain(stored[field]);
    if (value === plain(typed[field])) return [];
    return [{ label, stored: value === 'co' ? '✓' : (inWords[field]?.[value] ?? value) }];
  });
}

const prefixed = (prefix: string, words: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(Object.entries(words).map(([key, word]) => [`${prefix}.${key}`, word]));
