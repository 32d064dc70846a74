import { NATIONAL_MOTTO, NATIONAL_NAME, type OfficialDocument, type Run } from './block-model.ts';
import { cleanText } from './clean-text.ts';
import { HEAD_LEFT_SHARE, PARAGRAPH_GAP, SHORT_RULE_SHARE, TYPE_SIZE } from './layout.ts';
import {
  addresseeLines,
  legalBasisLines,
  numberLine,
  placeAndDateLine,
  recipientLines,
} from './official-lines.ts';
import { BODY, heightOf, type ParagraphStyle, single, writeParagraph } from './pdf-blocks.ts';
import { type Element, LEFT, MM, type Sheet, WIDTH } from './pdf-sheet.ts';
import { LINE_HEIGHT, linesOf } from './pdf-type.ts';

const upper = (text: string): string => cleanText(text).toLocaleUpperCase('vi');
const strong = (text: string): Run => ({ text, bold: true });

interface Column {
  readonly left: number;
  readonly width: number;
}
const FULL: Column = { left: LEFT, width: WIDTH };

/** Centred lines in a column, each a paragraph. */
function centred(
  sheet: Sheet,
  root: Element,
  lines: readonly Run[],
  size: number,
  column: Column,
  type = 'P',
): void {
  for (const run of lines) single(sheet, root, type, [run], { size, align: 'center', ...column });
}

/** A rule below the line just written, as long as a share of that line. */
function rule(sheet: Sheet, text: string, size: number, column: Column, share: number): void {
  const line = linesOf(sheet.setter, [strong(text)], size, column.width).at(-1)!;
  const length = line.width * share;
  const x = column.left + (column.width - length) / 2;
  sheet.decorate(() =>
    sheet.doc
      .lineWidth(0.7)
      .moveTo(x, sheet.y + 3)
      .lineTo(x + length, sheet.y + 3)
      .stroke(),
  );
  sheet.y += 5;
}

/** Issuing body and number at the left, national name, place and date at the right. */
export function writeHead(sheet: Sheet, root: Element, document: OfficialDocument): void {
  const { head } = document;
  const left: Column = { left: LEFT, width: (WIDTH * HEAD_LEFT_SHARE) / 100 };
  const right: Column = { left: LEFT + left.width, width: WIDTH - left.width };
  const top = sheet.y;
  if (head.superiorBody !== undefined) {
    centred(sheet, root, [{ text: upper(head.superiorBody) }], TYPE_SIZE.issuingBody, left);
  }
  const body = head.issuingBody.map(upper);
  centred(sheet, root, body.map(strong), TYPE_SIZE.issuingBody, left);
  rule(sheet, body.at(-1) ?? '', TYPE_SIZE.issuingBody, left, SHORT_RULE_SHARE);
  const leftEnd = sheet.y;
  sheet.y = top;
  centred(sheet, root, [strong(NATIONAL_NAME)], TYPE_SIZE.nationalName, right);
  centred(sheet, root, [strong(NATIONAL_MOTTO)], TYPE_SIZE.motto, right);
  rule(sheet, NATIONAL_MOTTO, TYPE_SIZE.motto, right, 1);
  const second = Math.max(leftEnd, sheet.y) + 5;
  sheet.y = second;
  centred(sheet, root, [{ text: numberLine(head) }], TYPE_SIZE.number, left);
  const numberEnd = sheet.y;
  sheet.y = second;
  centred(sheet, root, [{ text: placeAndDateLine(head), italic: true }], TYPE_SIZE.placeAndDate, right);
  sheet.y = Math.max(numberEnd, sheet.y);
}

