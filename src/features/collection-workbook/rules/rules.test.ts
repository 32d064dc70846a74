import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Item, itemsOfLevel, levelName, ROUND_LEVELS } from '../../../domain/collection/index.ts';
import {
  type Figure,
  given,
  LARGEST_FIGURE,
  NO_DATA,
  NOT_DUE,
  notApplicable,
} from '../../../domain/scoring/index.ts';
import { normaliseText } from '../../../domain/text/index.ts';
import { standardCatalogue } from '../../standards/index.ts';
import { judgeImported } from './judge-imported.ts';
import { isUntouched, markOf, readMarks, writeMarks } from './mark.ts';
import { proposeColumns } from './match-columns.ts';
import { PlacesByName } from './match-places.ts';
import { cellOfFigure, readFigure } from './read-figure.ts';

const items = itemsOfLevel(standardCatalogue().latest('qd-06-2019')!.standard, 'village');
const count = items.find(({ key }) => key === 'children_total')!;
const answer = items.find(({ collection }) => collection.asked === 'yes_no')!;

const text = (value: string) =>
  ({ where: 'A1', value: { kind: 'text', text: value }, formula: false }) as const;
const number = (value: number) =>
  ({ where: 'A1', value: { kind: 'number', number: value }, formula: false }) as const;

describe('a cell of a workbook', () => {
  it.each([
    ['1.234', 1234],
    ['1 234', 1234],
    ['1,234', 1234],
    [' 12\u00A0', 12],
    ['0', 0],
  ])('“%s” is a count', (typed, value) => {
    expect(readFigure(text(typed), count)).toEqual({ figure: given(value) });
  });

  it.each([
    [text('95,7'), 'not_whole'],
    [number(95.7), 'not_whole'],
    [text('-3'), 'negative'],
    [number(-3), 'negative'],
    [text('khoảng 40'), 'not_a_number'],
    [number(LARGEST_FIGURE * 10), 'too_large'],
    [text('KAD'), 'reason_missing'],
    [{ where: 'A1', value: { kind: 'date' }, formula: false } as const, 'date'],
    [{ where: 'A1', value: { kind: 'error', text: '#REF!' }, formula: false } as const, 'cell_error'],
    [{ where: 'A1', value: { kind: 'boolean', boolean: true }, formula: false } as const, 'not_a_number'],
  ])('%j is refused and not rounded', (cell, fault) => {
    expect(readFigure(cell, count)).toMatchObject({ fault });
  });

  it('says that a figure is not applicable, with the reason in it, in a note or in the column of the row', () => {
    expect(readFigure(text('KAD: thôn không có trường'), count)).toEqual({
      figure: notApplicable('thôn không có trường'),
    });
    expect(readFigure(text('không áp dụng'), count, 'không có trường')).toEqual({
      figure: notApplicable('không có trường'),
    });
  });

  it('answers yes or no in the ways that people do', () => {
    for (const yes of [text('Có'), text('co'), text('x'), number(1)])
      expect(readFigure(yes, answer)).toEqual({ figure: given(true) });
    expect(readFigure(text('Không'), answer)).toEqual({ figure: given(false) });
    expect(readFigure(number(2), answer)).toMatchObject({ fault: 'not_an_answer' });
  });

  it('never throws, whatever stands in it', () => {
    const value = fc.oneof(
      fc.record({ kind: fc.constant('text' as const), text: fc.string({ unit: 'binary' }) }),
      fc.record({ kind: fc.constant('number' as const), number: fc.double() }),
      fc.record({ kind: fc.constant('error' as const), text: fc.string() }),
      fc.constant({ kind: 'empty' as const }),
      fc.constant({ kind: 'date' as const }),
    );
    fc.assert(
      fc.property(value, fc.constantFrom(...items), fc.boolean(), (content, item, formula) => {
        const reading = readFigure({ where: 'A1', value: content, formula }, item);
        expect('figure' in reading || 'fault' in reading).toBe(true);
      }),
    );
  });

  const figureOf = (item: Item): fc.Arbitrary<Figure> =>
    fc.oneof(
      item.collection.asked === 'yes_no'
        ? fc.boolean().map((value) => given(value))
        : fc.nat({ max: LARGEST_FIGURE }).map((value) => given(value)),
      fc.constant(NO_DATA),
      fc.constant(NOT_DUE),
      fc
        .string({ unit: 'grapheme', maxLength: 100 })
        .map(normaliseText)
        .filter((reason) => /^\p{L}/u.test(reason))
        .map(notApplicable),
    );

  it('that the template wrote is read back as the same figure', () => {
    const any = fc.constantFrom(...items).chain((item) => figureOf(item).map((figure) => ({ item, figure })));
    fc.assert(
      fc.property(any, ({ item, figure }) => {
        const cell = cellOfFigure(figure);
        const read = cell === null ? undefined : typeof cell === 'number' ? number(cell) : text(cell);
        expect(readFigure(read, item)).toEqual({ figure });
      }),
    );
  });
});

