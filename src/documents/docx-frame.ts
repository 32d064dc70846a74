import { NATIONAL_MOTTO, NATIONAL_NAME, type OfficialDocument, type Run } from './block-model.ts';
import { type Docx, NO_BORDERS, TEXT_TWIPS, textRun, twips, upper } from './docx-text.ts';
import { FIRST_LINE_INDENT, HEAD_LEFT_SHARE, PARAGRAPH_GAP, SHORT_RULE_SHARE, TYPE_SIZE } from './layout.ts';
import {
  addresseeLines,
  legalBasisLines,
  numberLine,
  placeAndDateLine,
  recipientLines,
} from './official-lines.ts';

/** Width of the motto in bold Times New Roman, as a share of its size: its rule is exactly as long. */
const MOTTO_WIDTH = 12.24;
/** Mean width of a bold letter, as a share of the size; near enough for a rule of one third to one half. */
const CAPITAL_WIDTH = 0.66;
const SMALL_LETTER_WIDTH = 0.48;

const strong = (text: string): Run => ({ text, bold: true });

interface Centred {
  readonly size: number;
  readonly before?: number;
  readonly keepNext?: boolean;
}

function centred(docx: Docx, run: Run, { size, before = 0, keepNext = false }: Centred) {
  return new docx.Paragraph({
    alignment: 'center',
    keepNext,
    spacing: { before, after: 0 },
    children: [textRun(docx, run, size)],
  });
}

/** A paragraph of no height whose upper edge is a rule of a length in points, centred in a column. */
function rule(docx: Docx, points: number, column: number) {
  const side = Math.max(0, Math.round((column - points * 20) / 2));
  return new docx.Paragraph({
    indent: { left: side, right: side },
    spacing: { before: 40, after: 0, line: 80, lineRule: 'exact' },
    border: { top: { style: 'single', size: 6, space: 0, color: '000000' } },
    children: [],
  });
}

function twoColumns(docx: Docx, widths: readonly [number, number], rows: readonly (readonly [Cell, Cell])[]) {
  return new docx.Table({
    width: { size: TEXT_TWIPS, type: 'dxa' },
    columnWidths: [...widths],
    layout: 'fixed',
    borders: NO_BORDERS,
    rows: rows.map(
      (cells) =>
        new docx.TableRow({
          cantSplit: true,
          children: cells.map(
            (children, index) =>
              new docx.TableCell({
                width: { size: widths[index]!, type: 'dxa' },
                margins: { left: 0, right: 0, top: 0, bottom: 0 },
                borders: NO_BORDERS,
                children: [...children],
              }),
          ),
        }),
    ),
  });
}
type Cell = readonly InstanceType<Docx['Paragraph']>[];

/** Issuing body and number at the left, national name, place and date at the right. */
export function docxHead(docx: Docx, document: OfficialDocument) {
  const { head } = document;
  const left = Math.round((TEXT_TWIPS * HEAD_LEFT_SHARE) / 100);
  const right = TEXT_TWIPS - left;
  const size = TYPE_SIZE.issuingBody;
  const body = head.issuingBody.map(upper);
  const bodyWidth = (body.at(-1)?.length ?? 0) * CAPITAL_WIDTH * size;
  return [
    twoColumns(
      docx,
      [left, right],
      [
        [
          [
            ...(head.superiorBody === undefined
              ? []
              : [centred(docx, { text: upper(head.superiorBody) }, { size })]),
            ...body.map((line) => centred(docx, strong(line), { size })),
            rule(docx, bodyWidth * SHORT_RULE_SHARE, left),
          ],
          [
            centred(docx, strong(NATIONAL_NAME), { size: TYPE_SIZE.nationalName }),
            centred(docx, strong(NATIONAL_MOTTO), { size: TYPE_SIZE.motto }),
            rule(docx, MOTTO_WIDTH * TYPE_SIZE.motto, right),
          ],
        ],
        [
          [centred(docx, { text: numberLine(head) }, { size: TYPE_SIZE.number, before: 60 })],
          [
            centred(
              docx,
              { text: placeAndDateLine(head), italic: true },
              { size: TYPE_SIZE.placeAndDate, before: 60 },
            ),
          ],
        ],
      ],
    ),
  ];
}

