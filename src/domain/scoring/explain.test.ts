import { describe, expect, it } from 'vitest';
import {
  type AssessmentInput,
  explainReason,
  formulaOf,
  type Language,
  NO_DATA,
  NOT_DUE,
  notApplicable,
  type Standard,
  sentenceOf,
} from './index.ts';
import { SMALL_STANDARD } from './testing/small-standard.ts';
import { QD_06 } from './testing/standards.ts';
import { indicatorScore, scoreOf, smallUnit, unit } from './testing/units.ts';

function sentence(
  standard: Standard,
  input: AssessmentInput,
  code: string,
  language: Language = 'vi',
): string {
  const { trace, points } = indicatorScore(scoreOf(standard, input), code);
  return sentenceOf(trace, standard, points, language);
}

describe('the sentence about a score', () => {
  it('names both figures, the value, the band and the points of a share', () => {
    const input = unit({ children_registered_on_time: 203, children_born: 212 });
    expect(sentence(QD_06, input, '2.1')).toBe(
      'Số trẻ em sinh trong kỳ được khai sinh đúng quy định là 203 trên số trẻ em sinh trong kỳ là 212, bằng 95,75%: từ 95% đến dưới 98%, được 40 trên 50 điểm (tạm tính).',
    );
    expect(sentence(QD_06, input, '2.1', 'en')).toBe(
      'Children born in the period registered as prescribed: 203 of 212 (children born in the period), which is 95.75%: from 95% to below 98%, 40 of 50 points (provisional).',
    );
  });

  it('does not say “provisional” where every value was seen', () => {
    expect(sentence(QD_06, unit({ under1_fully_immunised: 205, under1_total: 205 }), '7.1')).toBe(
      'Số trẻ em dưới 1 tuổi được tiêm chủng đầy đủ là 205 trên tổng số trẻ em dưới 1 tuổi là 205, bằng 100%: từ 98% trở lên, được 50 trên 50 điểm.',
    );
  });

  it('sets the rate of the previous period beside a fall', () => {
    const input = unit({ children_abused: 2 }, { children_abused: 3, children_total: 4_050 });
    expect(sentence(QD_06, input, '3.1')).toBe(
      'Số trẻ em bị xâm hại trong kỳ là 2 trên tổng số trẻ em là 4.120, bằng 0,49 trên 1.000: giảm so với kỳ trước (kỳ trước 0,74 trên 1.000), được 50 trên 100 điểm (tạm tính).',
    );
    expect(sentence(QD_06, input, '3.1', 'en')).toBe(
      'Children abused in the period: 2 of 4,120 (children in total), which is 0.49 per 1,000: lower than in the previous period (previous period 0.74 per 1,000), 50 of 100 points (provisional).',
    );
  });

  it('says plainly that there was no fall and that there are no points', () => {
    const input = unit({ children_abused: 2 }, { children_abused: 1, children_total: 4_050 });
    expect(sentence(QD_06, input, '3.1')).toBe(
      'Số trẻ em bị xâm hại trong kỳ là 2 trên tổng số trẻ em là 4.120, bằng 0,49 trên 1.000: không giảm so với kỳ trước (kỳ trước 0,25 trên 1.000), không được điểm (tạm tính).',
    );
  });

  it('answers a yes/no question', () => {
    const input = unit({ children_forum_held: false });
    expect(sentence(QD_06, input, '11.1')).toBe(
      'Đã tổ chức diễn đàn trẻ em hoặc lấy ý kiến trẻ em: không, không được điểm (tạm tính).',
    );
    expect(sentence(QD_06, input, '1.1')).toBe(
      'Đã bố trí người làm công tác bảo vệ trẻ em cấp xã: có, được 50 trên 50 điểm.',
    );
    expect(sentence(QD_06, input, '1.1', 'en')).toBe(
      'A child protection officer is assigned in the commune: yes, 50 of 50 points.',
    );
  });

  it('counts', () => {
    const input = unit({ children_events_held: 1 });
    expect(sentence(QD_06, input, '12.2')).toBe(
      'Số hoạt động văn hóa, thể thao cho trẻ em trong kỳ là 1: từ 1 đến dưới 2, được 10 trên 40 điểm (tạm tính).',
    );
    expect(sentence(QD_06, input, '12.2', 'en')).toBe(
      'Cultural and sports events for children in the period: 1, which is from 1 to below 2, 10 of 40 points (provisional).',
    );
  });

  it('tells a survey', () => {
    expect(sentence(QD_06, unit(), '13.1')).toBe(
      'Số trẻ em trả lời hài lòng là 111 trên số trẻ em trả lời khảo sát là 120, bằng 92,5%: từ 90% trở lên, được 40 trên 40 điểm (tạm tính).',
    );
  });

  it('tells a change with its sign', () => {
    expect(sentence(SMALL_STANDARD, smallUnit(), '3.b')).toBe(
      'Số dropouts là 8, thay đổi −20% so với kỳ trước: dưới −10%, được 20 trên 20 điểm (tạm tính).',
    );
    expect(sentence(SMALL_STANDARD, smallUnit(), '3.b', 'en')).toBe(
      'Number of dropouts: 8, a change of −20% against the previous period: below −10%, 20 of 20 points (provisional).',
    );
  });

  it('explains points for what did not occur', () => {
    expect(sentence(QD_06, unit(), '6.2')).toBe(
      'Tổng số vụ việc xâm hại tình dục, bỏ rơi, mua bán trẻ em bằng 0: được 75 trên 75 điểm theo quy tắc khi không phát sinh (tạm tính).',
    );
    expect(sentence(SMALL_STANDARD, smallUnit({}, { dropouts: 0 }), '3.b')).toBe(
      'Số dropouts của năm trước bằng 0: không được điểm theo quy tắc khi không phát sinh (tạm tính).',
    );
  });

  it('repeats the reason of a figure that is not applicable', () => {
    const input = unit({ petitions_total: notApplicable('không tổ chức diễn đàn trong năm') });
    expect(sentence(QD_06, input, '11.3')).toBe(
      '“Tổng số kiến nghị của trẻ em” không áp dụng (không tổ chức diễn đàn trong năm): không được điểm theo quy tắc khi không phát sinh (tạm tính).',
    );
    expect(sentence(QD_06, input, '11.3', 'en')).toBe(
      '“Petitions of children in total” is not applicable (không tổ chức diễn đàn trong năm): 0 of 15 points by the rule for no occurrence (provisional).',
    );
    const newUnit = smallUnit({}, { dropouts: notApplicable('đơn vị mới lập') });
    expect(sentence(SMALL_STANDARD, newUnit, '3.b')).toMatch(/^“Số dropouts” của năm trước không áp dụng/);
  });

  it('says which figure is missing, of which year, and why', () => {
    const said = (figures: Parameters<typeof unit>[0], code: string, language: Language = 'vi') =>
      sentence(QD_06, unit(figures), code, language);
    expect(said({ under1_total: NO_DATA }, '7.1')).toBe(
      'Chưa tính điểm: chưa có số liệu “Tổng số trẻ em dưới 1 tuổi”.',
    );
    expect(said({ children_checked: NOT_DUE }, '9.1')).toBe(
      'Chưa tính điểm: “Số trẻ em được khám sức khỏe định kỳ” chưa đến hạn.',
    );
    expect(
      said({ villages_total: 0, villages_with_collaborator: 0, villages_with_play_area: 0 }, '1.2'),
    ).toBe('Chưa tính điểm: “Tổng số thôn, tổ dân phố” bằng 0 nên chưa tính được.');
    expect(said({ under1_total: notApplicable('không có trẻ') }, '7.1')).toBe(
      'Chưa tính điểm: “Tổng số trẻ em dưới 1 tuổi” ghi là không áp dụng nhưng tiêu chuẩn không có quy tắc cho trường hợp này.',
    );
    expect(said({ children_abused: 2 }, '3.1')).toBe(
      'Chưa tính điểm: chưa có số liệu “Số trẻ em bị xâm hại trong kỳ” của năm trước; chưa có số liệu “Tổng số trẻ em” của năm trước.',
    );
    expect(said({ under1_total: NO_DATA, under1_fully_immunised: NOT_DUE }, '7.1', 'en')).toBe(
      'Not scored yet: “Children under 1 fully immunised” is not yet due; no data yet for “Children under 1 in total”.',
    );
  });
});

