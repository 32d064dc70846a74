import { promisify } from 'node:util';
import { crc32, deflateRaw } from 'node:zlib';
import { packedBytes, readDirectory, type ZipEntry, ZipError, type ZipLimits } from './zip.ts';

const deflate = promisify<Uint8Array, Buffer>(deflateRaw);

const LOCAL_HEADER = 0x04034b50;
const DIRECTORY_ENTRY = 0x02014b50;
const END_OF_DIRECTORY = 0x06054b50;
/** Names are in UTF-8. */
const FLAGS = 0x0800;
const VERSION = 20;
/** 1 January 1980, the first day that the format knows: the same content gives the same bytes. */
const FIRST_DAY = 0x21;

type Packed = Pick<ZipEntry, 'method' | 'crc' | 'unpacked'> & { readonly bytes: Buffer };

async function pack(content: Uint8Array): Promise<Packed> {
  return { method: 8, crc: crc32(content), unpacked: content.byteLength, bytes: await deflate(content) };
}

/** What local header and directory say alike. */
function facts({ method, crc, unpacked, bytes }: Packed, nameLength: number): Buffer {
  const part = Buffer.alloc(26);
  part.writeUInt16LE(VERSION, 0);
  part.writeUInt16LE(FLAGS, 2);
  part.writeUInt16LE(method, 4);
  part.writeUInt16LE(FIRST_DAY, 8);
  part.writeUInt32LE(crc, 10);
  part.writeUInt32LE(bytes.length, 14);
  part.writeUInt32LE(unpacked, 18);
  part.writeUInt16LE(nameLength, 22);
  return part;
}

const number = (value: number): Buffer => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
};

/**
 * An archive with some entries replaced or added; the others are copied as they lie there, without unpacking them.
 * @throws ZipError
 */
export async function rewriteZip(
  data: Uint8Array,
  limits: ZipLimits,
  replaced: ReadonlyMap<string, Uint8Array>,
): Promise<Buffer> {
  const bytes = Buffer.from(data.buffer, data.byteOffset, data.byteLength);
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  const add = (name: string, packed: Packed) => {
    const letters = Buffer.from(name, 'utf8');
    const same = facts(packed, letters.length);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(at, 10);
    directory.push(Buffer.concat([number(DIRECTORY_ENTRY), Buffer.from([VERSION, 0]), same, tail, letters]));
    const header = Buffer.concat([number(LOCAL_HEADER), same, letters]);
    parts.push(header, packed.bytes);
    at += header.length + packed.bytes.length;
  };
  const entries = readDirectory(bytes, limits);
  if (entries.size + replaced.size > 0xffff) throw new ZipError('too_large');
  for (const [name, entry] of entries)
    if (!replaced.has(name)) add(name, { ...entry, bytes: packedBytes(bytes, entry) });
  for (const [name, content] of replaced) add(name, await pack(content));
  const end = Buffer.alloc(22);
  end.writeUInt32LE(END_OF_DIRECTORY, 0);
  end.writeUInt16LE(directory.length, 8);
  end.writeUInt16LE(directory.length, 10);
  end.writeUInt32LE(
    directory.reduce((sum, one) => sum + one.length, 0),
    12,
  );
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...parts, ...directory, end]);
}
