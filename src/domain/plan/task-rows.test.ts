import { describe, expect, it } from 'vitest';
import { contentOfReading, readPlan } from './index.ts';

describe('a table of tasks', () => {
  const tasksIn = (...rows: readonly string[]) => {
    const plan = readPlan(['KẾ HOẠCH', 'Làm mẫu năm 2026', '', 'I. NHIỆM VỤ', ...rows].join('\n'));
    return {
      tasks: plan.assignments.flatMap(({ unitKind, tasks }) =>
        tasks.map(({ text, partners }) => [unitKind, text, partners]),
      ),
      days: plan.deadlines.map(({ date, text }) => [date, text]),
      returning: plan.recurringDuties.map(({ period, text }) => [period, text]),
      funding: plan.funding.map(({ text }) => text),
    };
  };
  const read = {
    tasks: [
      ['health_station', 'Khám mắt', 'Các thôn'],
      ['youth_union', 'Dạy bơi', undefined],
    ],
    days: [['2026-06-15', 'Khám mắt']],
    returning: [['quarterly', 'Dạy bơi']],
    funding: ['Từ ngân sách xã.'],
  };
  const funding = ['II. KINH PHÍ', 'Từ ngân sách xã.'];

  it('gives each row to the one who leads, with its day, whatever holds the cells apart', () => {
    const rows = [
      ['STT', 'Nội dung', 'Đơn vị chủ trì', 'Đơn vị phối hợp', 'Thời hạn'],
      ['1', 'Khám mắt', 'Trạm Y tế xã', 'Các thôn', '15/6/2026'],
      ['2', 'Dạy bơi', 'Đoàn Thanh niên xã', '', 'Hằng quý'],
    ];
    expect(tasksIn(...rows.map((row) => row.join('\t')), ...funding)).toEqual(read);
    expect(tasksIn(...rows.map((row) => `| ${row.join(' | ')} |`), ...funding)).toEqual(read);
    const widths = [6, 12, 21, 18, 12];
    const inColumns = rows.map((row) => row.map((cell, at) => cell.padEnd(widths[at]!)).join(''));
    expect(tasksIn(...inColumns, ...funding)).toEqual(read);
  });

  it('goes on below its cells where the page was too narrow', () => {
    expect(
      tasksIn(
        'STT   Nội dung               Đơn vị chủ trì        Thời hạn',
        ' 1    Rà soát danh sách      Phòng Văn hóa -       Trước ngày',
        '      trẻ em mồ côi          Xã hội                30/4/2026',
      ),
    ).toMatchObject({
      tasks: [['culture_society_dept', 'Rà soát danh sách trẻ em mồ côi', undefined]],
      days: [['2026-04-30', 'Rà soát danh sách trẻ em mồ côi']],
    });
  });

  it('names who leads once for the rows that share a cell', () => {
    expect(
      tasksIn('TT\tNhiệm vụ\tCơ quan thực hiện', '1\tPhát thanh\tCông an xã', '2\tIn tờ rơi\t').tasks,
    ).toEqual([
      ['police', 'Phát thanh', undefined],
      ['police', 'In tờ rơi', undefined],
    ]);
  });

  it('is read behind the signature too', () => {
    const plan = readPlan(
      'KẾ HOẠCH\nLàm mẫu năm 2026\n\nI. MỤC TIÊU\n- A.\n\nNơi nhận:\n- Lưu: VT.\n\nTM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\n\nTrần Văn Ví Dụ\n\nPHỤ LỤC\nSTT\tNội dung\tĐơn vị chủ trì\tThời hạn\n1\tDạy bơi\tĐoàn xã\t15/6/2026\n',
    );
    expect(plan.assignments).toMatchObject([
      { unit: 'Đoàn xã', unitKind: 'youth_union', tasks: [{ text: 'Dạy bơi' }] },
    ]);
    let id = 0;
    expect(contentOfReading(plan, () => String(++id)).sections[1]).toMatchObject({
      role: 'assignments',
      heading: 'PHỤ LỤC',
    });
    expect(plan.deadlines.map(({ date }) => date)).toEqual(['2026-06-15']);
    expect(plan.annexes.map(({ text }) => text)).toEqual(['PHỤ LỤC']);
  });

  it('keeps who helps in the words of the plan that is made of it', () => {
    const plan = readPlan(
      'KẾ HOẠCH\nLàm mẫu năm 2026\n\nI. NHIỆM VỤ\nNội dung\tChủ trì\tPhối hợp\nDạy bơi\tĐoàn xã\tCông an xã\n',
    );
    let id = 0;
    const [section] = contentOfReading(plan, () => String(++id)).sections;
    expect(section!.parts.at(-1)).toMatchObject({
      assignee: { unit: 'Đoàn xã' },
      items: [{ text: 'Dạy bơi (phối hợp: Công an xã)' }],
    });
  });
});