describe('the formula', () => {
  const formula = (standard: Standard, input: AssessmentInput, code: string, language: Language = 'vi') =>
    formulaOf(indicatorScore(scoreOf(standard, input), code).trace, standard, language);

  it('carries the figures', () => {
    const input = unit({ children_registered_on_time: 203, children_born: 212, children_abused: 0 });
    expect(formula(QD_06, input, '2.1')).toBe('203 × 100 ÷ 212 = 95,75%');
    expect(formula(QD_06, input, '3.1')).toBe('0 × 1.000 ÷ 4.120 = 0');
    expect(formula(QD_06, input, '3.1', 'en')).toBe('0 × 1,000 ÷ 4,120 = 0');
    expect(formula(SMALL_STANDARD, smallUnit(), '3.b')).toBe('(8 − 10) × 100 ÷ 10 = −20%');
  });

  it('is silent where nothing is computed', () => {
    expect(formula(QD_06, unit(), '1.1')).toBeNull();
    expect(formula(QD_06, unit(), '12.2')).toBeNull();
    expect(formula(QD_06, unit(), '6.2')).toBeNull();
    expect(formula(QD_06, unit({ children_checked: NO_DATA }), '9.1')).toBeNull();
  });

  it('shows as many decimals as keep the value below the limit that it missed', () => {
    const input = unit({ under1_fully_immunised: 24_499, under1_total: 25_000 });
    expect(formula(QD_06, input, '7.1')).toBe('24.499 × 100 ÷ 25.000 = 97,996%');
  });
});

