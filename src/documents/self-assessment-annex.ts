import { type Figures, NO_DATA, type Standard } from '../domain/scoring/index.ts';
import { type Annex, bold, plain } from './block-model.ts';
import { figureText } from './self-assessment-table.ts';

/** The annex with every figure, this year's and last year's, and where it was taken from. */
export function figuresAnnex(input: {
  readonly standard: Standard;
  readonly figures: Figures;
  readonly previous: Figures;
  readonly year: number;
}): Annex {
  const { standard, figures, previous, year } = input;
  const titles = ['STT', 'Số liệu', `Năm ${year}`, `Năm ${year - 1}`, 'Nguồn số liệu'];
  return {
    title: 'SỐ LIỆU DÙNG ĐỂ TỰ CHẤM ĐIỂM',
    blocks: [
      {
        kind: 'table',
        summary: `Số liệu năm ${year} và năm ${year - 1} của từng chỉ tiêu, kèm nguồn`,
        columns: [
          { width: 8, align: 'center' },
          { width: 36, align: 'left' },
          { width: 14, align: 'right' },
          { width: 14, align: 'right' },
          { width: 28, align: 'left' },
        ],
        head: [titles.map((title) => ({ runs: [bold(title)] }))],
        rows: Object.entries(standard.inputs).map(([name, definition], index) => ({
          emphasis: 'none',
          cells: [
            String(index + 1),
            definition.label,
            figureText(figures[name] ?? NO_DATA),
            previous[name] === undefined ? '' : figureText(previous[name]),
            definition.source,
          ].map((text) => ({ runs: [plain(text)] })),
        })),
      },
    ],
  };
}