/** Type and subject of the document, whom it addresses, and what it rests on. */
export function docxOpening(docx: Docx, document: OfficialDocument) {
  const size = TYPE_SIZE.documentType;
  const { title } = document;
  const length = (title.at(-1)?.length ?? 0) * SMALL_LETTER_WIDTH * size * SHORT_RULE_SHARE;
  return [
    new docx.Paragraph({
      heading: docx.HeadingLevel.HEADING_1,
      alignment: 'center',
      spacing: { before: 280, after: 0 },
      children: [upper(document.documentType), ...title].map(
        (text, index) =>
          new docx.TextRun({
            text,
            bold: true,
            size: size * 2,
            color: '000000',
            font: 'Times New Roman',
            ...(index > 0 ? { break: 1 } : {}),
          }),
      ),
    }),
    rule(docx, length, TEXT_TWIPS),
    new docx.Paragraph({ spacing: { after: 0, line: 160, lineRule: 'exact' }, children: [] }),
    ...docxAddressees(docx, document),
    ...legalBasisLines(document).map(
      (line) =>
        new docx.Paragraph({
          alignment: 'both',
          indent: { firstLine: twips(FIRST_LINE_INDENT) },
          spacing: { after: PARAGRAPH_GAP * 20 },
          children: [textRun(docx, { text: line, italic: true }, TYPE_SIZE.body)],
        }),
    ),
  ];
}

function docxAddressees(docx: Docx, document: OfficialDocument) {
  const { addressees } = document;
  const size = TYPE_SIZE.body;
  const label = 'Kính gửi:';
  if (addressees.length === 0) return [];
  const gap = new docx.Paragraph({ spacing: { after: 0, line: 160, lineRule: 'exact' }, children: [] });
  if (addressees.length === 1) return [centred(docx, { text: `${label} ${addressees[0]}` }, { size }), gap];
  const left = (text: string, alignment: 'left' | 'right') =>
    new docx.Paragraph({
      alignment,
      indent: alignment === 'left' ? { left: 80 } : {},
      spacing: { after: 40 },
      children: [textRun(docx, { text }, size)],
    });
  const labelWidth = twips(62);
  return [
    twoColumns(
      docx,
      [labelWidth, TEXT_TWIPS - labelWidth],
      [[[left(label, 'right')], addresseeLines(document).map((line) => left(line, 'left'))]],
    ),
    gap,
  ];
}

/** Nơi nhận at the left, capacity and name of the person who signs at the right, never parted by a page. */
export function docxSignature(docx: Docx, document: OfficialDocument) {
  const { signature } = document;
  const recipients = recipientLines(document);
  const half = Math.round(TEXT_TWIPS / 2);
  const line = (run: Run, size: number) =>
    new docx.Paragraph({ keepNext: true, spacing: { after: 0 }, children: [textRun(docx, run, size)] });
  const size = TYPE_SIZE.body;
  return [
    new docx.Paragraph({ keepNext: true, spacing: { after: 0, line: 160, lineRule: 'exact' }, children: [] }),
    twoColumns(
      docx,
      [half, TEXT_TWIPS - half],
      [
        [
          [
            line(
              { text: recipients.length > 0 ? 'Nơi nhận:' : '', bold: true, italic: true },
              TYPE_SIZE.recipientsTitle,
            ),
            ...recipients.map((text) => line({ text }, TYPE_SIZE.recipients)),
          ],
          [
            ...signature.lines.map((text) => centred(docx, strong(upper(text)), { size, keepNext: true })),
            new docx.Paragraph({ keepNext: true, spacing: { before: 0, after: twips(28) }, children: [] }),
            centred(docx, strong(signature.name ?? ''), { size }),
          ],
        ],
      ],
    ),
  ];
}
