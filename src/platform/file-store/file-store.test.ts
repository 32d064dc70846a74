import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ContentLost, type FileStore, openFileStore } from './file-store.ts';

const bytes = (text: string) => new TextEncoder().encode(text);

describe('the file store', () => {
  let folder: string;
  let store: FileStore;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'mang-non-files-'));
    store = openFileStore(join(folder, 'tep'));
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  it('gives back what was put in, under the SHA-256 of the content', async () => {
    const { sha256, size } = await store.put(bytes('Kế hoạch'));
    expect(size).toBe(bytes('Kế hoạch').byteLength);
    expect(sha256).toMatch(/^[0-9a-f]{64}$/);
    expect(Buffer.from(await store.read(sha256)).toString()).toBe('Kế hoạch');
  });

  it('keeps equal contents once', async () => {
    await Promise.all([store.put(bytes('một')), store.put(bytes('một')), store.put(bytes('hai'))]);
    const files = await readdir(join(folder, 'tep'), { recursive: true });
    expect(files.filter((name) => /[0-9a-f]{64}$/.test(name))).toHaveLength(2);
  });

  it('keeps an empty file too', async () => {
    const { sha256 } = await store.put(new Uint8Array());
    expect(await store.read(sha256)).toHaveLength(0);
  });

  it('says when a content is gone or damaged instead of giving something else', async () => {
    const { sha256 } = await store.put(bytes('nguyên vẹn'));
    await writeFile(join(folder, 'tep', sha256.slice(0, 2), sha256), 'đã bị sửa');
    await expect(store.read(sha256)).rejects.toThrow(ContentLost);
    await expect(store.read('0'.repeat(64))).rejects.toThrow(/phục hồi thư mục tệp/);
  });

  it.each(['đầ', 'đầy ĐỦ'])(
    'mends a file that a failing disk has left as %s, when the content comes again',
    async (left) => {
      const { sha256 } = await store.put(bytes('đầy đủ'));
      await writeFile(join(folder, 'tep', sha256.slice(0, 2), sha256), left);
      await store.put(bytes('đầy đủ'));
      expect(Buffer.from(await store.read(sha256)).toString()).toBe('đầy đủ');
    },
  );

  it('keeps a file without holding it in memory, once and under the same name as its bytes', async () => {
    const path = join(folder, 'lon.bin');
    const content = Buffer.alloc(3_000_000, 'măng non');
    await writeFile(path, content);
    const stored = await store.putFile(path);
    expect(stored).toEqual(await store.put(content));
    const pieces: Buffer[] = [];
    for await (const piece of await store.open(stored.sha256)) pieces.push(piece as Buffer);
    expect(Buffer.concat(pieces).equals(content)).toBe(true);
    expect(await readdir(join(folder, 'tep', stored.sha256.slice(0, 2)))).toEqual([stored.sha256]);
    await expect(store.open('0'.repeat(64))).rejects.toThrow(ContentLost);
  });
});
