/** Cells as text, row by row. */
export type Block = readonly (readonly string[])[];

/**
 * Reads what a spreadsheet puts on the clipboard: cells apart by tabs, rows by line ends, and in quotation marks what
 * holds one of these. The line end after the last row is no row. Quotation marks that do not close are taken as they are.
 */
export function parseBlock(text: string): Block {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  const end = text.length;
  while (at <= end) {
    const quoted = text[at] === '"' ? closingQuote(text, at) : -1;
    const until = quoted === -1 ? endOfCell(text, at) : quoted + 1;
    row.push(quoted === -1 ? text.slice(at, until) : text.slice(at + 1, quoted).replaceAll('""', '"'));
    if (text[until] === '\t') {
      at = until + 1;
      continue;
    }
    rows.push(row);
    row = [];
    at = until + (text[until] === '\r' && text[until + 1] === '\n' ? 2 : 1);
    if (at >= end) break;
  }
  return rows;
}

/** The same the other way round, as spreadsheets write it. */
export function formatBlock(block: Block): string {
  const cell = (text: string) => (/[\t\r\n"]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  return block.map((row) => `${row.map(cell).join('\t')}\r\n`).join('');
}

/** Where the quotation mark closes that opens here; −1 when it does not, or when something stands behind it. */
function closingQuote(text: string, open: number): number {
  for (let at = text.indexOf('"', open + 1); at !== -1; at = text.indexOf('"', at + 1)) {
    if (text[at + 1] === '"') at++;
    else return at + 1 === text.length || /[\t\r\n]/.test(text[at + 1]!) ? at : -1;
  }
  return -1;
}

function endOfCell(text: string, from: number): number {
  for (let at = from; at < text.length; at++) {
    const sign = text[at]!;
    if (sign === '\t' || sign === '\n' || sign === '\r') return at;
  }
  return text.length;
}
