import { describe, expect, it } from 'vitest';
import { readPlan } from './index.ts';
import { SMALL_PLAN } from './testing/small-plan.ts';

const reading = readPlan(SMALL_PLAN);

/** A plan with one section of assignments that holds the given lines. */
const withAssignments = (...lines: readonly string[]) =>
  readPlan(['KẾ HOẠCH', 'Làm mẫu năm 2026', '', 'I. TỔ CHỨC THỰC HIỆN', ...lines].join('\n\n'));

const unitsOf = (plan: ReturnType<typeof readPlan>) =>
  plan.assignments.map(({ unit, unitKind, tasks }) => [unit, unitKind, tasks.map(({ text }) => text)]);

/** A plan with one section of targets that holds the given lines. */
const targetsIn = (...lines: readonly string[]) =>
  readPlan(
    ['KẾ HOẠCH', 'Làm mẫu năm 2026', 'I. CHỈ TIÊU', ...lines.map((line) => `- ${line}`)].join('\n\n'),
  ).targets.map(({ operator, value, unit, of }) => [operator, value, unit, of]);

describe('the head of a plan', () => {
  it('gives symbol, place and date, and null for what was left blank', () => {
    expect(reading).toMatchObject({
      documentType: 'KẾ HOẠCH',
      number: null,
      symbol: 'KH-UBND',
      place: 'Bến Mẫu',
      date: { year: 2026, month: 4, day: null },
      title: 'Chăm lo, bảo vệ trẻ em năm 2026 trên địa bàn phường Bến Mẫu',
      planYear: 2026,
    });
  });

  it('does not swallow a line above the kind that says nothing of a head', () => {
    const added = 'Bổ sung sau cuộc họp: kiểm tra bếp ăn bán trú của các trường mầm non.';
    const plan = readPlan(SMALL_PLAN.replace('KẾ HOẠCH', `${added}\n\nKẾ HOẠCH`));
    expect(plan.unread.map(({ text }) => text)).toContain(added);
    expect(plan.title).toBe(reading.title);
  });

  it('names the issuer, its level, and its province where the bases say it', () => {
    expect(reading.issuer).toEqual({
      name: 'UBND phường Bến Mẫu',
      level: 'ward',
      placeName: 'Bến Mẫu',
      province: 'Lạng Sơn',
    });
    expect(readPlan('ỦY BAN NHÂN DÂN\nTHỊ TRẤN SUỐI MẪU\n\nKẾ HOẠCH\nLàm mẫu').issuer.level).toBe('town');
    expect(readPlan('ỦY BAN NHÂN DÂN\nTHÀNH PHỐ HẢI PHÒNG\n\nKẾ HOẠCH\nLàm mẫu').issuer.level).toBe(
      'province',
    );
    expect(readPlan('ỦY BAN NHÂN DÂN\nPHƯỜNG 9\n\nKẾ HOẠCH\nLàm mẫu').issuer.placeName).toBe('Phường 9');
  });

  it('is not made up where there is none', () => {
    const bare = readPlan('I. MỤC TIÊU\n\n- Làm việc tốt.');
    expect([bare.number, bare.symbol, bare.place, bare.title, bare.issuer.level, bare.date.year]).toEqual(
      Array.from({ length: 6 }, () => null),
    );
  });
});

describe('the bases', () => {
  it('are the documents of the preamble, without those that stand in the subject of another', () => {
    expect(reading.legalBases.map(({ number, date }) => [number, date])).toEqual([
      ['102/2016/QH13', '2016-04-05'],
      ['77/KH-UBND', '2026-03-02'],
    ]);
  });

  it('keep their number when a line end cuts it', () => {
    const cut = readPlan(
      'KẾ HOẠCH\nLàm mẫu năm 2026\n\nCăn cứ Quyết định số 06/QĐ-\nTTg ngày 03/01/2019 của Thủ tướng Chính phủ.\n\nI. MỤC TIÊU\n- A.',
    );
    expect(cut.legalBases[0]).toMatchObject({ number: '06/QĐ-TTg', date: '2019-01-03' });
  });
});

describe('objectives and targets', () => {
  it('tell purpose, requirement and specific ends apart', () => {
    expect(reading.objectives.map(({ kind }) => kind)).toEqual([
      'purpose',
      'requirement',
      'specific',
      'specific',
      'specific',
    ]);
  });

  it('are measured: strive for, state, keep a part of a whole, lower without a figure, stay below', () => {
    expect(reading.targets.map(({ operator, value, unit, of }) => [operator, value, unit, of])).toEqual([
      ['>=', 85, '%', null],
      ['=', 100, '%', null],
      ['maintain', 7, 'khu phố', 9],
      ['reduce', null, null, null],
      ['<', 0.5, '%', null],
    ]);
  });

  it('read every figure of a sentence and the words before and behind it', () => {
    expect(targetsIn('100% trường học, 90% hộ gia đình được tuyên truyền.')).toEqual([
      ['=', 100, '%', null],
      ['>=', 90, '%', null],
    ]);
    expect(targetsIn('Từ 70% trẻ em trở lên được học bơi.')).toEqual([['>=', 70, '%', null]]);
    expect(targetsIn('Tỷ lệ suy dinh dưỡng xuống còn 8,5%.')).toEqual([['<=', 8.5, '%', null]]);
    expect(targetsIn('Tăng tỷ lệ trẻ em tham gia câu lạc bộ.')).toEqual([['increase', null, null, null]]);
    expect(targetsIn('Nâng cao chất lượng dịch vụ.')).toEqual([]);
  });
});

