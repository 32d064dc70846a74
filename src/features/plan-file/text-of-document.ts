import { readDocx } from './docx/read-docx.ts';
import { PlanFileError, type PlanFileFault, planFileFault } from './fault.ts';
import { hasLegacyLetters } from './legacy-letters.ts';
import { readPlainText } from './plain-text.ts';

/** The text of a file, or why there is none. */
export type TextOfDocument =
  | ({ readonly ok: true; readonly kind: 'txt' | 'docx' | 'pdf'; readonly text: string } & Pages)
  | ({ readonly ok: false; readonly fault: PlanFileFault } & Pages);

interface Pages {
  /** Of a PDF; null where the file says nothing of pages. */
  readonly pages: number | null;
}

/** In bytes. */
export const LARGEST_PLAN_FILE = 20_000_000;
/** Readers of PDF look for the signature this far in; some programs write something before it. */
const PDF_SIGNATURE_WITHIN = 1024;

const startsWith = (bytes: Buffer, ...signature: number[]): boolean =>
  signature.every((byte, index) => bytes[index] === byte);

/** What the old compound form of Office holds: a document under a password, or one of before 2007. */
function refuseCompoundFile(bytes: Buffer): never {
  const contains = (name: string): boolean => bytes.includes(Buffer.from(name, 'utf16le'));
  if (contains('EncryptedPackage')) throw new PlanFileError('protected');
  throw new PlanFileError(contains('WordDocument') ? 'old_word' : 'unknown_kind');
}

async function read(
  bytes: Buffer,
): Promise<{ kind: 'txt' | 'docx' | 'pdf'; text: string; pages: number | null }> {
  if (bytes.length === 0) throw new PlanFileError('empty');
  if (bytes.length > LARGEST_PLAN_FILE) throw new PlanFileError('too_large');
  if (startsWith(bytes, 0x50, 0x4b, 0x03, 0x04)) return { kind: 'docx', text: readDocx(bytes), pages: null };
  if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0)) refuseCompoundFile(bytes);
  if (bytes.subarray(0, PDF_SIGNATURE_WITHIN).includes('%PDF-')) {
    // The library for PDF is large and rarely needed.
    const { readPdf } = await import('./pdf/read-pdf.ts');
    return { kind: 'pdf', ...(await readPdf(bytes)) };
  }
  return { kind: 'txt', text: readPlainText(bytes), pages: null };
}

/**
 * The text of a plan as a file: Word (.docx), PDF with text, or plain text in UTF-8 or UTF-16. What the file is shows in
 * its content; a name may lie. Lines end with a line feed, text is NFC. Nothing reaches for the network, and nothing
 * that a file contains is run.
 * @param fileName only named in the sentence that says what is wrong.
 */
export async function textOfDocument(bytes: Uint8Array, fileName: string): Promise<TextOfDocument> {
  try {
    const { kind, text, pages } = await read(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
    const clean = text.normalize('NFC').replace(/\r\n?/g, '\n');
    if (clean.trim() === '') throw new PlanFileError('empty');
    if (hasLegacyLetters(clean)) throw new PlanFileError('legacy_encoding');
    return { ok: true, kind, text: clean, pages };
  } catch (error) {
    if (error instanceof PlanFileError)
      return { ok: false, fault: planFileFault(error.code, fileName), pages: error.pages };
    throw error;
  }
}
