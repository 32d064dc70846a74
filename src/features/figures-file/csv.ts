import { FiguresFileError } from './fault.ts';
import { say } from './messages.ts';
import type { Table, TableCell } from './table.ts';
import { columnLetters } from './workbook/cells.ts';

const SEPARATORS = [';', ',', '\t'] as const;

/** The separator of the first line: what Excel's own `sep=` line says, or the one that occurs most. */
function separatorOf(text: string): { separator: string; rest: string } {
  const declared = /^sep=(.)\r?\n/i.exec(text);
  if (declared) return { separator: declared[1]!, rest: text.slice(declared[0].length) };
  const line = /^[^\r\n]*/.exec(text)![0].replace(/"[^"]*"/g, '');
  const counts = SEPARATORS.map((separator) => line.split(separator).length);
  return { separator: SEPARATORS[counts.indexOf(Math.max(...counts))]!, rest: text };
}

/** Records and fields by RFC 4180; line breaks inside quotes belong to the field. */
function parse(text: string, separator: string): string[][] {
  const records: string[][] = [];
  let record: string[] = [];
  let at = 0;
  const place = () => `${columnLetters(record.length)}${records.length + 1}`;
  while (at < text.length) {
    let field = '';
    if (text[at] === '"') {
      for (;;) {
        const quote = text.indexOf('"', at + 1);
        if (quote < 0)
          throw new FiguresFileError([{ code: 'csv_syntax', where: place(), ...say('csvSyntax') }]);
        field += text.slice(at + 1, quote);
        at = quote + 1;
        if (text[at] !== '"') break;
        field += '"';
      }
    }
    const start = at;
    while (at < text.length && text[at] !== separator && text[at] !== '\n') at += 1;
    record.push(field + text.slice(start, at).replace(/\r$/, ''));
    if (text[at] !== separator) {
      records.push(record);
      record = [];
    } else if (at + 1 === text.length) record.push('');
    at += 1;
  }
  if (record.length > 0) records.push(record);
  return records;
}

/** Reads the text of a CSV file, separated by semicolons, commas or tabs. Throws FiguresFileError. */
export function readCsv(text: string): Table {
  const { separator, rest } = separatorOf(text);
  const where = (row: number, column: number) => `${columnLetters(column)}${row + 1}`;
  const rows = parse(rest, separator).map((record, row) => {
    const cells = new Map<number, TableCell>();
    record.forEach((field, column) => {
      if (field.trim() !== '')
        cells.set(column, {
          where: where(row, column),
          value: { kind: 'text', text: field },
          formula: false,
        });
    });
    return cells;
  });
  return { name: '', form: 'csv', separator, rows, where };
}
