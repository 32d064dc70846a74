import { type MessageKey, type MessageParameters, say } from './messages.ts';

export type FiguresFileFaultCode =
  | 'file_missing'
  | 'file_unreadable'
  | 'file_too_large'
  | 'file_empty'
  | 'file_foreign'
  | 'workbook_broken'
  | 'workbook_protected'
  | 'workbook_old_format'
  | 'workbook_foreign'
  | 'encoding'
  | 'csv_syntax'
  | 'json_syntax'
  | 'json_shape'
  | 'header_missing'
  | 'standard_missing'
  | 'standard_unknown'
  | 'version_invalid'
  | 'unit_invalid'
  | 'year_invalid'
  | 'class_unknown'
  | 'duplicate_name'
  | 'unknown_name'
  | 'wrong_kind'
  | 'not_whole'
  | 'negative'
  | 'too_large'
  | 'part_above_whole'
  | 'state_unknown'
  | 'state_conflict'
  | 'reason_missing'
  | 'formula'
  | 'extra_cells';

/** One fault of a file. */
export interface FiguresFileFault {
  readonly code: FiguresFileFaultCode;
  /** Where it is: a cell (`Số liệu!D12`, in CSV `B5`), a path in JSON (`figures.children_total`); empty for the whole file. */
  readonly where: string;
  /** The name of the figure that the fault is about, when there is one. */
  readonly name?: string;
  /** What is wrong and what to do. */
  readonly message: string;
  readonly messageEn: string;
}

/** A fault as one line: where, which figure, what is wrong. */
export function lineOfFault(fault: FiguresFileFault, language: 'vi' | 'en'): string {
  const text = language === 'vi' ? fault.message : fault.messageEn;
  const name = fault.name === undefined || fault.where.includes(fault.name) ? '' : ` (${fault.name})`;
  return fault.where === '' ? text : `${fault.where}${name}: ${text}`;
}

/** The file cannot be used. Every fault that was found is named: nothing is guessed, nothing is read in part. */
export class FiguresFileError extends Error {
  override readonly name = 'FiguresFileError';
  readonly faults: readonly FiguresFileFault[];
  constructor(faults: readonly FiguresFileFault[]) {
    super(faults.map((fault) => lineOfFault(fault, 'vi')).join('\n'));
    this.faults = faults;
  }
}

/** A refusal of the whole file. */
export function refusal<Key extends MessageKey>(
  code: FiguresFileFaultCode,
  key: Key,
  ...parameters: MessageParameters<Key>
): FiguresFileError {
  return new FiguresFileError([{ code, where: '', ...say(key, ...parameters) }]);
}

/** Faults as they are found. */
export class FaultList {
  readonly list: FiguresFileFault[] = [];
  /** Notes a fault; gives null, so that a reader can end with it. */
  add<Key extends MessageKey>(
    code: FiguresFileFaultCode,
    where: string,
    key: Key,
    ...parameters: MessageParameters<Key>
  ): null {
    this.list.push({ code, where, ...say(key, ...parameters) });
    return null;
  }
}
