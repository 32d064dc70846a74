import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Figure, given, NO_DATA, notApplicable } from '../scoring/index.ts';
import { QD_06 } from '../scoring/testing/standards.ts';
import {
  findingsAgainstVillages,
  findingsOfRound,
  itemsOfLevel,
  sentenceOfFinding,
  sumOfColumn,
} from './index.ts';

const VILLAGE = itemsOfLevel(QD_06, 'village');
const ITEM = 'under1_total';

const figure: fc.Arbitrary<Figure> = fc.oneof(
  fc.nat(40).map(given),
  fc.constant(NO_DATA),
  fc.constant(notApplicable('Không có trẻ')),
);
const cell = (value: Figure, comment: string | null = null) => ({ [ITEM]: { figure: value, comment } });

/** What the planning officer sees at the villages, some of which may stand on another page. */
const atVillages = (figures: readonly Figure[], own: number, onPage = figures.length) =>
  findingsOfRound({
    items: VILLAGE,
    sheets: figures.slice(0, onPage).map((value, index) => ({ place: String(index), cells: cell(value) })),
    beyond: { [ITEM]: sumOfColumn(figures.slice(onPage)) },
    elsewhere: [{ item: ITEM, value: own, source: 'Trạm Y tế' }],
  }).filter(({ code }) => code === 'sum_differs');

/** What the health station sees at its own figure. */
const atOrganisation = (figures: readonly Figure[], own: number, comment: string | null = null) =>
  findingsAgainstVillages(VILLAGE, cell(given(own), comment), { [ITEM]: sumOfColumn(figures) });

describe('the figure of an organisation against the villages together', () => {
  test('strikes at the sheet of the organisation as it does at the villages, and on whatever page they stand', () => {
    fc.assert(
      fc.property(fc.array(figure, { maxLength: 8 }), fc.nat(120), fc.nat(8), (figures, own, onPage) => {
        const numbers = ({ sum, in: there, asked }: { sum: number; in: number; asked: number }) => [
          sum,
          there,
          asked,
        ];
        const villages = atVillages(figures, own).flatMap((one) =>
          one.code === 'sum_differs' ? [[...numbers(one), one.other]] : [],
        );
        const organisation = atOrganisation(figures, own).flatMap((one) =>
          one.code === 'villages_differ' ? [[...numbers(one), one.value]] : [],
        );
        expect(organisation).toEqual(villages);
        expect(atVillages(figures, own, onPage)).toEqual(atVillages(figures, own));
      }),
    );
  });

  test('never strikes where the villages come to it, or may still do so', () => {
    fc.assert(
      fc.property(fc.array(figure, { maxLength: 8 }), fc.nat(20), (figures, more) => {
        const { sum } = sumOfColumn(figures);
        expect(atOrganisation(figures, sum)).toEqual([]);
        expect(atOrganisation([...figures, NO_DATA], sum + more)).toEqual([]);
      }),
    );
  });

  test('is explained in a sentence, and answered by a comment at the cell', () => {
    const [finding] = atOrganisation([given(4), given(5)], 10);
    expect(sentenceOfFinding(finding!, VILLAGE, 'vi')).toContain(
      'phiếu này ghi 10, 2/2 thôn, tổ dân phố cộng lại là 9. Đối chiếu hai nguồn',
    );
    expect(sentenceOfFinding(finding!, VILLAGE, 'en')).toContain('2 of 2 villages come to 9');
    expect(finding!.answered).toBe(false);
    expect(atOrganisation([given(4), given(5)], 10, 'Tính cả trẻ tạm trú')[0]!.answered).toBe(true);
  });

  test('says nothing of what villages answer by yes and no', () => {
    const key = 'villages_with_play_area';
    expect(
      findingsAgainstVillages(
        VILLAGE,
        { [key]: { figure: given(true), comment: null } },
        { [key]: sumOfColumn([given(true), given(true)]) },
      ),
    ).toEqual([]);
  });
});
