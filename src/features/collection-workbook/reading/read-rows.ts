import type { FileRow, FileSheet } from './open-file.ts';

/** Reads the rows of a sheet one after another, waiting for what is done with each; only some hundred are held meanwhile. */
export async function readRows(
  sheet: FileSheet,
  take: (row: FileRow) => Promise<void> | undefined,
): Promise<void> {
  let held: FileRow[] = [];
  const takeHeld = async () => {
    const rows = held;
    held = [];
    for (const row of rows) await take(row);
  };
  await sheet.read((row) => held.push(row), takeHeld);
  await takeHeld();
}

/** So far down a table has begun. */
const HEAD = 40;

/** Stops reading where nobody wants more. */
class Enough extends Error {}

/** The first rows of a sheet. */
export async function readHead(sheet: FileSheet): Promise<FileRow[]> {
  const head: FileRow[] = [];
  try {
    await sheet.read((row) => {
      if (head.length === HEAD) throw new Enough();
      head.push(row);
    });
  } catch (error) {
    if (!(error instanceof Enough)) throw error;
  }
  return head;
}
