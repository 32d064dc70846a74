import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { ContentLost, type FileStore } from '../../src/platform/file-store/index.ts';

/** A file store that keeps nothing longer than the test. */
export function memoryFileStore(): FileStore {
  const contents = new Map<string, Uint8Array>();
  const store: FileStore = {
    async put(content) {
      const sha256 = createHash('sha256').update(content).digest('hex');
      contents.set(sha256, content);
      return { sha256, size: content.byteLength };
    },
    putFile: async (path) => store.put(await readFile(path)),
    async read(sha256) {
      const content = contents.get(sha256);
      if (content === undefined) throw new ContentLost(sha256);
      return content;
    },
    open: async (sha256) => Readable.from([await store.read(sha256)]),
  };
  return store;
}