/** Type and subject of the document, whom it addresses, and what it rests on. */
export function writeOpening(sheet: Sheet, root: Element, document: OfficialDocument): void {
  const size = TYPE_SIZE.documentType;
  sheet.y += 14;
  const title = sheet.element(root, 'H1');
  for (const text of [upper(document.documentType), ...document.title]) {
    writeParagraph(sheet, title, 'H1', [strong(text)], { size, align: 'center' });
  }
  title.end();
  rule(sheet, document.title.at(-1) ?? document.documentType, size, FULL, SHORT_RULE_SHARE);
  sheet.y += 10;
  writeAddressees(sheet, root, document);
  for (const line of legalBasisLines(document))
    single(sheet, root, 'P', [{ text: line, italic: true }], BODY);
}

function writeAddressees(sheet: Sheet, root: Element, document: OfficialDocument): void {
  const { addressees } = document;
  const label = 'Kính gửi:';
  const size = TYPE_SIZE.body;
  if (addressees.length === 1) {
    single(sheet, root, 'P', [{ text: `${label} ${addressees[0]}` }], { size, align: 'center' });
  }
  if (addressees.length > 1) {
    const left = LEFT + 38 * MM;
    const labelWidth = sheet.setter.widthOf(label, 'regular', size) + 6;
    const top = sheet.y;
    single(sheet, root, 'P', [{ text: label }], { size, align: 'left', left });
    sheet.y = top;
    const column = { left: left + labelWidth, width: LEFT + WIDTH - left - labelWidth };
    for (const line of addresseeLines(document)) {
      single(sheet, root, 'P', [{ text: line }], { size, align: 'left', ...column, after: 2 });
    }
  }
  if (addressees.length > 0) sheet.y += PARAGRAPH_GAP + 2;
}

const RECIPIENT: ParagraphStyle = {
  size: TYPE_SIZE.recipients,
  align: 'left',
  left: LEFT,
  width: WIDTH / 2 - 12,
};
const RECIPIENTS_TITLE: ParagraphStyle = { ...RECIPIENT, size: TYPE_SIZE.recipientsTitle };
const SIGNER: ParagraphStyle = {
  size: TYPE_SIZE.body,
  align: 'center',
  left: LEFT + WIDTH / 2,
  width: WIDTH / 2,
};
const GAP_ABOVE_SIGNATURE = 8;
/** Room for signature and seal. */
const SIGNATURE_HEIGHT = 28 * MM;

/** Height of recipients and signature together, which stay on the page where the body ends. */
export function signatureHeight(sheet: Sheet, document: OfficialDocument): number {
  const right = signerRuns(document).reduce((sum, run) => sum + heightOf(sheet, [run], SIGNER), 0);
  const left = recipientLines(document).reduce(
    (sum, text) => sum + heightOf(sheet, [{ text }], RECIPIENT),
    0,
  );
  const title = TYPE_SIZE.recipientsTitle * LINE_HEIGHT;
  return GAP_ABOVE_SIGNATURE + Math.max(right + SIGNATURE_HEIGHT + SIGNER.size * LINE_HEIGHT, left + title);
}

function signerRuns(document: OfficialDocument): readonly Run[] {
  return document.signature.lines.map((line) => strong(upper(line)));
}

/** Nơi nhận at the left, capacity and name of the person who signs at the right, level with each other. */
export function writeSignature(sheet: Sheet, root: Element, document: OfficialDocument): void {
  sheet.keep(signatureHeight(sheet, document));
  sheet.y += GAP_ABOVE_SIGNATURE;
  const top = sheet.y;
  for (const run of signerRuns(document)) single(sheet, root, 'P', [run], SIGNER);
  sheet.y += SIGNATURE_HEIGHT;
  if (document.signature.name !== null) single(sheet, root, 'P', [strong(document.signature.name)], SIGNER);
  const end = sheet.y;
  sheet.y = top;
  const recipients = recipientLines(document);
  if (recipients.length > 0) {
    single(sheet, root, 'P', [{ text: 'Nơi nhận:', bold: true, italic: true }], RECIPIENTS_TITLE);
  }
  for (const text of recipients) single(sheet, root, 'P', [{ text }], RECIPIENT);
  sheet.y = Math.max(end, sheet.y);
}
