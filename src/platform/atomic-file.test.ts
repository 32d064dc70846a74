import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { writeFileAtomically } from './atomic-file.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'mang-non-file-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const bytes = (text: string) => new TextEncoder().encode(text);

describe('writing a file whole or not at all', () => {
  it('replaces the old file and leaves nothing else behind', async () => {
    const path = join(folder, 'bao-cao.docx');
    writeFileSync(path, 'cũ');
    await writeFileAtomically(path, bytes('mới'));
    expect(readFileSync(path, 'utf8')).toBe('mới');
    expect(readdirSync(folder)).toEqual(['bao-cao.docx']);
  });

  it('a folder that is not there is told by its code', async () => {
    const path = join(folder, 'khong-co', 'bao-cao.docx');
    await expect(writeFileAtomically(path, bytes('x'))).rejects.toMatchObject({ code: 'ENOENT' });
  });

  it('a failure at the last step leaves no half-written file', async () => {
    const path = join(folder, 'la-thu-muc');
    await mkdir(join(path, 'trong'), { recursive: true });
    await expect(writeFileAtomically(path, bytes('x'))).rejects.toThrow();
    expect(readdirSync(folder)).toEqual(['la-thu-muc']);
  });
});
