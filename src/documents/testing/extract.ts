import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';

/** True where poppler's pdftotext is installed; where CI is set its absence is a failure, not a reason to skip. */
export const canReadPdf = process.env.CI !== undefined || isInstalled();

function isInstalled(): boolean {
  try {
    execFileSync('pdftotext', ['-v'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

/** The text of a PDF in the order in which it was written, one string for each page, white space as single spaces. */
export function textOfPdf(pdf: Uint8Array): readonly string[] {
  const folder = mkdtempSync(join(tmpdir(), 'mang-non-pdf-'));
  try {
    const file = join(folder, 'document.pdf');
    writeFileSync(file, pdf);
    const text = execFileSync('pdftotext', ['-raw', '-enc', 'UTF-8', file, '-'], { encoding: 'utf8' });
    return text
      .split('\f')
      .map((page) => page.normalize('NFC').replace(/\s+/g, ' ').trim())
      .filter((page) => page !== '');
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** A part of a Word file. */
export function partOfDocx(docx: Uint8Array, name: string): string {
  const part = unzipSync(docx)[name];
  if (part === undefined) throw new RangeError(`no part ${name}`);
  return strFromU8(part);
}

/** The paragraphs of a Word file as text. */
export function textOfDocx(docx: Uint8Array): readonly string[] {
  return partOfDocx(docx, 'word/document.xml')
    .split('</w:p>')
    .map((paragraph) =>
      [...paragraph.matchAll(/<w:br\/>|<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)]
        .map(([whole, text]) => (whole === '<w:br/>' ? '\n' : unescaped(text ?? '')))
        .join(''),
    )
    .filter((text) => text !== '');
}

function unescaped(xml: string): string {
  const signs: Record<string, string> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' };
  return xml.replace(/&(lt|gt|quot|apos|amp);/g, (_, name: string) => signs[name]!);
}

/** What a PDF says of itself outside its compressed streams. */
export function structureOfPdf(pdf: Uint8Array): string {
  return Buffer.from(pdf).toString('latin1');
}
