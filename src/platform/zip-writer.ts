import { crc32 } from 'node:zlib';

/** A file that goes into an archive as it is. Its size and checksum are known before it is read. */
export interface ZipEntry {
  /** Letters, digits and slashes; no path that leads out. */
  readonly name: string;
  /** Bytes. */
  readonly size: number;
  readonly crc: number;
  readonly modified: Date;
  content(): AsyncIterable<Uint8Array> | Promise<AsyncIterable<Uint8Array>>;
}

/** What was read of an entry is not what was announced: the archive is broken off, so that nobody takes it for whole. */
export class ZipContentChanged extends Error {
  override readonly name = 'ZipContentChanged';
  constructor(readonly entry: string) {
    super(`The content of ${entry} changed while it was written into the archive.`);
  }
}

const LOCAL_HEADER = 0x04034b50;
const DIRECTORY_ENTRY = 0x02014b50;
const END_OF_DIRECTORY = 0x06054b50;
const VERSION = 20;
/** Names are in UTF-8. */
const FLAGS = 0x0800;
const STORED = 0;
/** Without the extension for larger archives no offset and no count may reach these. */
const MOST_BYTES = 0xffff_ffff;
const MOST_ENTRIES = 0xffff;

/**
 * Writes an archive piece by piece, as fast as the pieces are taken. Files are stored and not compressed: pictures, PDF and
 * DOCX hardly become smaller. The same entries give the same bytes, anywhere.
 * @throws RangeError for more than 4 GB or 65,535 entries
 * @throws ZipContentChanged
 */
export async function* zipOf(entries: AsyncIterable<ZipEntry>): AsyncGenerator<Uint8Array> {
  const directory: Buffer[] = [];
  let at = 0;
  for await (const entry of entries) {
    const header = headerOf(entry);
    directory.push(directoryEntryOf(entry, at));
    at += header.length + entry.size;
    if (at >= MOST_BYTES || directory.length >= MOST_ENTRIES)
      throw new RangeError('The archive would exceed what a ZIP holds.');
    yield header;
    yield* checked(entry);
  }
  const listing = Buffer.concat(directory);
  yield listing;
  yield endOf(directory.length, listing.length, at);
}

async function* checked(entry: ZipEntry): AsyncGenerator<Uint8Array> {
  let size = 0;
  let crc = 0;
  for await (const piece of await entry.content()) {
    size += piece.byteLength;
    crc = crc32(piece, crc);
    if (size > entry.size) break;
    yield piece;
  }
  if (size !== entry.size || crc !== entry.crc) throw new ZipContentChanged(entry.name);
}

/** Date and time as archives have them, of the hour in Vietnam wherever the program runs. */
function dosTime(instant: Date): { readonly time: number; readonly date: number } {
  const local = new Date(instant.getTime() + 7 * 3_600_000);
  const year = Math.min(Math.max(local.getUTCFullYear(), 1980), 2107);
  return {
    time: (local.getUTCHours() << 11) | (local.getUTCMinutes() << 5) | (local.getUTCSeconds() >> 1),
    date: ((year - 1980) << 9) | ((local.getUTCMonth() + 1) << 5) | local.getUTCDate(),
  };
}

/** The part that both headers of an entry share: from the version to the lengths of name and extra field. */
function commonOf({ name, size, crc, modified }: ZipEntry): Buffer {
  const { time, date } = dosTime(modified);
  const common = Buffer.alloc(26);
  common.writeUInt16LE(VERSION, 0);
  common.writeUInt16LE(FLAGS, 2);
  common.writeUInt16LE(STORED, 4);
  common.writeUInt16LE(time, 6);
  common.writeUInt16LE(date, 8);
  common.writeUInt32LE(crc, 10);
  common.writeUInt32LE(size, 14);
  common.writeUInt32LE(size, 18);
  common.writeUInt16LE(Buffer.byteLength(name), 22);
  return common;
}

function headerOf(entry: ZipEntry): Buffer {
  const mark = Buffer.alloc(4);
  mark.writeUInt32LE(LOCAL_HEADER);
  return Buffer.concat([mark, commonOf(entry), Buffer.from(entry.name)]);
}

function directoryEntryOf(entry: ZipEntry, offset: number): Buffer {
  const mark = Buffer.alloc(6);
  mark.writeUInt32LE(DIRECTORY_ENTRY, 0);
  mark.writeUInt16LE(VERSION, 4);
  const rest = Buffer.alloc(14);
  rest.writeUInt32LE(offset, 10);
  return Buffer.concat([mark, commonOf(entry), rest, Buffer.from(entry.name)]);
}

function endOf(entries: number, size: number, offset: number): Buffer {
  const end = Buffer.alloc(22);
  end.writeUInt32LE(END_OF_DIRECTORY, 0);
  end.writeUInt16LE(entries, 8);
  end.writeUInt16LE(entries, 10);
  end.writeUInt32LE(size, 12);
  end.writeUInt32LE(offset, 16);
  return end;
}
