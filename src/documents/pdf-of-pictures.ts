import { collected } from './pdf-bytes.ts';

/** A JPEG picture that fills a page. */
export interface PictureOnPaper {
  readonly bytes: Uint8Array;
  /** The size of the page in points. */
  readonly onPaper: { readonly width: number; readonly height: number };
}

/** A PDF that consists of these pictures, one a page, and of nothing else: no text, no link, nothing attached. */
export async function pdfOfPictures(pages: readonly PictureOnPaper[]): Promise<Uint8Array> {
  const { default: create } = await import('pdfkit');
  const doc = new create({
    autoFirstPage: false,
    margin: 0,
    info: { Creator: 'Măng Non', Producer: 'Măng Non' },
  });
  const bytes = collected(doc);
  for (const { bytes: picture, onPaper } of pages) {
    doc.addPage({ size: [onPaper.width, onPaper.height], margin: 0 });
    doc.image(Buffer.from(picture), 0, 0, onPaper);
  }
  doc.end();
  return bytes;
}
