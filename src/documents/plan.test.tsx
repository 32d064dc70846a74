import { render } from 'preact-render-to-string';
import { describe, expect, it } from 'vitest';
import { planItem, planPart, planSection, planWith } from '../domain/plan/testing/builders.ts';
import { DocumentPreview } from './document-preview.tsx';
import { renderDocx } from './docx.ts';
import { type PrintedPlan, planDocument } from './plan.ts';
import { textOfDocx } from './testing/extract.ts';
import { plainText } from './text.ts';

const unsigned: PrintedPlan = {
  number: null,
  date: { year: 2026, month: null, day: null },
  runningNotice: null,
};
const linesOf = (changes: Parameters<typeof planWith>[0] = {}, printed = unsigned) =>
  plainText(planDocument(planWith(changes), printed))
    .replaceAll('\u00a0', '_')
    .split('\n')
    .filter((line) => line !== '');

describe('a plan on paper', () => {
  it('leaves number and day blank until it is signed, and carries them after', () => {
    expect(linesOf()).toContain('Số: ________/KH-UBND');
    expect(linesOf()).toContain('Phường Lương Văn Tri, ngày ____ tháng __ năm 2026');
    const signed = linesOf({}, { ...unsigned, number: '02a', date: { year: 2026, month: 1, day: 5 } });
    expect(signed).toContain('Số: 02a/KH-UBND');
    expect(signed).toContain('Phường Lương Văn Tri, ngày 05 tháng 01 năm 2026');
  });

  it('is set as NĐ 30 has it: sections in Roman figures and capitals, parts in Arabic ones, then dashes', () => {
    expect(linesOf().slice(6)).toEqual([
      'KẾ HOẠCH',
      'Triển khai công tác trẻ em năm 2026',
      'trên địa bàn Phường Lương Văn Tri',
      'Căn cứ Luật Trẻ em ngày 05 tháng 4 năm 2016.',
      'Ủy ban nhân dân Phường Lương Văn Tri ban hành Kế hoạch công tác trẻ em năm 2026 như sau:',
      'I. MỤC ĐÍCH, YÊU CẦU',
      '1. Mục đích',
      '- Bảo đảm môi trường sống an toàn cho trẻ em.',
      'II. TỔ CHỨC THỰC HIỆN',
      '1. Công an phường',
      '- Theo dõi, đánh giá tiêu chí 3, 4.',
      '2. Đề nghị Đoàn Thanh niên phường',
      '- Tổ chức Diễn đàn trẻ em trước ngày 15/6/2026.',
      'Trên đây là Kế hoạch công tác trẻ em năm 2026 của Phường Lương Văn Tri./.',
      'Nơi nhận:',
      '- Sở Y tế (b/c);',
      '- Lưu: VT.',
      'TM. ỦY BAN NHÂN DÂN',
      'KT. CHỦ TỊCH',
      'PHÓ CHỦ TỊCH',
    ]);
  });

  it('closes no line twice', () => {
    const lines = linesOf({
      closing: 'Trên đây là Kế hoạch./.',
      legalBases: [{ id: 'b', text: 'Căn cứ Luật Trẻ em;' }],
      recipients: ['Sở Y tế (b/c);', 'Lưu: VT.'],
    });
    expect(lines).toEqual(
      expect.arrayContaining([
        'Trên đây là Kế hoạch./.',
        'Căn cứ Luật Trẻ em.',
        '- Sở Y tế (b/c);',
        '- Lưu: VT.',
      ]),
    );
  });

  it('numbers items below a section with figures that go on, and items below a part with letters', () => {
    const items = (from: number, count: number) =>
      Array.from({ length: count }, (_, index) => planItem(`i${from + index}`, `Việc ${from + index}.`));
    const lines = linesOf({
      sections: [
        planSection('s', 'measures', 'Nhiệm vụ theo Quyết định số 06/QĐ-TTg', [
          planPart('p1', items(1, 2), { form: 'numbered' }),
          planPart('p2', items(3, 1), { form: 'paragraphs' }),
          planPart('p3', items(4, 25), { heading: 'Truyền thông', form: 'numbered' }),
          planPart('p4', items(30, 1), { form: 'numbered' }),
        ]),
      ],
    });
    expect(lines).toEqual(
      expect.arrayContaining([
        'I. NHIỆM VỤ THEO QUYẾT ĐỊNH SỐ 06/QĐ-TTg',
        '1. Việc 1.',
        '2. Việc 2.',
        'Việc 3.',
        '3. Truyền thông',
        'a) Việc 4.',
        'đ) Việc 8.',
        'e) Việc 9.',
        'g) Việc 10.',
        'aa) Việc 27.',
        '4. Việc 30.',
      ]),
    );
  });

  it('says the same on screen and in Word, marks included', async () => {
    const document = planDocument(
      planWith({
        sections: [
          planSection('s', 'measures', 'Nhiệm vụ', [
            planPart('p', [planItem('i1', 'Việc một.')], { form: 'numbered' }),
          ]),
        ],
      }),
      unsigned,
    );
    expect(textOfDocx(await renderDocx(document))).toContain('1. Việc một.');
    expect(render(<DocumentPreview document={document} />).replace(/<[^>]+>/g, '')).toContain('1. Việc một.');
  });
});
