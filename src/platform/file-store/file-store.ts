import { createHash, randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { copyFile, mkdir, open, readFile, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
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
  /** Keeps the content of a file, however large, without holding it in memory. The file itself stays where it is. */
  putFile(path: string): Promise<StoredContent>;
  /** @throws ContentLost when nothing is kept under the hash, or what is there is not what was put in */
  read(sha256: string): Promise<Uint8Array>;
  /**
   * The content as a stream, for what is too large to hold. Damage within is not noticed: who must know compares the hash.
   * @throws ContentLost when nothing is kept under the hash
   */
  open(sha256: string): Promise<Readable>;
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

/** The hash and size of a file, read piece by piece. */
export async function hashOfFile(path: string): Promise<StoredContent> {
  const hash = createHash('sha256');
  let size = 0;
  for await (const piece of createReadStream(path) as AsyncIterable<Buffer>) {
    hash.update(piece);
    size += piece.byteLength;
  }
  return { sha256: hash.digest('hex'), size };
}

/** A store in a folder, made when first written to: `ab/abcdef…`, so that no folder holds too many. */
export function openFileStore(folder: string): FileStore {
  const pathOf = (sha256: string) => join(folder, sha256.slice(0, 2), sha256);
  // What a failing disk has cut short or altered is written anew.
  const isThere = async ({ sha256, size }: StoredContent) => {
    const there = await stat(pathOf(sha256)).catch(() => null);
    return there?.size === size && (await hashOfFile(pathOf(sha256))).sha256 === sha256;
  };
  const makeRoom = (sha256: string) => mkdir(join(folder, sha256.slice(0, 2)), { recursive: true });
  return {
    async put(content) {
      const stored = { sha256: hashOf(content), size: content.byteLength };
      if (!(await isThere(stored))) {
        await makeRoom(stored.sha256);
        await writeFileAtomically(pathOf(stored.sha256), content);
      }
      return stored;
    },
    async putFile(path) {
      const stored = await hashOfFile(path);
      if (await isThere(stored)) return stored;
      await makeRoom(stored.sha256);
      await copyAtomically(path, pathOf(stored.sha256));
      return stored;
    },
    async read(sha256) {
      const content = await readFile(pathOf(sha256)).catch(() => null);
      if (content === null || hashOf(content) !== sha256) throw new ContentLost(sha256);
      return content;
    },
    async open(sha256) {
      const file = await open(pathOf(sha256)).catch(() => null);
      if (file === null) throw new ContentLost(sha256);
      return file.createReadStream();
    },
  };
}

/** As `writeFileAtomically`, from a file. */
async function copyAtomically(from: string, to: string): Promise<void> {
  const draft = `${to}.${randomUUID()}.tmp`;
  try {
    await copyFile(from, draft);
    const file = await open(draft, 'r+');
    await file.sync().finally(() => file.close());
    await rename(draft, to);
  } catch (error) {
    await rm(draft, { force: true }).catch(() => undefined);
    throw error;
  }
}
