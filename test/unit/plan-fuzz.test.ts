import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type PlanReading, planReadingJson, readPlan } from '../../src/domain/plan/index.ts';
import { annotatedPlans } from '../support/plan-corpus.ts';
import { type PlanLayout, planLayouts } from '../support/plan-layouts.ts';

const SEED = 20_260_705;

const plans = annotatedPlans().flatMap(({ text }) =>
  (Object.keys(planLayouts) as PlanLayout[]).map((layout) => planLayouts[layout](text)),
);

/** What happens to a plan on its way: each is a change at a place given as a share of the text. */
const damages: readonly ((lines: string[], place: number) => string[])[] = [
  (lines, place) => lines.toSpliced(at(lines, place), 1),
  (lines, place) => lines.toSpliced(at(lines, place), 0, lines[at(lines, place)] ?? ''),
  (lines, place) => lines.with(at(lines, place), lines[at(lines, 1 - place)] ?? ''),
  (lines, place) => {
    const all = lines.join('\n');
    return all.slice(0, Math.floor(all.length * place)).split('\n');
  },
  (lines, place) => {
    const here = at(lines, place);
    return lines.toSpliced(here, 2, `${lines[here] ?? ''} ${lines[here + 1] ?? ''}`);
  },
  (lines, place) => lines.with(at(lines, place), (lines[at(lines, place)] ?? '').replace(/[ẫướạ]/g, ' ')),
  (lines, place) => lines.with(at(lines, place), (lines[at(lines, place)] ?? '').replace(/^- ?/, '• ')),
  (lines, place) => lines.with(at(lines, place), (lines[at(lines, place)] ?? '').replace(/^- ?/, '+')),
  (lines, place) => lines.with(at(lines, place), `${' '.repeat(9)}${lines[at(lines, place)] ?? ''}\u00a0`),
  (lines, place) => lines.toSpliced(at(lines, place), 0, '', '7', ''),
];

function at(lines: readonly string[], place: number): number {
  return Math.min(lines.length - 1, Math.floor(lines.length * place));
}

/** Pieces that mean something to a reader of plans, in any order and number. */
const piece = fc.constantFrom(
  ...[
    'KẾ HOẠCH',
    'Căn cứ Quyết định số ',
    '06/QĐ-TTg',
    ' ngày 31/02/2026',
    'I. ',
    '1. ',
    '1.1. ',
    'a) ',
    '- ',
    '+ ',
  ],
  ...[
    'TỔ CHỨC THỰC HIỆN',
    'Đề nghị ',
    'Công an xã',
    'tiêu chí 3, 4',
    'trước ngày 99/99/9999',
    'Phấn đấu 80%',
  ],
  ...[
    'Nơi nhận:',
    'TM. ỦY BAN NHÂN DÂN',
    'KT. CHỦ TỊCH',
    'Số:     /KH-UBND',
    'ngày   tháng 4 năm 2026',
    './.',
    ';',
    '**',
  ],
  ...[
    'Điều 1. ',
    'Phần I',
    '|',
    '\t',
    '(',
    '“',
    '\u0301',
    '\ufeff',
    '\u200b',
    '¹',
    '6/13 xã',
    'hằng tháng',
    '\n',
    '\n\n',
    '\r\n',
    ' ',
  ],
);

/** Whether a line has a sign that can be seen. */
const saysSomething = (line: string) => /[^\s\p{C}\p{Z}]/u.test(line);

/** Lines of the source that some part of the reading, or its list of unread lines, answers for. */
function answeredLines(value: unknown, answered = new Set<number>()): Set<number> {
  if (Array.isArray(value)) for (const item of value) answeredLines(item, answered);
  else if (typeof value === 'object' && value !== null) {
    const { from, to, line } = value as { from?: unknown; to?: unknown; line?: unknown };
    if (typeof from === 'number' && typeof to === 'number')
      for (let number = from; number <= to; number++) answered.add(number);
    if (typeof line === 'number') answered.add(line);
    for (const inner of Object.values(value)) answeredLines(inner, answered);
  }
  return answered;
}

function lostLines(text: string, reading: PlanReading): string[] {
  const answered = answeredLines(reading);
  return text
    .split(/\r?\n/)
    .flatMap((line, index) =>
      saysSomething(line) && !answered.has(index + 1) ? [`${index + 1}: ${line}`] : [],
    );
}

function expectNothingLost(text: string): void {
  const reading = readPlan(text);
  expect(lostLines(text, reading)).toEqual([]);
  expect(() => JSON.stringify(planReadingJson(reading))).not.toThrow();
}

describe('every line of a document is in the reading or among the unread lines', () => {
  it('of the corpus in every layout', () => {
    for (const text of plans) expectNothingLost(text);
  });

  it('of damaged plans: lines lost, doubled, swapped, joined, cut off, letters gone', () => {
    const damage = fc.tuple(fc.nat(damages.length - 1), fc.double({ min: 0, max: 1, noNaN: true }));
    fc.assert(
      fc.property(
        fc.constantFrom(...plans),
        fc.array(damage, { minLength: 1, maxLength: 12 }),
        (plan, kinds) => {
          const damaged = kinds.reduce(
            (lines, [kind, place]) => (lines.length > 0 ? damages[kind]!(lines, place) : lines),
            plan.split('\n'),
          );
          expectNothingLost(damaged.join('\n'));
        },
      ),
      { seed: SEED, numRuns: 200 },
    );
  });

  it('of texts put together from pieces of plans', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 120 }), (pieces) => expectNothingLost(pieces.join(''))),
      { seed: SEED, numRuns: 800 },
    );
  });

  it('of any text at all', () => {
    const line = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 60 }),
      fc.string({ unit: 'binary', maxLength: 60 }),
    );
    // What ends a line is for the reader to know; here only line feeds do.
    const oneLine = line.map((text) => text.replace(/[\n\r\v\f\u0085\u2028\u2029]/g, ' '));
    fc.assert(
      fc.property(fc.array(oneLine, { maxLength: 25 }), (lines) => expectNothingLost(lines.join('\n'))),
      { seed: SEED, numRuns: 400 },
    );
  });

  it('of one bullet that says more than any person would', () => {
    for (const saying of ['Phấn đấu 80% trẻ em, ', 'trước ngày 10/5/2026, ', 'đánh giá tiêu chí 1, ']) {
      const bullet = `- ${saying.repeat(150_000)}`;
      const text = `KẾ HOẠCH\nThử\n\nI. MỤC TIÊU\n${bullet}\nII. TỔ CHỨC THỰC HIỆN\n1. Công an xã\n${bullet}`;
      expect(lostLines(text, readPlan(text))).toEqual([]);
    }
  }, 120_000);

  it('of nothing: an empty text has nothing to read and nothing unread', () => {
    for (const text of ['', '\n', ' \n\t\n']) {
      const reading = readPlan(text);
      expect(reading.unread).toEqual([]);
      expect(reading.title).toBeNull();
      expect(reading.assignments).toEqual([]);
    }
  });
});
