import {
  type Indicator,
  type InputDefinition,
  type Provenance,
  type Standard,
  scaleText,
} from '../../../domain/scoring/index.ts';
import type { COLUMN } from './layout.ts';

/** Titles of the header row. Those of the columns to be read back are the names that `table-form` looks for. */
export const headerTitles: Partial<Record<keyof typeof COLUMN, string>> = {
  name: 'Mã',
  number: 'TT',
  content: 'Nội dung',
  value: 'Số liệu',
  state: 'Trạng thái',
  reason: 'Lý do',
  previous: 'Năm trước',
  rule: 'Quy tắc',
  measured: 'Giá trị',
  points: 'Điểm',
  maximum: 'Điểm tối đa',
};

/** Widths of the visible columns, in characters. */
export const columnWidths: Partial<Record<keyof typeof COLUMN, number>> = {
  number: 6,
  content: 46,
  value: 18,
  state: 18,
  reason: 24,
  previous: 12,
  rule: 52,
  measured: 16,
  points: 12,
  maximum: 12,
};

const provisionalNote = (values: readonly Provenance[]): string =>
  values.some(({ status }) => status === 'provisional') ? ' (tạm tính)' : '';

/** What is printed beside the cells: the rule in words. */
export const rulesOf = {
  /** The scale in words, and what applies where nothing occurred. */
  indicator(indicator: Indicator, standard: Standard): string {
    const { scale, scaleByClass, measure, emptyDenominator } = indicator;
    const lines = scaleText(scale, measure, 'vi');
    for (const [territoryClass, own] of Object.entries(scaleByClass ?? {})) {
      const { statement } = standard.recognition.thresholds.find((one) => one.class === territoryClass)!;
      lines.push(`${statement}:`, ...scaleText(own, measure, 'vi'));
    }
    if (emptyDenominator)
      lines.push(`không phát sinh: ${emptyDenominator.gives === 'fullPoints' ? indicator.points : 0} điểm`);
    const bands = [...scale, ...Object.values(scaleByClass ?? {}).flat()];
    return lines.join('\n') + provisionalNote(bands.map((band) => band.provenance));
  },

  /** What is counted, and where it is taken from. */
  input({ definition, source }: InputDefinition): string {
    return `${definition}\nNguồn: ${source}.`;
  },

  /** Whether any value of the standard still waits for the instrument. */
  isProvisional(standard: Standard): boolean {
    return standard.criteria.some(({ indicators }) =>
      indicators.some(
        ({ scale, measureProvenance }) =>
          measureProvenance.status === 'provisional' ||
          scale.some((band) => band.provenance.status === 'provisional'),
      ),
    );
  },
};
