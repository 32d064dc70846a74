import type { Block, OfficialDocument } from './block-model.ts';
import { cleanText } from './clean-text.ts';
import { docxBlocks } from './docx-blocks.ts';
import { docxHead, docxOpening, docxSignature } from './docx-frame.ts';
import { reproducibleZip } from './docx-package.ts';
import { type Docx, halfPoints, MARGIN, textRun } from './docx-text.ts';
import { PAGE, TYPE_SIZE } from './layout.ts';
import { annexLabel, annexReference } from './official-lines.ts';

/**
 * The document as a Word file in Times New Roman, to be opened and finished in any office suite. The same document
 * always gives the same bytes: the file carries the document's own date, not the time of writing.
 */
export async function renderDocx(document: OfficialDocument): Promise<Uint8Array> {
  const docx = await import('docx');
  const file = new docx.Document({
    title: cleanText(document.metadataTitle),
    creator: 'Măng Non',
    lastModifiedBy: 'Măng Non',
    features: { updateFields: false },
    styles: {
      default: {
        document: {
          run: {
            font: 'Times New Roman',
            size: halfPoints(TYPE_SIZE.body),
            language: { value: document.language },
          },
        },
      },
    },
    sections: [
      section(docx, document, [
        ...docxHead(docx, document),
        ...docxOpening(docx, document),
        ...docxBlocks(docx, document.blocks, true),
        ...docxSignature(docx, document),
      ]),
      ...document.annexes.map((annex, index) =>
        section(docx, document, annexBlocks(docx, document, index, annex.title, annex.blocks)),
      ),
    ],
  });
  return reproducibleZip(await docx.Packer.toBuffer(file), document.head.date);
}

type Children = NonNullable<ConstructorParameters<Docx['Document']>[0]['sections']>[number]['children'];

/** Pages numbered from 1, the number in the middle of the top margin and hidden on the first. */
function section(docx: Docx, document: OfficialDocument, children: Children) {
  const { Footer, Header, PageNumber, Paragraph, TextRun } = docx;
  const number = new Header({
    children: [
      new Paragraph({
        alignment: 'center',
        children: [new TextRun({ children: [PageNumber.CURRENT], size: halfPoints(TYPE_SIZE.pageNumber) })],
      }),
    ],
  });
  const notice = () =>
    new Footer({
      children:
        document.runningNotice === null
          ? [new Paragraph({})]
          : [
              new Paragraph({
                alignment: 'center',
                children: [textRun(docx, { text: document.runningNotice, italic: true }, TYPE_SIZE.note)],
              }),
            ],
    });
  return {
    properties: {
      titlePage: true,
      page: {
        size: { width: `${PAGE.width}mm` as const, height: `${PAGE.height}mm` as const },
        margin: MARGIN,
        pageNumbers: { start: 1 },
      },
    },
    headers: { first: new Header({ children: [new Paragraph({})] }), default: number },
    footers: { first: notice(), default: notice() },
    children,
  };
}

function annexBlocks(
  docx: Docx,
  document: OfficialDocument,
  index: number,
  title: string,
  blocks: readonly Block[],
) {
  const { Paragraph } = docx;
  const line = (text: string, style: 'bold' | 'italic', after = 0) =>
    new Paragraph({
      alignment: 'center',
      spacing: { after },
      children: [textRun(docx, { text, [style]: true }, TYPE_SIZE.body)],
    });
  return [
    line(annexLabel(document, index), 'bold'),
    line(title, 'bold'),
    line(annexReference(document), 'italic', 200),
    ...docxBlocks(docx, blocks, false),
  ];
}