describe('assignments', () => {
  it('go to the organisation of the heading, and to another where a bullet names it', () => {
    expect(unitsOf(reading)).toEqual([
      [
        'Phòng Văn hóa - Xã hội phường',
        'culture_society_dept',
        [
          'Theo dõi, đánh giá các tiêu chí 1, 6 và 11 đến 13; báo cáo kết quả về Sở Y tế trước ngày 20/11/2026.',
        ],
      ],
      ['Công an phường', 'police', ['Hằng quý rà soát trẻ em vi phạm pháp luật.']],
      [
        'Ủy ban MTTQ Việt Nam phường và các tổ chức chính trị - xã hội',
        'fatherland_front',
        ['Giám sát việc thực hiện Kế hoạch.'],
      ],
      ['Đoàn Thanh niên phường', 'youth_union', ['Tổ chức Diễn đàn trẻ em.']],
    ]);
    expect(reading.assignments.map(({ request }) => request)).toEqual([false, false, true, true]);
  });

  it('keep the name in a sentence that begins with it', () => {
    expect(
      unitsOf(withAssignments('- Trạm Y tế xã chủ trì khám sức khỏe.', '- Các thôn cử người tham gia.')),
    ).toEqual([
      ['Trạm Y tế xã', 'health_station', ['Trạm Y tế xã chủ trì khám sức khỏe.']],
      ['Các thôn', 'village_heads', ['Các thôn cử người tham gia.']],
    ]);
  });

  it('take a container for no organisation of its own', () => {
    const nested = withAssignments(
      '1. UBND xã',
      '1.1. Công chức Tư pháp - Hộ tịch',
      'Đăng ký khai sinh.',
      '2. Các trường học',
      '- Dạy bơi.',
    );
    expect(nested.assignments.map(({ unitKind }) => unitKind)).toEqual([
      'justice_civil_status_officer',
      'schools',
    ]);
  });

  it('are measures where the parts name no organisation', () => {
    const measures = readPlan(
      'KẾ HOẠCH\nLàm mẫu\n\nI. TỔ CHỨC TRIỂN KHAI THỰC HIỆN\n\n1. Công tác tuyên truyền\n\n- Phát thanh.\n\n2. Tập huấn\n\n- Mở lớp.',
    );
    expect(measures.assignments).toEqual([]);
    expect(measures.measures.map(({ text }) => text)).toEqual(['Phát thanh.', 'Mở lớp.']);
  });

  it('tell a head of villages from a school and a hamlet from a board', () => {
    const plan = withAssignments(
      '1. Trưởng các thôn',
      '- A.',
      '2. Trường Tiểu học Bến Mẫu',
      '- B.',
      '3. Các bản',
      '- C.',
      '4. Các ban, ngành, đoàn thể',
      '- D.',
    );
    expect(plan.assignments.map(({ unitKind }) => unitKind)).toEqual([
      'village_heads',
      'schools',
      'village_heads',
      'departments_and_unions',
    ]);
  });
});

describe('owners of criteria', () => {
  it('are read from tasks, with ranges', () => {
    expect(reading.criteriaOwners).toMatchObject([
      { criteria: [1, 6, 11, 12, 13], unitKind: 'culture_society_dept' },
    ]);
  });

  it('are read from lists, whichever stands first', () => {
    const plan = readPlan(
      'KẾ HOẠCH\nLàm mẫu\n\nI. PHÂN CÔNG THEO DÕI TIÊU CHÍ\n\n- Tiêu chí 3, 4: Công an xã;\n\n- Trạm Y tế xã: tiêu chí 5, 7 đến 9.',
    );
    expect(plan.criteriaOwners.map(({ criteria, unitKind }) => [criteria, unitKind])).toEqual([
      [[3, 4], 'police'],
      [[5, 7, 8, 9], 'health_station'],
    ]);
  });

  it('are not made of a criterion that is only mentioned', () => {
    expect(
      withAssignments('1. Công an xã', '- Chú ý những tiêu chí khó đạt như: tiêu chí 3.').criteriaOwners,
    ).toEqual([]);
  });
});

