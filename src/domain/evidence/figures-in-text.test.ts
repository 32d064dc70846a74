import { describe, expect, it } from 'vitest';
import qd06 from '../../../standards/qd-06-2019.json' with { type: 'json' };
import { compareFigure, figuresInText } from './figures-in-text.ts';

const wanted = Object.entries(qd06.inputs)
  .filter(([, { kind }]) => kind === 'count')
  .map(([input, { label }]) => ({ input, label }));
/** All that is found in a text of 2026, as `input: number`. */
const found = (text: string) =>
  Object.fromEntries(
    [...figuresInText(text, wanted, 2026)].map(([input, numbers]) => [
      input,
      numbers.length === 1 ? numbers[0]!.value : numbers.map(({ value }) => value),
    ]),
  );
const row = (...cells: string[]) => cells.join('\t');

describe('a figure in running text', () => {
  it('stands behind its name', () => {
    expect(found('- Tổng số trẻ em dưới 1 tuổi: 212 trẻ.')).toEqual({ under1_total: 212 });
    expect(found('Số trẻ em dưới 1 tuổi được tiêm chủng đầy đủ là 203')).toEqual({
      under1_fully_immunised: 203,
    });
    expect(found('Tổng số trẻ em trên địa bàn phường là 4.218 trẻ')).toEqual({ children_total: 4218 });
    expect(found('Số trẻ từ 3 đến 5 tuổi đến lớp năm 2026 đạt 640 cháu')).toEqual({
      kindergarten_enrolled: 640,
    });
  });

  it('or directly before it', () => {
    expect(found('Năm 2026, toàn phường có 203 trẻ em dưới 1 tuổi được tiêm chủng đầy đủ.')).toEqual({
      under1_fully_immunised: 203,
    });
  });

  it('may be written as a part of its whole', () => {
    expect(found('Trẻ em dưới 1 tuổi được tiêm chủng đầy đủ: 203/212 trẻ, đạt 95,75%.')).toEqual({
      under1_fully_immunised: 203,
    });
    expect(found('Tỷ lệ trẻ em dưới 1 tuổi được tiêm chủng đầy đủ: 203/212 (95,75%)')).toEqual({
      under1_fully_immunised: 203,
    });
  });

  it('is found without tones and in either way of placing them', () => {
    expect(found('SỐ TRẺ EM BỊ XÂM HẠI: 0')).toEqual({ children_abused: 0 });
    expect(found('so tre em bi xam hai trong ky: 2')).toEqual({ children_abused: 2 });
  });
});

describe('what looks like a figure and is none', () => {
  it.each([
    ['a percentage', 'Tỷ lệ trẻ em dưới 1 tuổi được tiêm chủng đầy đủ đạt 95%'],
    ['a percentage without its sign', 'Tỷ lệ trẻ em dưới 1 tuổi được tiêm chủng đầy đủ là 95'],
    ['a date', 'Tổng số trẻ em dưới 1 tuổi (ngày 30/9/2026)'],
    ['a year', 'Tổng số trẻ em dưới 1 tuổi năm 2026'],
    ['the number of a document', 'Báo cáo số trẻ em dưới 1 tuổi: 41/BC-TYT'],
    ['an age', 'Số trẻ em dưới 1 tuổi và 5 tuổi'],
    ['the figure of another year', 'Tổng số trẻ em dưới 1 tuổi năm 2025: 205'],
    ['the same, the year before the name', 'Năm 2025 tổng số trẻ em dưới 1 tuổi là 205'],
    ['a target', 'Kế hoạch giao: số trẻ em dưới 1 tuổi được tiêm chủng đầy đủ 210'],
    ['a change', 'Tổng số trẻ em dưới 1 tuổi tăng 7 trẻ so với cùng kỳ'],
    ['a telephone number', 'Tổng số trẻ em: 0205 381 234'],
    ['an article of a law', 'Tổng số trẻ em (Điều 1 Luật Trẻ em)'],
    ['the number of an item', '1. Tổng số trẻ em dưới 1 tuổi'],
    ['a number of something else', 'Số trẻ em được khám sức khỏe định kỳ tại 12 trường'],
    ['a decimal', 'Tổng số trẻ em dưới 1 tuổi: 212,5'],
  ])('%s', (_, text) => {
    expect(found(text)).toEqual({});
  });

  it('a part of the name that goes on to another figure', () => {
    expect(found('203 trẻ em dưới 1 tuổi được tiêm chủng đầy đủ')).toEqual({ under1_fully_immunised: 203 });
    expect(found('Tổng số trẻ em dưới 5 tuổi: 1.214')).toEqual({});
  });

  it('passes over the figure of the year before to that of the year', () => {
    expect(found('Tổng số trẻ em dưới 1 tuổi năm 2025: 205; năm 2026: 212')).toEqual({ under1_total: 212 });
    expect(found('Tổng số trẻ em dưới 1 tuổi: 212 (năm 2025: 205)')).toEqual({ under1_total: 212 });
  });
});

