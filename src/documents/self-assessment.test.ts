import { describe, expect, it } from 'vitest';
import { given } from '../domain/scoring/index.ts';
import { FICTIONAL_SENTENCE, PROVISIONAL_SENTENCE, selfAssessmentDocument } from './self-assessment.ts';
import { wardHalfWay, wardInput, wardWithDisqualifyingZero } from './testing/builders.ts';
import { plainText } from './text.ts';

const golden = (document: unknown) => `${JSON.stringify(document, null, 1)}\n`;

describe('the report of a self-assessment', () => {
  it('is the same as ever for a ward stopped by a disqualifying zero', async () => {
    const document = wardWithDisqualifyingZero();
    await expect(golden(document)).toMatchFileSnapshot('__snapshots__/tu-danh-gia-diem-liet.blocks.txt');
    await expect(plainText(document)).toMatchFileSnapshot('__snapshots__/tu-danh-gia-diem-liet.txt');
  });

  it('is the same as ever for a ward half-way, with its gaps', async () => {
    await expect(plainText(wardHalfWay())).toMatchFileSnapshot('__snapshots__/tu-danh-gia-chua-du.txt');
  });

  it('asks for recognition only where everything is reached', () => {
    const reached = plainText(selfAssessmentDocument(wardInput()));
    expect(reached).toContain(
      'Phường Lương Văn Tri đủ điều kiện đề nghị công nhận phường phù hợp với trẻ em',
    );
    expect(reached).toContain('kính đề nghị cấp có thẩm quyền xem xét, công nhận theo quy định./.');
    expect(plainText(wardWithDisqualifyingZero())).not.toContain('kính đề nghị');
  });

  it('names each criterion at zero in the verdict and accounts for it', () => {
    const text = plainText(wardWithDisqualifyingZero());
    expect(text).toContain('chưa đủ điều kiện đề nghị công nhận');
    expect(text).toMatch(/- Tiêu chí 3 \(Trẻ em bị xâm hại\) 0 điểm/);
    expect(text).toMatch(/1\. Tiêu chí bị 0 điểm\nTiêu chí 3\. Trẻ em bị xâm hại:\n- Chỉ tiêu 3\.1: /);
    expect(text).toContain('Nguyên nhân, biện pháp khắc phục: …');
  });

  it('prints the words of the unit where it has explained a zero', () => {
    const input = wardInput({ children_abused: given(1) }, { explanations: { 3: 'vụ việc đã được xử lý' } });
    expect(plainText(selfAssessmentDocument(input))).toContain('khắc phục: vụ việc đã được xử lý');
  });

  it('says the points still missing to the threshold', () => {
    const text = plainText(
      selfAssessmentDocument(
        wardInput({
          children_club_active: given(false),
          children_checked: given(0),
          kindergarten_enrolled: given(0),
          nursery_enrolled: given(0),
        }),
      ),
    );
    expect(text).toMatch(/thiếu \d+ điểm so với ngưỡng 850/);
  });

  it('gives least and most instead of a total while figures are missing, and who owes them', () => {
    const text = plainText(wardHalfWay());
    expect(text).toMatch(/trong khoảng \d{3}–\d{3}\/1\.000 điểm \(thấp nhất–cao nhất\)/);
    expect(text).toContain('Chưa đủ căn cứ kết luận');
    expect(text).toMatch(
      /tiêm chủng đầy đủ: chưa có số liệu \(chỉ tiêu 7\.1; đơn vị cung cấp: Trạm Y tế\)\./,
    );
    expect(text).toContain('trong năm trẻ em không có kiến nghị');
  });

  it('says wherever provisional values took part that they are', () => {
    const text = plainText(wardWithDisqualifyingZero());
    expect(text.split(PROVISIONAL_SENTENCE)).toHaveLength(3);
    expect(text).toMatch(/Trẻ em bị xâm hại \| Công an phường \| 100\(\*\) \| 0\(\*\)/);
  });

  it('says of made-up figures that they are, in the body and on every page', () => {
    const fictional = selfAssessmentDocument(wardInput());
    expect(fictional.runningNotice).toBe(FICTIONAL_SENTENCE);
    expect(plainText(fictional)).toContain(`[${FICTIONAL_SENTENCE}]`);
    const real = plainText(selfAssessmentDocument(wardInput({}, { fictional: false })));
    expect(real).not.toContain(FICTIONAL_SENTENCE);
  });

  it('speaks of a commune as xã and of a special zone as đặc khu', () => {
    const unit = {
      ...wardInput().unit,
      unitName: 'Đặc khu Cô Tô',
      unitType: 'special_zone',
      place: 'Cô Tô',
    } as const;
    const text = plainText(selfAssessmentDocument(wardInput({}, { unit })));
    expect(text).toContain('Kết quả tự đánh giá đặc khu phù hợp với trẻ em năm 2026');
    expect(text).toContain('Ủy ban nhân dân đặc khu Cô Tô báo cáo');
    expect(text).toContain('ĐẶC KHU CÔ TÔ');
  });
});
