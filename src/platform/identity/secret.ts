import { randomBytes } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';

/**
 * The secret that signs cookies: `MANG_NON_SECRET`, or one made at the first start and kept in the data folder.
 * Several instances on one database need the same, and therefore the variable.
 */
export async function cookieSecret(dataFolder: string, configured: string | null): Promise<string> {
  if (configured !== null) return configured;
  const file = path.join(dataFolder, 'cookie-secret');
  await mkdir(dataFolder, { recursive: true });
  try {
    await writeFile(file, randomBytes(48).toString('base64url'), { flag: 'wx', mode: 0o600 });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  return (await readFile(file, 'utf8')).trim();
}
