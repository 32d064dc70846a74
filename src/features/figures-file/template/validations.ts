import type { DataValidation } from 'exceljs';
import { LARGEST_FIGURE } from '../../../domain/scoring/index.ts';

/** A count of the field. */
export const wholeNumberRule: DataValidation = {
  type: 'whole',
  operator: 'between',
  formulae: [0, LARGEST_FIGURE],
  allowBlank: true,
  showErrorMessage: true,
  errorTitle: 'Số liệu chưa đúng',
  error:
    'Gõ số nguyên từ 0 trở lên, không có phần thập phân. Chưa có số liệu thì để trống và chọn ở cột Trạng thái.',
};

export const yearRule: DataValidation = {
  ...wholeNumberRule,
  formulae: [2000, 2100],
  error: 'Gõ năm bằng bốn chữ số, ví dụ 2026.',
};

/** A drop-down: `list` is a range of the workbook, or words between double quotes. */
export function choiceOf(list: string): DataValidation {
  return {
    type: 'list',
    formulae: [list],
    allowBlank: true,
    showErrorMessage: true,
    errorTitle: 'Chưa đúng',
    error: 'Chọn một mục trong danh sách.',
  };
}