describe('deadlines', () => {
  it('are days by which something is due, not dates of documents', () => {
    expect(reading.deadlines.map(({ date, bound }) => [date, bound])).toEqual([
      ['2026-11-20', 'before'],
      ['2026-11-15', 'before'],
    ]);
    expect(reading.deadlines[0]).toMatchObject({ who: 'Phòng Văn hóa - Xã hội phường', toWhom: 'Sở Y tế' });
  });

  it('take the plan’s year where none is printed, and follow "và"', () => {
    const dates = withAssignments(
      '1. Công an xã',
      '- Báo cáo trước ngày 15/6 và 15/12; gửi kế hoạch chậm nhất ngày 05/3/2026.',
    ).deadlines;
    expect(dates.map(({ date }) => date)).toEqual(['2026-06-15', '2026-12-15', '2026-03-05']);
  });

  it('stand after “học sinh”, “khai sinh”, “thống kê” as after any word', () => {
    const dates = withAssignments(
      '1. Công an xã',
      '- Tư vấn cho học sinh trước ngày 15/9/2026.',
      '- Rà soát việc đăng ký khai sinh trước ngày 15/3/2026.',
      '- Hoàn thành thống kê trước ngày 20/12/2026.',
    ).deadlines;
    expect(dates.map(({ date }) => date)).toEqual(['2026-09-15', '2026-03-15', '2026-12-20']);
  });

  it('are none in what was counted or born before a day', () => {
    expect(
      withAssignments(
        '1. Công an xã',
        '- Rà soát trẻ em sinh trước ngày 01/01/2020, tính đến ngày 31/12/2026.',
      ).deadlines,
    ).toEqual([]);
  });
});

describe('recipients and signature', () => {
  it('are read in their order', () => {
    expect(reading.recipients.map(({ text }) => text)).toEqual([
      'Sở Y tế (b/c)',
      'TT Đảng ủy phường',
      'Lưu: VT',
    ]);
    expect(reading.signatory).toMatchObject({
      capacity: ['TM. ỦY BAN NHÂN DÂN', 'KT. CHỦ TỊCH'],
      title: 'PHÓ CHỦ TỊCH',
      name: 'Nguyễn Thị Mẫu',
    });
  });

  it('are told apart where two columns run into one line', () => {
    const plan = readPlan(
      'KẾ HOẠCH\nLàm mẫu\n\nI. MỤC TIÊU\n\n- A.\n\nNơi nhận: TM. ỦY BAN NHÂN DÂN\n- Sở Y tế;          CHỦ TỊCH\n- Lưu: VT.\n\n          Trần Văn Ví Dụ',
    );
    expect(plan.recipients.map(({ text }) => text)).toEqual(['Sở Y tế', 'Lưu: VT']);
    expect(plan.signatory).toMatchObject({
      capacity: ['TM. ỦY BAN NHÂN DÂN'],
      title: 'CHỦ TỊCH',
      name: 'Trần Văn Ví Dụ',
    });
  });
});

describe('a text with the lines of the page', () => {
  const page = [
    'KẾ HOẠCH',
    'Làm mẫu năm 2026',
    'I. MỤC ĐÍCH, YÊU CẦU',
    '1. Mục đích',
    '- Phát triển kinh tế - xã hội của phường phải đi cùng với việc bảo vệ, chăm sóc kinh tế',
    '- xã hội cho trẻ em. Mỗi gia đình, mỗi nhà trường và mỗi khu phố cùng làm một việc cho',
    '2',
    'trẻ em của mình trong năm.',
    '2. Yêu cầu',
    '- Việc làm phải thiết thực, có người chịu trách nhiệm và có thời hạn, không phô trương,',
    'không hình thức.',
  ];

  it('is put together over line ends, page numbers and dashes inside names', () => {
    const plan = readPlan(page.join('\n\n'));
    expect(plan.objectives.map(({ text }) => text)).toEqual([
      'Phát triển kinh tế - xã hội của phường phải đi cùng với việc bảo vệ, chăm sóc kinh tế - xã hội cho trẻ em. Mỗi gia đình, mỗi nhà trường và mỗi khu phố cùng làm một việc cho trẻ em của mình trong năm.',
      'Việc làm phải thiết thực, có người chịu trách nhiệm và có thời hạn, không phô trương, không hình thức.',
    ]);
    expect(plan.unread.map(({ why }) => why)).toEqual(['Số trang.']);
  });
});

describe('other documents', () => {
  it('give what they have: a decision its bases, no assignment to those who carry it out', () => {
    const decision = readPlan(
      'QUYẾT ĐỊNH\nVề việc kiện toàn Ban Bảo vệ trẻ em\n\nCăn cứ Luật Trẻ em số 102/2016/QH13 ngày 05/4/2016;\n\nQUYẾT ĐỊNH:\n\nĐiều 1. Kiện toàn Ban Bảo vệ trẻ em.\n\nĐiều 2. Văn phòng HĐND và UBND, Phòng Văn hóa - Xã hội chịu trách nhiệm thi hành Quyết định này./.',
    );
    expect(decision.documentType).toBe('QUYẾT ĐỊNH');
    expect(decision.title).toBe('Về việc kiện toàn Ban Bảo vệ trẻ em');
    expect(decision.legalBases).toHaveLength(1);
    expect(decision.assignments).toEqual([]);
  });

  it('take what a report tells of the past for no target', () => {
    const report = readPlan(
      'BÁO CÁO\nKết quả năm 2025\n\nI. KẾT QUẢ THỰC HIỆN\n\n- 95% trẻ em được tiêm chủng.',
    );
    expect(report.targets).toEqual([]);
  });
});
