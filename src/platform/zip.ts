import { crc32, createInflateRaw, inflateRawSync } from 'node:zlib';

/** The archive is damaged, lies about its sizes, or is larger than allowed. */
export class ZipError extends Error {
  override readonly name = 'ZipError';
  readonly code: 'broken' | 'too_large' | 'encrypted';
  constructor(code: ZipError['code']) {
    super(code);
    this.code = code;
  }
}

export interface ZipLimits {
  /** Bytes of all entries together after unpacking, as the directory declares them. */
  readonly unpackedBytes: number;
  readonly entries: number;
  /** How many times its packed size an entry beyond a megabyte may unpack to. */
  readonly ratio?: number;
  /** Which entries matter; the others neither count nor can be read. All of them unless given. */
  readonly wanted?: (name: string) => boolean;
}

export interface ZipArchive {
  readonly names: readonly string[];
  /** The unpacked bytes of an entry, or null when there is none of that name. Throws ZipError. */
  read(name: string): Buffer | null;
  /**
   * The same piece by piece, for entries that are not wanted in the memory whole. What an entry declares of itself is
   * checked while it is read and at its end. Throws ZipError.
   */
  pieces(name: string): AsyncIterable<Buffer> | null;
}

/** What the directory says of an entry. */
export interface ZipEntry {
  readonly method: number;
  readonly encrypted: boolean;
  readonly crc: number;
  readonly packed: number;
  readonly unpacked: number;
  readonly header: number;
}

const END_OF_DIRECTORY = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;
const LOCAL_HEADER = 0x04034b50;
const DENSITY_MATTERS_FROM = 1_000_000;

function findEndOfDirectory(bytes: Buffer): number {
  const earliest = Math.max(0, bytes.length - 22 - 0xffff);
  for (let at = bytes.length - 22; at >= earliest; at--)
    if (bytes.readUInt32LE(at) === END_OF_DIRECTORY) return at;
  throw new ZipError('broken');
}

/** The entries by their names, in the order of the directory. @throws ZipError and whatever reading past the end throws */
export function readDirectory(bytes: Buffer, limits: ZipLimits): Map<string, ZipEntry> {
  const end = findEndOfDirectory(bytes);
  const count = bytes.readUInt16LE(end + 10);
  if (count > limits.entries) throw new ZipError('too_large');
  const entries = new Map<string, ZipEntry>();
  let at = bytes.readUInt32LE(end + 16);
  let unpackedBytes = 0;
  for (let index = 0; index < count; index++) {
    if (bytes.readUInt32LE(at) !== DIRECTORY_ENTRY) throw new ZipError('broken');
    const nameLength = bytes.readUInt16LE(at + 28);
    const entry: ZipEntry = {
      encrypted: (bytes.readUInt16LE(at + 8) & 1) === 1,
      method: bytes.readUInt16LE(at + 10),
      crc: bytes.readUInt32LE(at + 16),
      packed: bytes.readUInt32LE(at + 20),
      unpacked: bytes.readUInt32LE(at + 24),
      header: bytes.readUInt32LE(at + 42),
    };
    const name = bytes.toString('utf8', at + 46, at + 46 + nameLength).replaceAll('\\', '/');
    if (limits.wanted === undefined || limits.wanted(name)) {
      unpackedBytes += entry.unpacked;
      if (unpackedBytes > limits.unpackedBytes || isTooDense(entry, limits)) throw new ZipError('too_large');
      entries.set(name, entry);
    }
    at += 46 + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return entries;
}

/** Text of any length repeats itself some ten or thirty times; what repeats far more is made to fill the memory. */
function isTooDense({ packed, unpacked }: ZipEntry, { ratio }: ZipLimits): boolean {
  return ratio !== undefined && unpacked > DENSITY_MATTERS_FROM && unpacked > packed * ratio;
}

/** The bytes of an entry as they lie in the archive. @throws ZipError */
export function packedBytes(bytes: Buffer, entry: ZipEntry): Buffer {
  if (entry.encrypted) throw new ZipError('encrypted');
  if (bytes.readUInt32LE(entry.header) !== LOCAL_HEADER) throw new ZipError('broken');
  const start =
    entry.header + 30 + bytes.readUInt16LE(entry.header + 26) + bytes.readUInt16LE(entry.header + 28);
  if (start + entry.packed > bytes.length) throw new ZipError('broken');
  return bytes.subarray(start, start + entry.packed);
}

function unpack(bytes: Buffer, entry: ZipEntry): Buffer {
  const packed = packedBytes(bytes, entry);
  const unpacked =
    entry.method === 0
      ? packed
      : // An entry that unpacks to more than it declares stops here: the sizes of the directory are a limit, not a promise.
        inflateRawSync(packed, { maxOutputLength: Math.max(1, entry.unpacked) });
  if (unpacked.length !== entry.unpacked || crc32(unpacked) !== entry.crc) throw new ZipError('broken');
  return unpacked;
}

const PIECE = 64 * 1024;

function* slices(bytes: Buffer): Generator<Buffer> {
  for (let at = 0; at < bytes.length; at += PIECE) yield bytes.subarray(at, at + PIECE);
}

async function* unpackPieces(bytes: Buffer, entry: ZipEntry): AsyncGenerator<Buffer> {
  const packed = asZipError(() => packedBytes(bytes, entry));
  const source = entry.method === 0 ? slices(packed) : createInflateRaw({ chunkSize: PIECE }).end(packed);
  let length = 0;
  let sum = 0;
  try {
    for await (const piece of source as AsyncIterable<Buffer>) {
      length += piece.length;
      if (length > entry.unpacked) throw new ZipError('broken');
      sum = crc32(piece, sum);
      yield piece;
    }
  } catch (error) {
    // What zlib throws has a code of its own; what the reader of the pieces throws never comes by here.
    throw error instanceof ZipError ? error : new ZipError('broken');
  }
  if (length !== entry.unpacked || sum !== entry.crc) throw new ZipError('broken');
}

/** Anything that reading past the end or unpacking throws means that the archive is damaged. */
function asZipError<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw error instanceof ZipError ? error : new ZipError('broken');
  }
}

/**
 * Opens a ZIP archive in memory, without unpacking anything yet. The limits are checked on its directory first,
 * and each entry may unpack to no more than it declares, so that a small file cannot fill the memory.
 * @throws ZipError
 */
export function openZip(data: Uint8Array, limits: ZipLimits): ZipArchive {
  const bytes = Buffer.from(data.buffer, data.byteOffset, data.byteLength);
  const entries = asZipError(() => readDirectory(bytes, limits));
  return {
    names: [...entries.keys()],
    read(name) {
      const entry = entries.get(name);
      return entry === undefined ? null : asZipError(() => unpack(bytes, entry));
    },
    pieces(name) {
      const entry = entries.get(name);
      return entry === undefined ? null : unpackPieces(bytes, entry);
    },
  };
}