describe('a figure in a table', () => {
  it('stands in the row of its name', () => {
    const text = [
      row('TT', 'Nội dung', 'Đơn vị', 'Kết quả', 'Tỷ lệ'),
      row('1', 'Tổng số trẻ em dưới 1 tuổi', 'trẻ', '212', ''),
      row('2', 'Trẻ em dưới 1 tuổi được tiêm chủng đầy đủ', 'trẻ', '203', '95,75%'),
    ].join('\n');
    expect(found(text)).toEqual({ under1_total: 212, under1_fully_immunised: 203 });
  });

  it('is that of the column of the year, and not of the plan', () => {
    const text = [
      row('Chỉ tiêu', 'Năm 2025', 'Kế hoạch', 'Năm 2026'),
      row('Tổng số trẻ em dưới 1 tuổi', '205', '210', '212'),
    ].join('\n');
    expect(found(text)).toEqual({ under1_total: 212 });
  });

  it('is not guessed where several columns could be meant', () => {
    expect(found(row('Tổng số trẻ em dưới 1 tuổi', '205', '212'))).toEqual({});
    expect(
      found([row('Nội dung', 'Nam', 'Nữ'), row('Tổng số trẻ em dưới 1 tuổi', '105', '107')].join('\n')),
    ).toEqual({});
  });

  it('stands in the row of totals below its name', () => {
    const text = [
      row('TT', 'Thôn', 'Số trẻ em dưới 1 tuổi', 'Số trẻ em dưới 1 tuổi được tiêm chủng đầy đủ'),
      row('1', 'Thôn Ví Dụ', '12', '11'),
      row('2', 'Thôn Thử', '200', '192'),
      row('', 'Tổng cộng', '212', '203'),
    ].join('\n');
    expect(found(text)).toEqual({ under1_total: 212, under1_fully_immunised: 203 });
  });
});

describe('what was found and what was entered', () => {
  const at = (value: number, line = 1) => ({ value, line });
  it('agree, differ, or say nothing', () => {
    expect(compareFigure([at(212)], 212).kind).toBe('agrees');
    expect(compareFigure([at(215, 7)], 212)).toEqual({ kind: 'differs', found: at(215, 7), entered: 212 });
    expect(compareFigure([], 212).kind).toBe('not_found');
  });
  it('differ only where the text says one thing', () => {
    expect(compareFigure([at(20), at(18)], 212).kind).toBe('not_found');
    expect(compareFigure([at(20), at(212)], 212).kind).toBe('agrees');
    expect(compareFigure([at(215), at(215)], 212).kind).toBe('differs');
  });
});

it('a text without end is read up to where reports end', () => {
  const figure = 'Tổng số trẻ em dưới 1 tuổi: 212';
  const filler = (lines: number) => 'Nội dung khác\n'.repeat(lines);
  expect(found(`${filler(4_000)}${figure}`)).toEqual({ under1_total: 212 });
  expect(found(`${filler(6_000)}${figure}`)).toEqual({});
  expect(found(`${'trẻ em dưới 1 tuổi '.repeat(20_000)}: 212`)).toEqual({});
});
