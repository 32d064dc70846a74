import { crc32 } from 'node:zlib';
import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { ZipContentChanged, type ZipEntry, zipOf } from './zip-writer.ts';

const entry = (name: string, text: string, over: Partial<ZipEntry> = {}): ZipEntry => {
  const bytes = Buffer.from(text);
  return {
    name,
    size: bytes.length,
    crc: crc32(bytes),
    modified: new Date('2026-10-02T03:04:06Z'),
    async *content() {
      yield bytes.subarray(0, 3);
      yield bytes.subarray(3);
    },
    ...over,
  };
};
async function* these(...entries: readonly ZipEntry[]) {
  yield* entries;
}
async function written(...entries: readonly ZipEntry[]): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  for await (const piece of zipOf(these(...entries))) pieces.push(piece);
  return Buffer.concat(pieces);
}

describe('an archive', () => {
  it('is read by another program with all that was put in', async () => {
    const files = unzipSync(await written(entry('2026/a.txt', 'một'), entry('2026/7.1/b.txt', 'hai hai')));
    expect(
      Object.fromEntries(Object.entries(files).map(([name, bytes]) => [name, Buffer.from(bytes).toString()])),
    ).toEqual({
      '2026/a.txt': 'một',
      '2026/7.1/b.txt': 'hai hai',
    });
  });

  it('may be empty', async () => {
    expect(unzipSync(await written())).toEqual({});
  });

  it('has the same bytes for the same content', async () => {
    expect(await written(entry('a', 'một'))).toEqual(await written(entry('a', 'một')));
  });

  it('is broken off when a file is not what was announced', async () => {
    await expect(written(entry('a', 'một', { crc: 1 }))).rejects.toThrow(ZipContentChanged);
    await expect(written(entry('a', 'một', { size: 2 }))).rejects.toThrow(ZipContentChanged);
    await expect(written(entry('a', 'một', { size: 99 }))).rejects.toThrow(ZipContentChanged);
  });

  it('reads no further than is taken of it', async () => {
    let read = 0;
    const endless = entry('a', '', {
      size: 1_000_000,
      async *content() {
        for (;;) {
          read++;
          yield Buffer.alloc(10);
        }
      },
    });
    const pieces = zipOf(these(endless));
    await pieces.next();
    await pieces.next();
    await pieces.next();
    await pieces.return(undefined);
    expect(read).toBe(2);
  });

  it('refuses more than it can hold before it writes it', async () => {
    await expect(written(entry('a', '', { size: 0xffff_ffff }))).rejects.toThrow(RangeError);
  });
});