describe('what an imported cell does', () => {
  const stored = { figure: given(120), comment: null, revision: 3 };
  const mark = markOf(stored);

  it('nothing where nobody has touched it since the template was filled, whatever became of the figure', () => {
    const changed = { ...stored, figure: given(150), revision: 4 };
    expect(judgeImported({ figure: given(120), comment: null, mark }, changed).kind).toBe('same');
  });

  it('a conflict where both have changed', () => {
    const changed = { ...stored, figure: given(150), revision: 4 };
    expect(judgeImported({ figure: given(130), comment: null, mark }, changed)).toMatchObject({
      kind: 'conflict',
      seenRevision: 3,
    });
  });

  it('a change, a large one by more than half, or a new figure', () => {
    expect(judgeImported({ figure: given(130), comment: null, mark }, stored).kind).toBe('change');
    expect(judgeImported({ figure: given(300), comment: null, mark }, stored).kind).toBe('large');
    expect(judgeImported({ figure: given(1), comment: null, mark: null }, undefined).kind).toBe('new');
  });

  it('an emptied cell takes the figure out; an empty one of a foreign workbook says nothing', () => {
    expect(judgeImported({ figure: NO_DATA, comment: null, mark }, stored).kind).toBe('change');
    expect(judgeImported({ figure: NO_DATA, comment: null, mark: null }, stored).kind).toBe('same');
  });

  it('the comment stays where the cell has no note', () => {
    const commented = { ...stored, comment: 'đã hỏi lại' };
    expect(
      judgeImported({ figure: given(130), comment: null, mark: markOf(commented) }, commented),
    ).toMatchObject({
      comment: 'đã hỏi lại',
      kind: 'change',
    });
  });
});

describe('marks', () => {
  it('are read back as written, long texts by what tells them apart', () => {
    const long = { figure: notApplicable('a'.repeat(400)), comment: 'b'.repeat(400), revision: 2 };
    const written = readMarks(writeMarks([markOf(long), { revision: 0, figure: '', comment: '' }]))!;
    expect(written[0]).toEqual(markOf(long));
    expect(isUntouched(written[0]!, long.figure, long.comment)).toBe(true);
    expect(isUntouched(written[0]!, notApplicable('c'.repeat(400)), null)).toBe(false);
  });

  it('that somebody has spoilt are none', () => {
    fc.assert(fc.property(fc.string(), (spoilt) => void readMarks(spoilt)));
    expect(readMarks('[[-1,"a"]]')).toBeNull();
    expect(readMarks('{"a":1}')).toBeNull();
  });
});

describe('the place of a row', () => {
  const places = new PlacesByName([
    { type: 'tổ dân phố', name: '3' },
    { type: 'tổ dân phố', name: '4' },
    { type: 'thôn', name: '4' },
    { type: 'thôn', name: 'Đoàn Kết' },
    { type: 'trường mầm non', name: 'Hoa Sen' },
  ]);
  it.each([
    ['TDP 3', '3'],
    ['Tổ dân phố số 03', '3'],
    ['TDP3', '3'],
    ['DOAN KET', 'Đoàn Kết'],
    ['Thôn Đoàn Kết', 'Đoàn Kết'],
    ['Thôn 4', '4'],
    ['MN Hoa Sen', 'Hoa Sen'],
    ['Hoa Sen', 'Hoa Sen'],
  ])('“%s” is found', (typed, name) => {
    expect(places.find(typed)).toMatchObject({ found: { name } });
  });

  it('is not guessed where two fit, or none', () => {
    expect(places.find('4')).toEqual({ fault: 'ambiguous_place' });
    expect(places.find('Thôn Hòa Bình')).toEqual({ fault: 'unknown_place' });
  });
});

describe('columns of a foreign workbook', () => {
  const propose = (headings: readonly string[], remembered = new Map()) =>
    proposeColumns(
      headings.map((heading, column) => ({ column, heading })),
      items,
      remembered,
    ).map(({ proposal, certain }) => [proposal, certain]);

  it.each(ROUND_LEVELS)('name the places as our own form does: %s', (level) => {
    expect(propose([levelName(level, 'vi')])).toEqual([['place', true]]);
  });

  it('are matched by the words of the item, without tones; places and numbers are known', () => {
    expect(propose(['STT', 'Tên thôn', 'TONG SO TRE EM', 'Ghi chú'])).toEqual([
      ['left_out', true],
      ['place', true],
      [{ item: 'children_total' }, true],
      ['left_out', true],
    ]);
  });

  it('may say how many places answer yes as well as what each is asked', () => {
    for (const heading of [
      'Số thôn, tổ dân phố có điểm vui chơi cho trẻ em',
      'Thôn, tổ dân phố có điểm vui chơi cho trẻ em không?',
    ])
      expect(propose([heading])).toEqual([[{ item: 'villages_with_play_area' }, true]]);
  });

  it('that are only alike are doubtful; what was matched by hand before is not', () => {
    expect(propose(['Tổng trẻ em'])).toEqual([[{ item: 'children_total' }, false]]);
    const remembered = new Map([['tong tre em', { item: 'children_total' }]]);
    expect(propose(['Tổng trẻ em'], remembered)).toEqual([[{ item: 'children_total' }, true]]);
  });

  it('that claim the same item are both doubtful', () => {
    expect(propose(['Tổng số trẻ em', 'Tổng số trẻ em']).map(([, certain]) => certain)).toEqual([
      false,
      false,
    ]);
  });
});
