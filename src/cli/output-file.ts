import type { Language } from '../domain/text/index.ts';
import { writeFileAtomically } from '../platform/atomic-file.ts';
import { CommandFailure } from './command.ts';
import { messages } from './messages.ts';

/** Why a file could not be written, in words. */
function failureOf(error: unknown, path: string, language: Language): CommandFailure | null {
  const { code } = error as NodeJS.ErrnoException;
  const say = messages[language];
  switch (code) {
    case undefined:
      return null;
    case 'ENOSPC':
    case 'EDQUOT':
      return new CommandFailure(say.diskFull(path));
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
    case 'EBUSY':
      return new CommandFailure(say.notAllowed(path));
    case 'ENOENT':
    case 'ENOTDIR':
      return new CommandFailure(say.noFolder(path));
    default:
      return new CommandFailure(say.writeFailed(path, code));
  }
}

/**
 * Does something that writes the file `path`.
 * @throws CommandFailure when the disk is full or the folder cannot be written.
 */
export async function explainingFailure<T>(
  path: string,
  language: Language,
  write: () => Promise<T>,
): Promise<T> {
  try {
    return await write();
  } catch (error) {
    throw failureOf(error, path, language) ?? error;
  }
}

/** Writes a file whole or not at all. Throws CommandFailure. */
export async function writeOutput(path: string, content: Uint8Array, language: Language): Promise<void> {
  await explainingFailure(path, language, () => writeFileAtomically(path, content));
}
