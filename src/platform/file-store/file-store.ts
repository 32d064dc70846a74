import { createHash } from 'node:crypto';
import { mkdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { writeFileAtomically } from '../atomic-file.ts';

export interface StoredContent {
  /** 64 hexadecimal digits; the name of the content. */
  readonly sha256: string;
  /** Bytes. */
  readonly size: number;
}

/** Keeps contents under their own hash: equal contents are kept once, and what is kept never changes. */
export interface FileStore {
  /** Keeps a content; one that is there already is not written again. */
  put(content: Uint8Array): Promise<StoredContent>;
  /** @throws ContentLost when nothing is kept under the hash, or what is there is not what was put in */
  read(sha256: string): Promise<Uint8Array>;
}

/** The store does not give back what a record says it holds: a backup without the files, or a damaged disk. */
export class ContentLost extends Error {
  override readonly name = 'ContentLost';
  constructor(readonly sha256: string) {
    super(
      `Kho tệp không còn nội dung ${sha256}, hoặc nội dung đã hỏng. Hãy phục hồi thư mục tệp từ bản sao lưu.`,
    );
  }
}

const hashOf = (content: Uint8Array): string => createHash('sha256').update(content).digest('hex');

/** A store in a folder, made when first written to: `ab/abcdef…`, so that no folder holds too many. */
export function openFileStore(folder: string): FileStore {
  const pathOf = (sha256: string) => join(folder, sha256.slice(0, 2), sha256);
  return {
    async put(content) {
      const sha256 = hashOf(content);
      const path = pathOf(sha256);
      // A file of another size is the rest of a disk that failed: it is written anew.
      const size = await stat(path).then(
        (found) => found.size,
        () => null,
      );
      if (size !== content.byteLength) {
        await mkdir(join(folder, sha256.slice(0, 2)), { recursive: true });
        await writeFileAtomically(path, content);
      }
      return { sha256, size: content.byteLength };
    },
    async read(sha256) {
      const content = await readFile(pathOf(sha256)).catch(() => null);
      if (content === null || hashOf(content) !== sha256) throw new ContentLost(sha256);
      return content;
    },
  };
}
