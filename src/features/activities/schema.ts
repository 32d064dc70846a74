import {
  type ActivityKind,
  AUDIENCES,
  CHANNELS,
  FORUM_RULES,
  KINDS_WITH_ATTENDANCE,
} from '../../domain/activity/index.ts';
import { formatDate, normaliseText } from '../../domain/text/index.ts';
import type { OrganisationId } from '../../platform/database/index.ts';
import type { ActivityContent, Attendee } from './content.ts';
import { type BoxFault, FieldReader, type Fields } from './form-reading.ts';
import { KIND_SLUGS } from './paths.ts';

/** What can be wrong in a field; the words are in `messages.ts`. */
export type FieldFault =
  | BoxFault
  | 'titleMissing'
  | 'dateMissing'
  | 'dateOrder'
  | 'organisationMissing'
  | 'channelMissing'
  | 'itemsMissing'
  | 'attendanceLong'
  | 'attendanceName';
export type FieldFaults = Readonly<Record<string, FieldFault>>;

/** The kind that an address names; null where it names none. */
export function kindOfSlug(slug: string | undefined): ActivityKind | null {
  const found = Object.entries(KIND_SLUGS).find(([, known]) => known === slug);
  return found === undefined ? null : (found[0] as ActivityKind);
}

const MOST_ATTENDEES = 500;
/** Letters of a line: name and capacity. Longer ones are not looked into. */
const LONGEST_ATTENDEE = 300;

const linesOf = (text: string): string[] => text.split(/\r\n?|\n/).filter((line) => line.trim() !== '');

/** "Nguyễn Thị Mẫu; công chức": a name, then a capacity behind a semicolon, a comma, a tab or a dash with spaces. */
function attendeeOf(line: string): Attendee {
  const [, name = '', capacity = ''] = /^(.*?)(?:\s*[;,\t]\s*|\s+[-–]\s+)(.*)$/.exec(line) ?? [line, line];
  return { name: normaliseText(name), capacity: normaliseText(capacity) || null };
}

const PREVIOUS = ['gone_through', 'left_out', 'none'] as const;

/** Reads the form of an activity of a kind. */
export function readActivity(
  kind: ActivityKind,
  fields: Fields,
):
  | { readonly ok: true; readonly value: ActivityContent }
  | { readonly ok: false; readonly faults: FieldFaults } {
  const read = new FieldReader<FieldFault>(fields);
  const title = read.text('ten') ?? read.blame('ten', 'titleMissing');
  const heldFrom = read.date('tu_ngay') ?? read.blame('tu_ngay', 'dateMissing');
  const heldUntil = read.date('den_ngay');
  if (heldFrom !== null && heldUntil !== null && heldUntil < heldFrom) read.blame('den_ngay', 'dateOrder');
  const organisationId = read.id('don_vi') ?? read.blame('don_vi', 'organisationMissing');
  const isCommunication = kind === 'communication';
  const channel = isCommunication ? read.choice('kenh', CHANNELS) : null;
  if (isCommunication && channel === null) read.blame('kenh', 'channelMissing');
  const items = isCommunication ? read.count('so_tin', 10_000) : null;
  if (isCommunication && !items) read.blame('so_tin', 'itemsMissing');
  const lines = KINDS_WITH_ATTENDANCE.has(kind) ? linesOf(fields.nguoi_du ?? '') : [];
  if (lines.length > MOST_ATTENDEES) read.blame('nguoi_du', 'attendanceLong');
  const readable = lines.slice(0, MOST_ATTENDEES).filter((line) => line.length <= LONGEST_ATTENDEE);
  const attendance = readable.map(attendeeOf);
  if (attendance.length < lines.length || attendance.some(({ name }) => name === '' || name.length > 100))
    read.blame('nguoi_du', 'attendanceName');
  const forum =
    kind === 'forum'
      ? {
          adultsInCharge: read.count('phu_trach'),
          volunteers: read.count('tinh_nguyen'),
          guests: read.count('khach_moi'),
          planParts: FORUM_RULES.planParts.parts.filter((part) => read.ticked(`phan.${part}`)),
          previousPetitions: read.choice('ra_soat', PREVIOUS),
          reportedOn: read.date('ngay_bao_cao'),
        }
      : null;
  const value = {
    kind,
    title: title!,
    heldFrom: heldFrom!,
    heldUntil: heldUntil === heldFrom ? null : heldUntil,
    place: read.text('noi'),
    organisationId: organisationId as OrganisationId,
    channel,
    audience: isCommunication ? AUDIENCES.filter((audience) => read.ticked(`doi_tuong.${audience}`)) : [],
    children: read.count('tre_em'),
    adults: read.count('nguoi_lon'),
    summary: read.longText('tom_tat'),
    outcome: read.longText('ket_qua'),
    items,
    forum,
    attendance,
  };
  return Object.keys(read.faults).length > 0 ? { ok: false, faults: read.faults } : { ok: true, value };
}

/** What the form of an activity holds, as it would be typed. */
export function fieldsOf(activity: ActivityContent): Fields {
  const { forum } = activity;
  const ticks = (prefix: string, values: readonly string[]) =>
    Object.fromEntries(values.map((value) => [`${prefix}.${value}`, 'co']));
  const text = (value: string | number | null) => (value === null ? '' : String(value));
  const day = (value: string | null) => (value === null ? '' : formatDate(value));
  return {
    ten: activity.title,
    tu_ngay: day(activity.heldFrom),
    den_ngay: day(activity.heldUntil),
    noi: text(activity.place),
    don_vi: activity.organisationId,
    kenh: text(activity.channel),
    ...ticks('doi_tuong', activity.audience),
    so_tin: text(activity.items),
    tre_em: text(activity.children),
    nguoi_lon: text(activity.adults),
    tom_tat: text(activity.summary),
    ket_qua: text(activity.outcome),
    nguoi_du: activity.attendance
      .map(({ name, capacity }) => (capacity === null ? name : `${name}; ${capacity}`))
      .join('\n'),
    ...(forum === null
      ? {}
      : {
          phu_trach: text(forum.adultsInCharge),
          tinh_nguyen: text(forum.volunteers),
          khach_moi: text(forum.guests),
          ...ticks('phan', forum.planParts),
          ra_soat: text(forum.previousPetitions),
          ngay_bao_cao: day(forum.reportedOn),
        }),
  };
}
