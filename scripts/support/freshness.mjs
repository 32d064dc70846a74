import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { inProject } from './project.mjs';
import { runQuietly } from './run.mjs';

/** All that the build is made from. */
const SOURCES = ['src', 'standards', 'migrations', 'vite.config.ts', 'tsconfig.json', 'package-lock.json'];
const stamp = inProject('dist', 'build-stamp.json');

/**
 * Whether `dist` was built from the sources as they are. Sizes and times are compared first, which takes a few
 * milliseconds; where those differ, as after a copy, the contents decide.
 */
export function isBuildFresh() {
  const built = readStamp();
  if (!built || !existsSync(inProject('dist', 'server', 'cli.js'))) return false;
  const files = sourceFiles();
  if (built.times === timesOf(files)) return true;
  if (built.contents !== contentsOf(files)) return false;
  writeStamp(files, built.contents);
  return true;
}

/** The sources as they are now; hand it to `markFresh` once what was built from them is in place. */
export function snapshotSources() {
  const files = sourceFiles();
  return { files, contents: contentsOf(files) };
}

/** Records that `dist` was built from the snapshot. */
export function markFresh({ files, contents }) {
  writeStamp(files, contents);
}

/** Builds in a process of its own, so that the builder's memory is given back, unless the build is fresh. */
export async function ensureBuilt() {
  if (isBuildFresh()) return;
  await runQuietly('Đang dựng chương trình', process.execPath, [inProject('scripts', 'build.mjs')]);
}

function readStamp() {
  try {
    return JSON.parse(readFileSync(stamp, 'utf8'));
  } catch {
    return null;
  }
}

function writeStamp(files, contents) {
  mkdirSync(inProject('dist'), { recursive: true });
  writeFileSync(stamp, JSON.stringify({ times: timesOf(files), contents }));
}

/** Paths within the project, sorted, with size and time; tests are not part of the program. */
function sourceFiles() {
  const files = [];
  const visit = (path) => {
    const found = statSync(inProject(path), { throwIfNoEntry: false });
    if (!found) return;
    if (found.isDirectory()) for (const name of readdirSync(inProject(path))) visit(`${path}/${name}`);
    else if (!/\.test\.tsx?$/.test(path)) files.push({ path, size: found.size, time: found.mtimeMs });
  };
  for (const source of SOURCES) visit(source);
  return files.sort((a, b) => (a.path < b.path ? -1 : 1));
}

function timesOf(files) {
  const hash = createHash('sha256');
  for (const { path, size, time } of files) hash.update(`${path}\0${size}\0${time}\n`);
  return hash.digest('hex');
}

function contentsOf(files) {
  const hash = createHash('sha256');
  for (const { path } of files) hash.update(`${path}\0`).update(readFileSync(inProject(path)));
  return hash.digest('hex');
}