describe('the sentence about a reason', () => {
  const reasons = (input: AssessmentInput, language: Language = 'vi') => {
    const assessment = scoreOf(QD_06, input);
    return assessment.reasons.map((reason) => explainReason(reason, QD_06, assessment, language));
  };

  it('names the criterion at zero and what that means', () => {
    const input = unit({ children_abused: 3 }, { children_abused: 1, children_total: 4_000 });
    expect(reasons(input)).toEqual([
      'Tiêu chí 3 (Trẻ em bị xâm hại) 0 điểm. Một tiêu chí 0 điểm thì không được công nhận, dù tổng điểm bao nhiêu.',
    ]);
    expect(reasons(input, 'en')[0]).toMatch(/^Criterion 3 \(.+\) scores 0\. With one criterion at zero/);
  });

  it('names the points that are missing', () => {
    const input = unit({
      protection_officer_assigned: false,
      children_forum_held: false,
      severe_cases_total: 1,
    });
    expect(reasons(input)).toEqual(['Tổng 840 điểm, thiếu 10 điểm so với ngưỡng 850.']);
    expect(reasons(input, 'en')).toEqual(['The total of 840 is 10 points short of the threshold of 850.']);
  });

  it('says already what can no longer be reached, and which figures are missing for which indicators', () => {
    const input = unit({
      protection_officer_assigned: false,
      children_forum_held: false,
      severe_cases_total: 1,
      villages_total: NO_DATA,
    });
    expect(reasons(input)).toEqual([
      'Tổng điểm cao nhất còn có thể đạt là 840, thiếu 10 điểm so với ngưỡng 850.',
      'Thiếu “Tổng số thôn, tổ dân phố” (chưa có số liệu), dùng cho chỉ tiêu 1.2, 12.1.',
    ]);
    expect(reasons(input, 'en')).toEqual([
      'The total can reach 840 at most, 10 points short of the threshold of 850.',
      'Missing “Villages in total” (no data yet), used by indicator 1.2, 12.1.',
    ]);
  });

  it('says when the missing figure is last year’s', () => {
    expect(reasons(unit({ children_abused: 2 }))).toEqual([
      'Thiếu “Số trẻ em bị xâm hại trong kỳ” của năm trước (chưa có số liệu), dùng cho chỉ tiêu 3.1.',
      'Thiếu “Tổng số trẻ em” của năm trước (chưa có số liệu), dùng cho chỉ tiêu 3.1.',
    ]);
  });
});
