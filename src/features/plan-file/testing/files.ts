import { strToU8, zipSync } from 'fflate';
import PDFDocument from 'pdfkit';

/** A Word document as another program writes it: the body and whatever parts matter. */
export function wordFile(body: string, parts: Readonly<Record<string, string>> = {}): Uint8Array {
  const document = `<?xml version="1.0"?><w:document xmlns:w="w" xmlns:mc="mc"><w:body>${body}</w:body></w:document>`;
  const files = { 'word/document.xml': document, ...parts };
  return zipSync(Object.fromEntries(Object.entries(files).map(([name, xml]) => [name, strToU8(xml)])));
}

/** A paragraph; `properties` are the elements of its w:pPr. */
export function paragraph(text: string, properties = ''): string {
  return `<w:p><w:pPr>${properties}</w:pPr><w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`;
}

/** What makes a paragraph one of the list `list` at a level counted from 0. */
export const inList = (list: number, level = 0): string =>
  `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${list}"/></w:numPr>`;

/** A PDF whose pages are drawn one after another. */
export async function pdfFile(
  pages: readonly ((pdf: PDFKit.PDFDocument) => void)[],
  options: PDFKit.PDFDocumentOptions = {},
): Promise<Uint8Array> {
  const pdf = new PDFDocument({ autoFirstPage: false, size: 'A4', ...options });
  const chunks: Uint8Array[] = [];
  pdf.on('data', (chunk: Uint8Array) => chunks.push(chunk));
  const ended = new Promise((resolve) => pdf.on('end', resolve));
  for (const draw of pages) draw(pdf.addPage());
  pdf.end();
  await ended;
  return Buffer.concat(chunks);
}
