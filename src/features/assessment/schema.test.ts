import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { given, NO_DATA, notApplicable, type Standard } from '../../domain/scoring/index.ts';
import { figureToken, readAssignments, readFigures } from './schema.ts';

const standard = JSON.parse(
  readFileSync(new URL('../../../standards/qd-06-2019.json', import.meta.url), 'utf8'),
) as Standard;

const read = (form: Record<string, string>, input = 'under1_total') =>
  readFigures({ [`${input}.da_thay`]: 'no_data', ...form }, standard, [input])[0]!;

describe('the boxes of a figure', () => {
  test.each([
    ['212', given(212)],
    ['  1.250 ', given(1250)],
    ['1 250', given(1250)],
    ['0', given(0)],
    ['', NO_DATA],
  ])('“%s” is read as %o', (text, figure) => {
    expect(read({ under1_total: text }).figure).toEqual(figure);
  });

  test.each([
    ['95,7', 'fraction'],
    ['95.7', 'fraction'],
    ['-3', 'negative'],
    ['=1+2', 'formula'],
    ['nhiều', 'not_a_number'],
  ])('“%s” is refused as %s and kept as typed', (text, fault) => {
    expect(read({ under1_total: text })).toMatchObject({ figure: null, fault, typed: { text } });
  });

  test('zero is a number, and no data is not zero', () => {
    expect(read({ under1_total: '0' }).figure).not.toEqual(read({ under1_total: '' }).figure);
  });

  test('a number in the box outweighs the state chosen below it', () => {
    const form = { under1_total: '5', 'under1_total.tinh_trang': 'not_due' };
    expect(read(form).figure).toEqual(given(5));
  });

  test('not applicable comes with its reason, in composed letters', () => {
    const form = {
      under1_total: '',
      'under1_total.tinh_trang': 'not_applicable',
      'under1_total.ly_do': 'Không có trẻ'.normalize('NFD'),
    };
    expect(read(form).figure).toEqual(notApplicable('Không có trẻ'));
  });

  test('yes and no are read as answers', () => {
    const input = 'children_forum_held';
    expect(read({ [input]: 'co' }, input).figure).toEqual(given(true));
    expect(read({ [input]: 'khong' }, input).figure).toEqual(given(false));
  });

  test('a program may send numbers and answers as JSON has them', () => {
    expect(
      readFigures({ under1_total: 212, children_forum_held: true }, standard, [
        'under1_total',
        'children_forum_held',
      ]),
    ).toMatchObject([{ figure: given(212) }, { figure: given(true) }]);
  });

  test('what was on the screen comes back as it was', () => {
    for (const figure of [
      given(17),
      NO_DATA,
      notApplicable('Không có: chưa tổ chức'),
      { state: 'not_due' } as const,
    ])
      expect(read({ under1_total: '', 'under1_total.da_thay': figureToken(figure) }).seen).toEqual(figure);
  });

  test('an input of which no box came is left alone', () => {
    expect(readFigures({}, standard, ['under1_total'])).toEqual([]);
  });
});

test('the assignment form gives each criterion its organisation and date, and drops what is no organisation', () => {
  const id = '01a200df-05b7-72a9-86d9-7333e1aa7e87';
  expect(
    readAssignments({
      'don_vi.3': id,
      'han.3': ' 15/10/2026 ',
      'don_vi.4': 'khong-phai',
      'han.4': '1/1/2026',
    }),
  ).toEqual([{ number: 3, organisationId: id, due: '15/10/2026' }]);
});
