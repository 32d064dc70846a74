import { describe, expect, it } from 'vitest';
import {
  addresseeLines,
  annexLabel,
  annexReference,
  dateInWords,
  legalBasisLines,
  numberLine,
  placeAndDateLine,
  recipientLines,
} from './official-lines.ts';
import { documentWith } from './testing/builders.ts';

const head = documentWith([]).head;
const visible = (text: string) => text.replaceAll('\u00a0', '_');

describe('lines of an official document by NĐ 30/2020', () => {
  it('writes days below 10 and the months 1 and 2 with a zero, months 3 to 9 without', () => {
    expect(dateInWords({ year: 2026, month: 1, day: 5 })).toBe('ngày 05 tháng 01 năm 2026');
    expect(dateInWords({ year: 2026, month: 2, day: 10 })).toBe('ngày 10 tháng 02 năm 2026');
    expect(dateInWords({ year: 2026, month: 3, day: 9 })).toBe('ngày 09 tháng 3 năm 2026');
    expect(dateInWords({ year: 2026, month: 11, day: 30 })).toBe('ngày 30 tháng 11 năm 2026');
  });

  it('leaves room for the number and the day before the document is signed', () => {
    expect(visible(numberLine(head))).toBe('Số: ________/KH-UBND');
    expect(visible(placeAndDateLine(head))).toBe('Châu Sơn, ngày ____ tháng 4 năm 2026');
  });

  it('writes numbers below 10 with a zero', () => {
    expect(numberLine({ ...head, number: '5' })).toBe('Số: 05/KH-UBND');
    expect(numberLine({ ...head, number: '2a' })).toBe('Số: 02a/KH-UBND');
    expect(numberLine({ ...head, number: '115' })).toBe('Số: 115/KH-UBND');
  });

  it('closes every basis with a semicolon and the last with a full stop', () => {
    expect(legalBasisLines(documentWith([], { legalBases: ['Căn cứ A', 'Căn cứ B'] }))).toEqual([
      'Căn cứ A;',
      'Căn cứ B.',
    ]);
    expect(
      legalBasisLines(documentWith([], { legalBases: ['Căn cứ A;', 'Căn cứ B ;', 'Căn cứ C...'] })),
    ).toEqual(['Căn cứ A;', 'Căn cứ B;', 'Căn cứ C....']);
  });

  it('refers to the addressees in the first line of the recipients', () => {
    const document = documentWith([], {
      addressees: ['Sở Y tế', 'UBND tỉnh'],
      recipients: ['Lưu: VT, VHXH'],
    });
    expect(addresseeLines(document)).toEqual(['- Sở Y tế;', '- UBND tỉnh.']);
    expect(recipientLines(document)).toEqual(['- Như trên;', '- Lưu: VT, VHXH.']);
    expect(recipientLines({ ...document, addressees: [] })).toEqual(['- Lưu: VT, VHXH.']);
  });

  it('numbers annexes with Roman figures only where there are several', () => {
    const annexes = Array.from({ length: 9 }, () => ({ title: 'A', blocks: [] }));
    expect(annexLabel(documentWith([], { annexes: annexes.slice(0, 1) }), 0)).toBe('Phụ lục');
    expect([0, 3, 8].map((index) => annexLabel(documentWith([], { annexes }), index))).toEqual([
      'Phụ lục I',
      'Phụ lục IV',
      'Phụ lục IX',
    ]);
    expect(visible(annexReference(documentWith([])))).toBe(
      '(Kèm theo Kế hoạch số ________/KH-UBND ngày ____ tháng 4 năm 2026 của Ủy ban nhân dân Xã Châu Sơn)',
    );
  });
});
