import { expect, test } from 'vitest';
import { pageLines, type TextPiece } from './page-lines.ts';

const piece = (text: string, x: number, y: number, size = 14): TextPiece => ({
  text,
  x,
  y,
  width: text.length * size * 0.5,
  size,
});

test('two columns stand on one line with a run of spaces between them', () => {
  const lines = pageLines([piece('CỘNG HÒA', 280, 700), piece('XÃ MẪU', 80, 698.5)], 1);
  expect(lines).toEqual([expect.stringMatching(/^XÃ MẪU {10,}CỘNG HÒA$/)]);
});

test('words parted by a small distance get one space, parts of a word none, a raised number stays on its line', () => {
  const lines = pageLines(
    [piece('Kế', 80, 700), piece('hoạch', 98, 700), piece('ng', 133, 700), piece('1', 147, 706, 8)],
    1,
  );
  expect(lines).toEqual(['Kế hoạchng1']);
});

test('a wider distance than usual parts paragraphs, and the first line keeps its indent', () => {
  const at = [700, 682, 658, 640, 622];
  const lines = pageLines(
    at.map((y, index) => piece(`dòng ${index}`, index === 2 ? 108 : 80, y)),
    1,
  );
  expect(lines).toEqual(['dòng 0', 'dòng 1', '', '    dòng 2', 'dòng 3', 'dòng 4']);
});

test('the number of the page at its head is no text; another number stays', () => {
  const page = [piece('2', 300, 800), piece('thực hiện', 80, 760), piece('13', 80, 742)];
  expect(pageLines(page, 2)).toEqual(['thực hiện', '13']);
  expect(pageLines(page, 3)[0]).toMatch(/2$/);
});

test('a page without text has no lines, and odd places spoil nothing', () => {
  expect(pageLines([], 1)).toEqual([]);
  expect(pageLines([piece('x', Number.NaN, 1), piece(' ', 1, 1), piece('a', 80, 5, 0)], 1)).toEqual([]);
});
