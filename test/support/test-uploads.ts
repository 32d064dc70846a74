import { randomUUID } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { UploadSettings } from '../../src/features/evidence/index.ts';

/** A place for uploads, made when the first comes; small files are large here. */
export const testUploads = (): UploadSettings => ({
  folder: join(tmpdir(), `mang-non-uploads-${randomUUID()}`),
  largestFile: 25 * 1024 * 1024,
});
