import type { DataValidation } from 'exceljs';
import { LARGEST_FIGURE } from '../../../domain/scoring/index.ts';
import { NO, STATE_WORDS, YES } from '../../figures-file/index.ts';
import { NOT_APPLICABLE_SIGN } from '../rules/read-figure.ts';
import type { Layout } from './layout.ts';
import { ROW } from './layout.ts';

const HOW = `Chưa có số liệu thì để trống. Không áp dụng thì gõ “${NOT_APPLICABLE_SIGN}: lý do”.`;

/** What may be typed into the cells of a figure, written for the first of them. */
export function validationOf(layout: Layout, index: number): DataValidation {
  if (layout.items[index]!.collection.asked === 'yes_no')
    return {
      type: 'list',
      formulae: [`"${YES},${NO},${STATE_WORDS.not_due}"`],
      allowBlank: true,
      showErrorMessage: true,
      // A reason that is typed cannot be in a list: Excel asks, and takes it.
      errorStyle: 'warning',
      errorTitle: 'Chưa đúng',
      error: `Chọn “${YES}” hoặc “${NO}”. ${HOW}`,
    };
  const cell = `${layout.lettersOf(index)}${ROW.first}`;
  const whole = layout.wholeOf(index);
  const wholeCell = whole === null ? null : `${layout.lettersOf(whole)}${ROW.first}`;
  const isWord = `UPPER(LEFT(${cell},${NOT_APPLICABLE_SIGN.length}))="${NOT_APPLICABLE_SIGN}",${cell}="${STATE_WORDS.not_due}"`;
  const isCount = [
    `ISNUMBER(${cell})`,
    `N(${cell})>=0`,
    `N(${cell})=INT(N(${cell}))`,
    `N(${cell})<=${LARGEST_FIGURE}`,
    ...(wholeCell === null ? [] : [`OR(NOT(ISNUMBER(${wholeCell})),N(${cell})<=N(${wholeCell}))`]),
  ].join(',');
  return {
    type: 'custom',
    formulae: [`OR(AND(${isCount}),${isWord})`],
    allowBlank: true,
    showErrorMessage: true,
    errorStyle: 'stop',
    errorTitle: 'Số liệu chưa đúng',
    error: `Gõ số nguyên từ 0 trở lên${whole === null ? '' : ', không lớn hơn tổng số'}. ${HOW}`,
  };
}
