import {
  type Block,
  markOf,
  NATIONAL_MOTTO,
  NATIONAL_NAME,
  type OfficialDocument,
  type Run,
} from './block-model.ts';
import { cleanText } from './clean-text.ts';
import {
  addresseeLines,
  annexLabel,
  annexReference,
  legalBasisLines,
  numberLine,
  placeAndDateLine,
  recipientLines,
} from './official-lines.ts';

/** Everything that the document prints, line by line in the order of reading; cells of a row parted by ` | `. */
export function plainText(document: OfficialDocument): string {
  const { head, signature } = document;
  const lines = [
    ...(head.superiorBody === undefined ? [] : [upper(head.superiorBody)]),
    ...head.issuingBody.map(upper),
    NATIONAL_NAME,
    NATIONAL_MOTTO,
    numberLine(head),
    placeAndDateLine(head),
    '',
    upper(document.documentType),
    ...document.title.map(cleanText),
    '',
    ...addressees(document),
    ...legalBasisLines(document),
    ...document.blocks.flatMap(blockLines),
    '',
    ...recipients(document),
    ...signature.lines.map(upper),
    ...(signature.name === null ? [] : [cleanText(signature.name)]),
    ...document.annexes.flatMap((annex, index) => [
      '',
      annexLabel(document, index),
      cleanText(annex.title),
      annexReference(document),
      ...annex.blocks.flatMap(blockLines),
    ]),
    ...(document.runningNotice === null ? [] : ['', cleanText(document.runningNotice)]),
  ];
  return `${lines.join('\n')}\n`;
}

const upper = (text: string): string => cleanText(text).toLocaleUpperCase('vi');
const joined = (runs: readonly Run[]): string => runs.map((run) => cleanText(run.text)).join('');

function recipients(document: OfficialDocument): readonly string[] {
  const lines = recipientLines(document);
  return lines.length === 0 ? [] : ['Nơi nhận:', ...lines, ''];
}

function addressees(document: OfficialDocument): readonly string[] {
  if (document.addressees.length === 0) return [];
  if (document.addressees.length === 1) return [`Kính gửi: ${cleanText(document.addressees[0]!)}`, ''];
  return ['Kính gửi:', ...addresseeLines(document), ''];
}

function blockLines(block: Block): readonly string[] {
  switch (block.kind) {
    case 'heading':
      return ['', cleanText(block.text)];
    case 'paragraph':
    case 'note':
      return [joined(block.runs)];
    case 'notice':
      return [`[${cleanText(block.text)}]`];
    case 'list':
      return block.items.map((runs, index) => `${markOf(block, index)} ${joined(runs)}`);
    case 'table':
      return [...block.head, ...block.rows.map((row) => row.cells)].map((cells) =>
        cells
          .map((cell) => [cell.runs, ...(cell.second ? [cell.second] : [])].map(joined).join(' / '))
          .join(' | '),
      );
  }
}
