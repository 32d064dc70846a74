import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the whole program. */
export const projectFolder = join(dirname(fileURLToPath(import.meta.url)), '..', '..');

/** A path within the project. */
export const inProject = (...parts) => join(projectFolder, ...parts);
