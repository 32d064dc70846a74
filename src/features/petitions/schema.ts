import { PETITION_STATES, type PetitionState } from '../../domain/activity/index.ts';
import { formatDate } from '../../domain/text/index.ts';
import type { OrganisationId } from '../../platform/database/index.ts';
import { type BoxFault, FieldReader, type Fields } from '../activities/index.ts';
import { STATE_SLUGS } from './paths.ts';
import type { Petition, PetitionEntry } from './queries.ts';

/** What can be wrong in a field; the words are in `messages.ts`. */
export type PetitionFault =
  | BoxFault
  | 'activityMissing'
  | 'textMissing'
  | 'addresseeMissing'
  | 'dueBeforeSent'
  | 'answerMissing'
  | 'answeredOnMissing'
  | 'answeredLater';
export type PetitionFaults = Readonly<Record<string, PetitionFault>>;

export type Reading<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly faults: PetitionFaults };

/** The state that an address names; null where it names none. */
export function stateOfSlug(slug: string | undefined): PetitionState | null {
  return PETITION_STATES.find((state) => STATE_SLUGS[state] === slug) ?? null;
}

const result = <Value>(read: FieldReader<PetitionFault>, value: Value): Reading<Value> =>
  Object.keys(read.faults).length > 0 ? { ok: false, faults: read.faults } : { ok: true, value };

/** Reads the form of a petition. A body outside the unit is named in words; an organisation of it is chosen. */
export function readPetition(fields: Fields): Reading<PetitionEntry> {
  const read = new FieldReader<PetitionFault>(fields);
  const activityId = read.id('hoat_dong') ?? read.blame('hoat_dong', 'activityMissing');
  const text = read.longText('noi_dung') ?? read.blame('noi_dung', 'textMissing');
  const addresseeId = read.id('don_vi_tra_loi') as OrganisationId | null;
  const addressee = read.text('co_quan');
  if (addresseeId === null && addressee === null) read.blame('don_vi_tra_loi', 'addresseeMissing');
  const sentOn = read.date('ngay_gui');
  const dueDate = read.date('han');
  if (sentOn !== null && dueDate !== null && dueDate < sentOn) read.blame('han', 'dueBeforeSent');
  return result(read, {
    activityId: activityId!,
    text: text!,
    askedBy: read.text('nhom'),
    addressee,
    addresseeId,
    sentOn,
    dueDate,
    reviewedAt: read.id('ra_soat'),
  });
}

/** An answer in the words of whoever gives it. */
export interface Answer {
  readonly text: string;
  readonly answeredOn: string;
}

/** Reads the form of an answer. @param today an answer cannot have been given later */
export function readAnswer(fields: Fields, today: string): Reading<Answer> {
  const read = new FieldReader<PetitionFault>(fields);
  const text = read.longText('tra_loi') ?? read.blame('tra_loi', 'answerMissing');
  const answeredOn = read.date('ngay_tra_loi') ?? read.blame('ngay_tra_loi', 'answeredOnMissing');
  if (answeredOn !== null && answeredOn > today) read.blame('ngay_tra_loi', 'answeredLater');
  return result(read, { text: text!, answeredOn: answeredOn! });
}

/** What the forms of a petition hold, as it would be typed. */
export function fieldsOf(petition: Petition): Fields {
  const day = (value: string | null) => (value === null ? '' : formatDate(value));
  return {
    hoat_dong: petition.activityId,
    noi_dung: petition.text,
    nhom: petition.askedBy ?? '',
    don_vi_tra_loi: petition.addresseeId ?? '',
    co_quan: petition.addresseeId === null ? petition.addressee : '',
    ngay_gui: day(petition.sentOn),
    han: day(petition.dueDate),
    ra_soat: petition.reviewedAt ?? '',
    tra_loi: petition.answer ?? '',
    ngay_tra_loi: day(petition.answeredOn),
  };
}
