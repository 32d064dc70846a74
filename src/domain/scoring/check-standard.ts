import { faultsOfCollection } from './check-collection.ts';
import { faultsOfScale } from './check-scale.ts';
import { definitionOf, inputsOfMeasure, type Standard } from './standard.ts';
import type { StandardFault, StandardFaultCode } from './standard-fault.ts';

/**
 * Every fault of a standard: sums of points, gaps, overlaps, unreachable or backward bands, unknown inputs, duplicates.
 * An empty list means that the standard can be compiled and that scores are bounded and monotone.
 */
export function checkStandard(standard: Standard): StandardFault[] {
  const faults: StandardFault[] = [];
  const fault = (path: string, code: StandardFaultCode, message: string) =>
    faults.push({ path, code, message });
  const classes = standard.recognition.thresholds.map((threshold) => threshold.class);
  const codes = new Set<string>();
  const numbers = new Set<number>();
  const used = new Set<string>();
  const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

  classes.forEach((name, index) => {
    const threshold = standard.recognition.thresholds[index]!;
    if (classes.indexOf(name) !== index)
      fault(`recognition.thresholds.${index}`, 'duplicate_code', `phân loại ${name} có hai lần`);
    if (threshold.points > standard.maximum.points)
      fault(`recognition.thresholds.${index}.points`, 'sum_of_points', 'ngưỡng cao hơn tổng điểm tối đa');
  });
  const total = sum(standard.criteria.map((criterion) => criterion.maxPoints));
  if (total !== standard.maximum.points)
    fault(
      'maximum.points',
      'sum_of_points',
      `các tiêu chí cộng lại ${total} điểm, không phải ${standard.maximum.points}`,
    );

  standard.criteria.forEach((criterion, c) => {
    const at = `criteria.${c}`;
    if (numbers.has(criterion.number))
      fault(`${at}.number`, 'duplicate_code', `tiêu chí số ${criterion.number} có hai lần`);
    numbers.add(criterion.number);
    const points = sum(criterion.indicators.map((indicator) => indicator.points));
    if (points !== criterion.maxPoints)
      fault(
        `${at}.maxPoints`,
        'sum_of_points',
        `các chỉ tiêu cộng lại ${points} điểm, không phải ${criterion.maxPoints}`,
      );
    criterion.indicators.forEach((indicator, i) => {
      const path = `${at}.indicators.${i}`;
      if (codes.has(indicator.code))
        fault(`${path}.code`, 'duplicate_code', `mã chỉ tiêu ${indicator.code} có hai lần`);
      codes.add(indicator.code);
      for (const input of inputsOfMeasure(indicator.measure)) {
        used.add(input);
        const definition = definitionOf(standard, input);
        const wanted = indicator.measure.kind === 'yes_no' ? 'yes_no' : 'count';
        if (definition === undefined)
          fault(`${path}.measure`, 'unknown_input', `không có số liệu “${input}”`);
        else if (definition.kind !== wanted)
          fault(`${path}.measure`, 'wrong_input_kind', `số liệu “${input}” không hợp với cách đo`);
      }
      if (
        indicator.measure.kind === 'rate' &&
        !(Number.isInteger(indicator.measure.per) && indicator.measure.per > 0)
      )
        fault(`${path}.measure.per`, 'bad_number', 'cơ số của tỷ suất phải là số nguyên dương');
      faults.push(...faultsOfScale(indicator.scale, indicator, `${path}.scale`));
      for (const [name, scale] of Object.entries(indicator.scaleByClass ?? {})) {
        if (!classes.includes(name))
          fault(`${path}.scaleByClass.${name}`, 'unknown_class', `không có phân loại “${name}”`);
        faults.push(...faultsOfScale(scale, indicator, `${path}.scaleByClass.${name}`));
      }
    });
  });
  for (const input of Object.keys(standard.inputs))
    if (!used.has(input)) fault(`inputs.${input}`, 'unused_input', 'không chỉ tiêu nào dùng số liệu này');
  faults.push(...faultsOfCollection(standard));
  return faults;
}
