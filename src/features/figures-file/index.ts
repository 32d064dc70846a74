export { readCsv } from './csv.ts';
export { FiguresFileError, type FiguresFileFault, type FiguresFileFaultCode, lineOfFault } from './fault.ts';
export type { FiguresFile, FiguresSource } from './figures-file.ts';
export { readFiguresFile, textOfFile } from './read.ts';
export { answerOfWord, NO, STATE_WORDS, stateOfWord, YES } from './state-words.ts';
export type { Table, TableCell, TableRow } from './table.ts';
export type { TemplateContent } from './template/form.ts';
export { type CellKind, neutralised, styleCell } from './template/styles.ts';
export { templateBytes, writeTemplate } from './template/write.ts';
export {
  columnLetters,
  columnPlace,
  readDateStyles,
  sharedStringsListener,
  sheetListener,
  TooManyCells,
} from './workbook/cells.ts';
export { refuseCompoundFile, sheetsOf } from './workbook/workbook.ts';
