import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { inProject } from './project.mjs';
import { runQuietly } from './run.mjs';

const stamp = inProject('node_modules', '.mang-non-lock');

/** Installs the packages of package-lock.json unless node_modules already holds exactly them. */
export async function ensureInstalled() {
  if (readIfThere(stamp) === wanted()) return;
  if (!installedByHand()) {
    const [program, ...parameters] = npmCommand();
    // Building needs the development packages too, also where NODE_ENV=production is set.
    const options = { shell: program === 'npm' && process.platform === 'win32' };
    await runQuietly(
      'Đang cài đặt các gói phần mềm',
      program,
      [...parameters, 'ci', '--include=dev'],
      options,
    );
  }
  writeFileSync(stamp, wanted());
}

/** What the stamp says of an up-to-date node_modules; binaries differ between platforms. */
function wanted() {
  const lock = createHash('sha256')
    .update(readFileSync(inProject('package-lock.json')))
    .digest('hex');
  return `${lock} ${process.platform}-${process.arch}\n`;
}

/** Someone ran `npm ci` or `npm install`: npm's own record then holds each package at the locked version. */
function installedByHand() {
  if (existsSync(stamp)) return false;
  const record = readIfThere(inProject('node_modules', '.package-lock.json'));
  if (record === null) return false;
  const installed = JSON.parse(record).packages;
  const locked = JSON.parse(readFileSync(inProject('package-lock.json'), 'utf8')).packages;
  return Object.entries(locked).every(([path, { version, optional }]) => {
    if (path === '') return true;
    const found = installed[path];
    return found ? found.version === version : Boolean(optional);
  });
}

/** npm as the program and first parameters to run: the one that runs us, else the one beside Node. */
function npmCommand() {
  const beside = dirname(process.execPath);
  const scripts = [
    /npm-cli\.c?js$/.test(process.env.npm_execpath ?? '') ? process.env.npm_execpath : '',
    join(beside, 'node_modules', 'npm', 'bin', 'npm-cli.js'),
    join(beside, '..', 'lib', 'node_modules', 'npm', 'bin', 'npm-cli.js'),
  ];
  const script = scripts.find((path) => path && existsSync(path));
  return script ? [process.execPath, script] : ['npm'];
}

function readIfThere(path) {
  return existsSync(path) ? readFileSync(path, 'utf8') : null;
}
