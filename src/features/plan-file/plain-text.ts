import { PlanFileError } from './fault.ts';

function encodingOf(bytes: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return 'utf-8';
}

/**
 * The text of a file in UTF-8, with or without its mark, or in UTF-16 with it.
 * @throws PlanFileError when it is in another encoding, or no plain text at all.
 */
export function readPlainText(bytes: Uint8Array): string {
  const encoding = encodingOf(bytes);
  let text: string;
  try {
    text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    // Text in the encodings of before Unicode has no zero bytes; programs, pictures and the like do.
    throw new PlanFileError(bytes.includes(0) ? 'unknown_kind' : 'legacy_encoding');
  }
  if (text.includes('\0')) throw new PlanFileError('unknown_kind');
  if (text.startsWith('{\\rtf')) throw new PlanFileError('rich_text');
  if (/^\s*<(!doctype|html)/i.test(text)) throw new PlanFileError('web_page');
  return text;
}
