import { describe, expect, it } from 'vitest';
import type { PersonActor } from '../../platform/database/index.ts';
import type { DueEntry } from './entries.ts';
import { feedFile } from './ics.ts';
import { eventsOf } from './testing/read-ics.ts';

const actor = { unit: { fullName: 'Phường Thử Một', fictional: false } } as PersonActor;
const entry = (over: Partial<DueEntry>): DueEntry => ({
  id: '01920000-0000-7000-8000-00000000000a',
  day: '2026-05-10',
  text: 'Báo cáo sáu tháng; gửi Sở Y tế, trước khi họp',
  lead: 'Phòng Văn hóa - Xã hội',
  href: '/don-vi/99001/nhiem-vu/01920000-0000-7000-8000-00000000000b',
  state: 'open',
  handInBy: '2026-05-08',
  ...over,
});
const file = (...entries: DueEntry[]) =>
  feedFile(actor, entries, { today: '2026-05-01', publicUrl: 'https://mang-non.vidu.vn' });

describe('the calendar file', () => {
  it('has each due date as a whole day, with text, lead, day to hand in, and the way to it', () => {
    expect(eventsOf(file(entry({})))).toEqual([
      {
        UID: '01920000-0000-7000-8000-00000000000a@mang-non',
        SEQUENCE: '0',
        DTSTAMP: '20260501T000000Z',
        'DTSTART;VALUE=DATE': '20260510',
        'X-MICROSOFT-CDO-ALLDAYEVENT': 'TRUE',
        'X-MICROSOFT-MSNCALENDAR-ALLDAYEVENT': 'TRUE',
        SUMMARY: 'Hạn: Báo cáo sáu tháng; gửi Sở Y tế, trước khi họp',
        DESCRIPTION: [
          'Báo cáo sáu tháng; gửi Sở Y tế, trước khi họp',
          'Chủ trì: Phòng Văn hóa - Xã hội',
          'Nên nộp chậm nhất ngày 08/05/2026',
          'Mở trong Măng Non: https://mang-non.vidu.vn/don-vi/99001/nhiem-vu/01920000-0000-7000-8000-00000000000b',
        ].join('\n'),
        'URL;VALUE=URI':
          'https://mang-non.vidu.vn/don-vi/99001/nhiem-vu/01920000-0000-7000-8000-00000000000b',
        alarms: ['TRIGGER:-P1DT16H', 'TRIGGER;RELATED=START:PT8H'],
      },
    ]);
  });

  it('rings no more for what is done', () => {
    expect(eventsOf(file(entry({ state: 'done' })))).toMatchObject([
      { SUMMARY: expect.stringMatching(/^Đã xong: /), alarms: [] },
    ]);
  });

  it('lies on the same day wherever the server stands', () => {
    const before = process.env.TZ;
    try {
      for (const zone of ['America/Los_Angeles', 'Asia/Ho_Chi_Minh', 'Pacific/Kiritimati']) {
        process.env.TZ = zone;
        expect(file(entry({}))).toContain('DTSTART;VALUE=DATE:20260510');
      }
    } finally {
      if (before === undefined) delete process.env.TZ;
      else process.env.TZ = before;
    }
  });

  it('moves an event that is moved, for its name stays', () => {
    const [was] = eventsOf(file(entry({})));
    const [is] = eventsOf(file(entry({ day: '2026-06-10' })));
    expect(is?.UID).toBe(was?.UID);
  });

  it('has lines of at most 75 bytes that end as the standard wants, and says which zone it thinks in', () => {
    const text = file(entry({ text: 'Tổ chức tuyên truyền, phổ biến '.repeat(20) }));
    for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    expect(text).toContain('X-WR-TIMEZONE:Asia/Ho_Chi_Minh');
    expect(eventsOf(text)[0]?.SUMMARY?.length).toBeLessThan(130);
  });

  it('says of a made-up unit that it is one, and is a file without anything due as well', () => {
    const sample = { unit: { ...actor.unit, fictional: true } } as PersonActor;
    const text = feedFile(sample, [], { today: '2026-05-01', publicUrl: 'https://mang-non.vidu.vn' });
    expect(text).toContain('X-WR-CALNAME:Măng Non: Phường Thử Một (Dữ liệu mẫu)');
    expect(eventsOf(text)).toEqual([]);
  });
});
