/**
 * What the thread that reads a PDF runs. As a text, because a thread cannot start from a TypeScript file, and a text is
 * the same beside the sources and in the built program. It only asks the library for pieces of text; all else happens
 * outside, on the messages that it posts.
 */
export const PAGE_READER = `
const { parentPort, workerData } = require('node:worker_threads');

async function read() {
  const { getDocumentProxy } = await import(workerData.library);
  const pdf = await getDocumentProxy(workerData.bytes, { verbosity: 0 });
  if (pdf.numPages > workerData.mostPages) return { failure: 'too_many_pages' };
  const pages = [];
  let length = 0;
  for (let number = 1; number <= pdf.numPages; number++) {
    const page = await pdf.getPage(number);
    const { items } = await page.getTextContent();
    const pieces = items
      .filter((item) => typeof item.str === 'string' && item.str !== '')
      .map(({ str, transform: [, , c, d, x, y], width }) => ({ text: str, x, y, width, size: Math.hypot(c, d) }));
    length += pieces.reduce((sum, piece) => sum + piece.text.length, 0);
    if (length > workerData.mostLetters) return { failure: 'unpacks_too_large' };
    pages.push(pieces);
    page.cleanup();
  }
  return { pages };
}

read().then(
  (answer) => parentPort.postMessage(answer),
  (error) => parentPort.postMessage({ failure: error?.name === 'PasswordException' ? 'protected' : 'damaged' }),
);
`;

/** What the thread answers. */
export type PageReaderAnswer<Piece> =
  | { readonly pages: readonly (readonly Piece[])[] }
  | { readonly failure: 'too_many_pages' | 'unpacks_too_large' | 'protected' | 'damaged' };
