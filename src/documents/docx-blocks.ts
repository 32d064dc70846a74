import { type Block, markOf, type Run, type Table, type TableCell } from './block-model.ts';
import { type Docx, halfPoints, TEXT_TWIPS, textRun, twips } from './docx-text.ts';
import { FIRST_LINE_INDENT, PARAGRAPH_GAP, TYPE_SIZE } from './layout.ts';

const INDENT = { firstLine: twips(FIRST_LINE_INDENT) };
const AFTER = { after: PARAGRAPH_GAP * 20 };

/** Paragraphs and tables of the body. With `leadsToSignature` the last paragraph stays with what follows. */
export function docxBlocks(docx: Docx, blocks: readonly Block[], leadsToSignature: boolean) {
  type Written = InstanceType<Docx['Paragraph']> | InstanceType<Docx['Table']>;
  return blocks.flatMap((block, index): readonly Written[] => {
    const keepNext = leadsToSignature && index === blocks.length - 1;
    return blockOf(docx, block, keepNext);
  });
}

function blockOf(docx: Docx, block: Block, keepNext: boolean) {
  const { Paragraph } = docx;
  switch (block.kind) {
    case 'heading':
      return [
        new Paragraph({
          heading: docx.HeadingLevel[`HEADING_${(block.level + 1) as 2 | 3 | 4}`],
          indent: INDENT,
          spacing: { before: 60, ...AFTER },
          keepNext: true,
          children: [
            new docx.TextRun({
              ...textOptions(
                { text: block.text, ...(block.level < 3 ? { bold: true } : {}) },
                TYPE_SIZE.body,
              ),
              color: '000000',
              italics: false,
            }),
          ],
        }),
      ];
    case 'paragraph':
      return [body(docx, block.runs, keepNext)];
    case 'list':
      return block.items.map((runs, index) =>
        body(docx, [{ text: `${markOf(block, index)} ` }, ...runs], keepNext),
      );
    case 'note':
      return [
        new Paragraph({
          alignment: 'both',
          spacing: { before: 60, ...AFTER },
          keepNext,
          children: block.runs.map((run) => textRun(docx, { ...run, italic: true }, TYPE_SIZE.note)),
        }),
      ];
    case 'notice': {
      const edge = { style: 'single', size: 6, space: 6, color: '000000' } as const;
      return [
        new Paragraph({
          alignment: 'center',
          spacing: { before: 160, after: 200 },
          indent: { left: twips(10), right: twips(10) },
          border: { top: edge, bottom: edge, left: edge, right: edge },
          children: [textRun(docx, { text: block.text, bold: true }, TYPE_SIZE.body)],
        }),
      ];
    }
    case 'table':
      return [tableOf(docx, block)];
  }
}

function body(docx: Docx, runs: readonly Run[], keepNext: boolean) {
  return new docx.Paragraph({
    alignment: 'both',
    indent: INDENT,
    spacing: AFTER,
    keepNext,
    children: runs.map((run) => textRun(docx, run, TYPE_SIZE.body)),
  });
}

/** Head rows are repeated on each page, no row is parted, a group row stays with the row after it. */
function tableOf(docx: Docx, table: Table) {
  const widths = table.columns.map((column) => Math.round((column.width / 100) * TEXT_TWIPS));
  const cellOf = (cell: TableCell, column: number, centred: boolean, keepNext: boolean) =>
    new docx.TableCell({
      columnSpan: cell.span ?? 1,
      verticalAlign: 'center',
      margins: { left: twips(1.4), right: twips(1.4), top: 50, bottom: 50 },
      width: {
        size: widths.slice(column, column + (cell.span ?? 1)).reduce((a, b) => a + b, 0),
        type: 'dxa',
      },
      children: [cell.runs, ...(cell.second ? [cell.second] : [])].map(
        (runs) =>
          new docx.Paragraph({
            alignment: centred ? 'center' : table.columns[column]!.align,
            keepNext,
            children: runs.map((run) => textRun(docx, run, TYPE_SIZE.table)),
          }),
      ),
    });
  const rowOf = (cells: readonly TableCell[], head: boolean, keepNext: boolean) => {
    let column = 0;
    return new docx.TableRow({
      cantSplit: true,
      tableHeader: head,
      children: cells.map((cell) => {
        const at = column;
        column += cell.span ?? 1;
        return cellOf(cell, at, head, keepNext);
      }),
    });
  };
  return new docx.Table({
    width: { size: TEXT_TWIPS, type: 'dxa' },
    columnWidths: widths,
    layout: 'fixed',
    rows: [
      ...table.head.map((cells) => rowOf(cells, true, true)),
      ...table.rows.map((row) => rowOf(row.cells, false, row.emphasis === 'group')),
    ],
  });
}

function textOptions(run: Run, size: number) {
  return {
    text: run.text,
    size: halfPoints(size),
    ...(run.bold ? { bold: true } : {}),
    font: 'Times New Roman',
  };
}
