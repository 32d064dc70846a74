import { createHash } from 'node:crypto';
import { crc32 } from 'node:zlib';
import type { ArchivePlan, IncludedFile } from '../../domain/evidence/index.ts';
import { ContentLost, type FileStore } from '../../platform/file-store/index.ts';
import { type ZipEntry, zipOf } from '../../platform/zip-writer.ts';

/** A paper of the archive's own, made when it is known what went into it. */
export interface OwnPaper {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/**
 * The archive, piece by piece. Every content is read through once and compared with its hash before its first byte is
 * sent: what the store no longer gives back as it was put in is left out, and the index, which comes last, says so.
 * @param papers the index, given the paths of the files that were left out
 */
export function archiveOf(
  plan: Pick<ArchivePlan, 'included'>,
  store: FileStore,
  at: Date,
  papers: (damaged: ReadonlySet<string>) => Promise<readonly OwnPaper[]>,
): AsyncGenerator<Uint8Array> {
  return zipOf(entriesOf(plan, store, at, papers));
}

async function* entriesOf(
  { included }: Pick<ArchivePlan, 'included'>,
  store: FileStore,
  at: Date,
  papers: (damaged: ReadonlySet<string>) => Promise<readonly OwnPaper[]>,
): AsyncGenerator<ZipEntry> {
  const damaged = new Set<string>();
  // A content that stands in several folders is looked at once.
  const checksums = new Map<string, number | null>();
  for (const file of included) {
    const { sha256 } = file.content;
    if (!checksums.has(sha256)) checksums.set(sha256, await checksumOf(store, file));
    const crc = checksums.get(sha256)!;
    if (crc === null) damaged.add(file.path);
    else
      yield {
        name: file.path,
        size: file.content.size,
        crc,
        modified: file.use.addedAt ?? at,
        content: () => store.open(sha256),
      };
  }
  for (const { name, bytes } of await papers(damaged))
    yield {
      name,
      size: bytes.byteLength,
      crc: crc32(bytes),
      modified: at,
      async *content() {
        yield bytes;
      },
    };
}

/** The checksum that a ZIP asks for; null where the content is gone or is not what its hash says. */
async function checksumOf(
  store: FileStore,
  { content: { sha256, size } }: IncludedFile,
): Promise<number | null> {
  const hash = createHash('sha256');
  let crc = 0;
  let read = 0;
  try {
    for await (const piece of await store.open(sha256)) {
      hash.update(piece as Uint8Array);
      crc = crc32(piece as Uint8Array, crc);
      read += (piece as Uint8Array).byteLength;
    }
  } catch (error) {
    if (error instanceof ContentLost) return null;
    throw error;
  }
  return read === size && hash.digest('hex') === sha256 ? crc : null;
}

/**
 * A body that is made only as fast as it is taken: while the client does not read, nothing is read from the disk, and
 * when it goes away the reading ends.
 */
export function bodyOf(pieces: AsyncGenerator<Uint8Array>): ReadableStream<Uint8Array> {
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const { done, value } = await pieces.next();
        if (done) controller.close();
        else controller.enqueue(value);
      },
      async cancel() {
        await pieces.return(undefined);
      },
    },
    { highWaterMark: 0 },
  );
}
