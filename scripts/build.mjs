// Builds what browsers load (dist/client) and the program itself (dist/server).
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { markFresh, snapshotSources } from './support/freshness.mjs';
import { requireNodeVersion } from './support/node-version.mjs';
import { inProject, projectFolder } from './support/project.mjs';

/** A program that still runs from an earlier build may yet load that build's files: they stay this long. */
const KEEP_REPLACED_MS = 24 * 60 * 60 * 1000;

requireNodeVersion();
process.env.NODE_ENV = 'production';
process.chdir(projectFolder);
const { build, resolveConfig } = await import('vite');

const sources = snapshotSources();
// As deep as dist/client and dist/server, so that relative paths in source maps stay right.
const drafts = {
  client: inProject('.cache', `client-${process.pid}`),
  server: inProject('.cache', `server-${process.pid}`),
};
try {
  const clientConfig = await resolveConfig({}, 'build');
  if (clientConfig.build.rolldownOptions.input.length > 0) {
    await build({ build: { outDir: drafts.client, emptyOutDir: true } });
  }
  await build({ build: { ssr: true, outDir: drafts.server, emptyOutDir: true } });
  putInPlace(drafts.client, inProject('dist', 'client'));
  putInPlace(drafts.server, inProject('dist', 'server'));
  markFresh(sources);
} finally {
  for (const draft of Object.values(drafts)) rmSync(draft, { recursive: true, force: true });
}

/**
 * Moves each new file over the old one. Names carry a hash of the content, so that a running program finds its
 * own files untouched; files of no use to the new build go when they are old.
 */
function putInPlace(from, to) {
  const files = filesIn(from);
  // The files with fixed names lead to the others and therefore come last.
  const isEntry = (file) => file === 'cli.js' || file === 'manifest.json';
  for (const file of [...files.filter((name) => !isEntry(name)), ...files.filter(isEntry)]) {
    const target = join(to, file);
    if (existsSync(target) && readFileSync(target).equals(readFileSync(join(from, file)))) continue;
    mkdirSync(dirname(target), { recursive: true });
    moveOver(join(from, file), target);
  }
  const current = new Set(files);
  for (const file of filesIn(to)) {
    const path = join(to, file);
    if (!current.has(file) && Date.now() - statSync(path).mtimeMs > KEEP_REPLACED_MS) rmSync(path);
  }
}

function moveOver(file, target) {
  try {
    renameSync(file, target);
  } catch {
    // Windows refuses to replace a file that another process holds open; its content may still be written.
    cpSync(file, target);
  }
}

/** Paths of all files below the folder, with forward slashes. */
function filesIn(folder, prefix = '') {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = `${prefix}${entry.name}`;
    return entry.isDirectory() ? filesIn(join(folder, entry.name), `${path}/`) : [path];
  });
}
