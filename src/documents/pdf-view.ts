import {
  NATIONAL_MOTTO,
  NATIONAL_NAME,
  type Block,
  type OfficialDocument,
  type Run,
  type TableCell,
} from './block-model.ts';
import { cleanText } from './clean-text.ts';
import {
  FIRST_LINE_INDENT,
  HEAD_LEFT_SHARE,
  PAGE,
  PARAGRAPH_GAP,
  SHORT_RULE_SHARE,
  TYPE_SIZE,
} from './layout.ts';
import {
  addresseeLines,
  annexLabel,
  annexReference,
  legalBasisLines,
  numberLine,
  placeAndDateLine,
  recipientLines,
} from './official-lines.ts';

/**
 * The document as the layout for PDF wants it: every line ready, every text clean and passed through `glyphs`, which
 * replaces what the embedded font cannot show.
 */
export function pdfView(document: OfficialDocument, glyphs: (text: string) => string) {
  const said = (text: string) => glyphs(cleanText(text));
  const upper = (text: string) => said(text.toLocaleUpperCase('vi'));
  const runs = (list: readonly Run[]) => list.map((run) => ({ ...run, text: said(run.text) }));
  const cell = (source: TableCell) => ({
    ...source,
    runs: runs(source.runs),
    ...(source.second ? { second: runs(source.second) } : {}),
  });
  const block = (source: Block) => {
    switch (source.kind) {
      case 'heading':
      case 'notice':
        return { ...source, text: said(source.text) };
      case 'paragraph':
      case 'note':
        return { ...source, runs: runs(source.runs) };
      case 'list':
        return { ...source, items: source.items.map(runs) };
      case 'table':
        return {
          ...source,
          summary: said(source.summary),
          head: source.head.map((row) => row.map(cell)),
          rows: source.rows.map((row) => ({ ...row, cells: row.cells.map(cell) })),
        };
    }
  };
  const { head, signature } = document;
  return {
    page: PAGE,
    size: TYPE_SIZE,
    indent: FIRST_LINE_INDENT,
    paragraphGap: PARAGRAPH_GAP,
    headLeftShare: HEAD_LEFT_SHARE,
    shortRule: SHORT_RULE_SHARE,
    nationalName: NATIONAL_NAME,
    motto: NATIONAL_MOTTO,
    metadataTitle: said(document.metadataTitle),
    date: { year: head.date.year, month: head.date.month ?? 1, day: head.date.day ?? 1 },
    head: {
      superiorBody: head.superiorBody === undefined ? null : upper(head.superiorBody),
      issuingBody: head.issuingBody.map(upper),
      number: glyphs(numberLine(head)),
      placeAndDate: glyphs(placeAndDateLine(head)),
    },
    documentType: upper(document.documentType),
    title: document.title.map(said),
    addressees: document.addressees.length === 1 ? document.addressees.map(said) : addresseeLines(document).map(glyphs),
    legalBases: legalBasisLines(document).map(glyphs),
    blocks: document.blocks.map(block),
    signature: {
      lines: signature.lines.map(upper),
      name: signature.name === null ? null : said(signature.name),
    },
    recipients: recipientLines(document).map(glyphs),
    annexes: document.annexes.map((annex, index) => ({
      label: annexLabel(document, index),
      title: said(annex.title),
      reference: glyphs(annexReference(document)),
      blocks: annex.blocks.map(block),
    })),
    runningNotice: document.runningNotice === null ? null : said(document.runningNotice),
  };
}
