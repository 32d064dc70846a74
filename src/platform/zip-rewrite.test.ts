import { strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { openZip, ZipError } from './zip.ts';
import { rewriteZip } from './zip-rewrite.ts';

const limits = { unpackedBytes: 1_000_000, entries: 100 };
const text = 'Tổ dân phố 3 '.repeat(20_000);
const archive = zipSync({ 'a/một.txt': strToU8(text), 'b.txt': strToU8('hai'), 'c.txt': strToU8('ba') });

async function joined(pieces: AsyncIterable<Buffer> | null): Promise<string> {
  const all: Buffer[] = [];
  for await (const piece of pieces ?? []) all.push(piece);
  return Buffer.concat(all).toString('utf8');
}

describe('an archive that is written anew', () => {
  it('holds what was replaced and what was added; the rest is as it was', async () => {
    const replaced = new Map([
      ['b.txt', strToU8('thay')],
      ['d.txt', strToU8('thêm')],
    ]);
    const entries = unzipSync(new Uint8Array(await rewriteZip(archive, limits, replaced)));
    const texts = Object.entries(entries).map(([name, bytes]) => [name, Buffer.from(bytes).toString('utf8')]);
    expect(Object.fromEntries(texts)).toEqual({
      'a/một.txt': text,
      'b.txt': 'thay',
      'c.txt': 'ba',
      'd.txt': 'thêm',
    });
  });
});

describe('an entry that is read piece by piece', () => {
  it('is the same as read at once', async () => {
    const zip = openZip(archive, limits);
    expect(await joined(zip.pieces('a/một.txt'))).toBe(text);
    expect(zip.pieces('không có')).toBeNull();
  });

  it('is broken where it is not what the directory declares', async () => {
    const lying = Buffer.from(archive);
    const directory = lying.indexOf(Buffer.from([0x50, 0x4b, 0x01, 0x02]));
    lying.writeUInt32LE(100, directory + 24);
    await expect(joined(openZip(lying, limits).pieces('a/một.txt'))).rejects.toBeInstanceOf(ZipError);
    const changed = Buffer.from(archive);
    changed[60] = changed[60]! ^ 0xff;
    await expect(joined(openZip(changed, limits).pieces('a/một.txt'))).rejects.toBeInstanceOf(ZipError);
  });
});
