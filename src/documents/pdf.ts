import type { OfficialDocument } from './block-model.ts';
import { cleanText } from './clean-text.ts';
import { PAGE } from './layout.ts';
import { annexLabel, annexReference } from './official-lines.ts';
import { single, writeBlock } from './pdf-blocks.ts';
import { collected } from './pdf-bytes.ts';
import { type Fonts, openFonts, setterOf } from './pdf-fonts.ts';
import { signatureHeight, writeHead, writeOpening, writeSignature } from './pdf-frame.ts';
import { type Element, MM, Sheet } from './pdf-sheet.ts';
import { FACES, type Setter } from './pdf-type.ts';

interface Workshop {
  readonly create: PDFKit.PDFDocument;
  readonly fonts: Fonts;
  readonly setter: Setter;
}

let workshop: Promise<Workshop> | undefined;

async function openWorkshop(): Promise<Workshop> {
  const [{ default: create }, fonts] = await Promise.all([import('pdfkit'), openFonts()]);
  return { create, fonts, setter: setterOf(fonts) };
}

/**
 * The document as PDF/A-2a: tagged, in Vietnamese, with Tinos embedded (the widths of Times New Roman). The same
 * document always gives the same bytes: dates in the file are the document's own. Characters that Tinos lacks are
 * printed as □.
 */
export async function renderPdf(document: OfficialDocument): Promise<Uint8Array> {
  workshop ??= openWorkshop().catch((failure) => {
    workshop = undefined;
    throw failure;
  });
  const { create, fonts, setter } = await workshop;
  const { date } = document.head;
  const doc = new create({
    size: [PAGE.width * MM, PAGE.height * MM],
    margin: 0,
    autoFirstPage: false,
    pdfVersion: '1.7',
    subset: 'PDF/A-2a',
    tagged: true,
    lang: document.language,
    displayTitle: true,
    info: {
      Title: cleanText(document.metadataTitle),
      Creator: 'Măng Non',
      Producer: 'Măng Non',
      CreationDate: new Date(Date.UTC(date.year, (date.month ?? 1) - 1, date.day ?? 1)),
    },
  });
  // A font already open is a source too, which the type of the package does not say yet.
  for (const face of FACES) doc.registerFont(face, fonts[face] as unknown as PDFKit.Mixins.PDFFontSource);
  const bytes = collected(doc);
  const root = doc.struct('Document');
  doc.addStructure(root);
  write(new Sheet(doc, setter, document.runningNotice), root, document);
  root.end();
  doc.end();
  return bytes;
}

function write(sheet: Sheet, root: Element, document: OfficialDocument): void {
  sheet.beginPart();
  writeHead(sheet, root, document);
  writeOpening(sheet, root, document);
  const below = signatureHeight(sheet, document);
  document.blocks.forEach((block, index) => {
    const next = document.blocks[index + 1];
    writeBlock(sheet, root, block, next, next === undefined ? below : 0);
  });
  writeSignature(sheet, root, document);
  document.annexes.forEach((annex, index) => {
    sheet.beginPart();
    const centre = { size: 14, align: 'center' } as const;
    single(sheet, root, 'H1', [{ text: annexLabel(document, index), bold: true }], centre);
    single(sheet, root, 'H2', [{ text: annex.title, bold: true }], centre);
    single(sheet, root, 'P', [{ text: annexReference(document), italic: true }], { ...centre, after: 10 });
    for (const [place, block] of annex.blocks.entries()) {
      writeBlock(sheet, root, block, annex.blocks[place + 1]);
    }
  });
}
