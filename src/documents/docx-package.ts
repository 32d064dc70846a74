import { strFromU8, strToU8, unzipSync, type Zippable, zipSync } from 'fflate';
import type { DocumentDate } from './block-model.ts';

/** The first day a zip can hold; as local time, because that is what zips store, so the bytes are the same anywhere. */
const ZIP_EPOCH = new Date(1980, 0, 1);

/** The package with the document's date instead of the clock's, and no trace of the time it was packed. */
export function reproducibleZip(bytes: Uint8Array, date: DocumentDate): Uint8Array {
  const stamp = new Date(Date.UTC(date.year, (date.month ?? 1) - 1, date.day ?? 1)).toISOString();
  const parts: Zippable = {};
  for (const [name, content] of Object.entries(unzipSync(bytes))) {
    parts[name] =
      name === 'docProps/core.xml'
        ? strToU8(strFromU8(content).replace(/(<dcterms:(created|modified)[^>]*>)[^<]*/g, `$1${stamp}`))
        : content;
  }
  return zipSync(parts, { mtime: ZIP_EPOCH, level: 6 });
}
