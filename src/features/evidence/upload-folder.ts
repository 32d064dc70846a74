import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { FileStore } from '@tus/file-store';
import { MemoryLocker } from '@tus/server';

/** Where uploads lie while they come in, and what they may be. */
export interface UploadSettings {
  readonly folder: string;
  /** Bytes of the largest file. */
  readonly largestFile: number;
}

/** The parts of files that have arrived, by the id of their upload. */
export interface UploadFolder {
  /** As the library for tus wants it; the folder is made when it is first needed. */
  store(): Promise<FileStore>;
  /** Only one request at a time writes to an upload. */
  readonly locker: MemoryLocker;
  pathOf(id: string): string;
  remove(id: string): Promise<void>;
}

export function openUploadFolder({ folder }: UploadSettings): UploadFolder {
  let store: FileStore | undefined;
  const pathOf = (id: string) => join(folder, id);
  return {
    async store() {
      if (store === undefined) {
        await mkdir(folder, { recursive: true });
        store = new FileStore({ directory: folder });
      }
      return store;
    },
    locker: new MemoryLocker(),
    pathOf,
    async remove(id) {
      // Beside the content lies what the library notes of it.
      await Promise.all([pathOf(id), `${pathOf(id)}.json`].map((path) => rm(path, { force: true })));
    },
  };
}
