import ical, { ICalAlarmRelatesTo, ICalAlarmType } from 'ical-generator';
import { formatDate } from '../../domain/text/index.ts';
import type { PersonActor } from '../../platform/database/index.ts';
import type { DueEntry } from './entries.ts';

/** Only in Vietnamese: a phone that fetches the file tells no language. */
const words = {
  calendarName: (unit: string) => `Măng Non: ${unit}`,
  sample: 'Dữ liệu mẫu',
  due: (what: string) => `Hạn: ${what}`,
  done: (what: string) => `Đã xong: ${what}`,
  lead: (organisation: string) => `Chủ trì: ${organisation}`,
  handInBy: (date: string) => `Nên nộp chậm nhất ngày ${date}`,
  open: (address: string) => `Mở trong Măng Non: ${address}`,
} as const;

const HOUR = 3600;
/** Alarms ring at eight in the morning, not at midnight: two days before, and on the day. */
const EIGHT_TWO_DAYS_BEFORE = 40 * HOUR;
const EIGHT_ON_THE_DAY = 8 * HOUR;
/** How often programs are asked to look again. */
const FRESH_FOR = 6 * HOUR;
/** A long task would fill the screen of a phone; the whole text stands in the description. */
const LONGEST_TITLE = 120;

/**
 * A person's due dates as an iCalendar file: whole days, without a time zone, so that they lie on the same day wherever
 * the phone is. An event keeps its id for as long as the thing is there, so that a change moves it.
 * @param today `YYYY-MM-DD`: the file of a day is the same until something changes
 */
export function feedFile(
  { unit }: PersonActor,
  entries: readonly DueEntry[],
  { today, publicUrl }: { readonly today: string; readonly publicUrl: string },
): string {
  const name = words.calendarName(unit.fullName);
  const calendar = ical({
    name: unit.fictional ? `${name} (${words.sample})` : name,
    prodId: { company: 'mang-non', product: 'calendar', language: 'VI' },
    ttl: FRESH_FOR,
    x: { 'X-WR-TIMEZONE': 'Asia/Ho_Chi_Minh' },
  });
  for (const entry of entries) {
    const isDone = entry.state === 'done';
    const title = shortened(entry.text);
    const address = publicUrl + entry.href;
    const event = calendar.createEvent({
      id: `${entry.id}@mang-non`,
      start: entry.day,
      allDay: true,
      stamp: `${today}T00:00:00Z`,
      summary: isDone ? words.done(title) : words.due(title),
      description: [
        entry.text,
        words.lead(entry.lead),
        ...(entry.handInBy === null ? [] : [words.handInBy(formatDate(entry.handInBy))]),
        words.open(address),
      ].join('\n'),
      url: address,
    });
    if (isDone) continue;
    const alarm = { type: ICalAlarmType.display, description: title };
    event.createAlarm({ ...alarm, triggerBefore: EIGHT_TWO_DAYS_BEFORE });
    // Said apart, for among the options it is not heard: an alarm after the start would count from the end of the day.
    event.createAlarm({ ...alarm, triggerAfter: EIGHT_ON_THE_DAY }).relatesTo(ICalAlarmRelatesTo.start);
  }
  return calendar.toString();
}

function shortened(text: string): string {
  return text.length <= LONGEST_TITLE ? text : `${text.slice(0, LONGEST_TITLE - 1).trimEnd()}…`;
}
