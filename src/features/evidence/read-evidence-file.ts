import { type PlanFileFaultCode, textOfDocument } from '../plan-file/index.ts';
import type { EvidenceFile } from './queries/evidence.ts';
import { wordsKey } from './search-words.ts';

const READABLE =
  /^(application\/pdf|text\/plain|application\/vnd\.openxmlformats-officedocument\.wordprocessingml)/;

/** Nobody can open these. Of the others, a scan first of all, only the program gets no text. */
const CANNOT_BE_OPENED: ReadonlySet<PlanFileFaultCode> = new Set(['damaged', 'protected']);

/** What could be read of a file. */
export interface ReadFile {
  readonly reading: Exclude<EvidenceFile['reading'], 'waiting'>;
  /** Null where it has none, or where they cannot be counted. */
  readonly pages: number | null;
  /** In lines, with tabs between the cells of a row; null where there is none. */
  readonly text: string | null;
  /** The words to be found by; empty without text. */
  readonly words: string;
}

/** Reads the text of a document and counts its pages; a picture is one page and has no text, nor has what was scanned. */
export async function readEvidenceFile(
  bytes: Uint8Array,
  { name, mediaType }: { readonly name: string; readonly mediaType: string },
): Promise<ReadFile> {
  if (mediaType.startsWith('image/')) return { reading: 'none', pages: 1, text: null, words: '' };
  if (!READABLE.test(mediaType)) return { reading: 'none', pages: null, text: null, words: '' };
  const document = await textOfDocument(bytes, name);
  const { pages } = document;
  if (document.ok) return { reading: 'read', pages, text: document.text, words: wordsKey(document.text) };
  const reading = CANNOT_BE_OPENED.has(document.fault.code) ? 'unreadable' : 'none';
  return { reading, pages, text: null, words: '' };
}
