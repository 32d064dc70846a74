import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import type { MiddlewareHandler } from 'hono';
import { accepts } from './compress.ts';
import type { RequestEnvironment } from './environment.ts';

interface ClientFile {
  readonly type: string;
  readonly plain: Buffer<ArrayBuffer>;
  /** Null for what is compressed already. */
  readonly br: Buffer<ArrayBuffer> | null;
  readonly gzip: Buffer<ArrayBuffer> | null;
}

/** The files that browsers load, by their path; kept in memory, for all of them together are small. */
export type ClientFiles = ReadonlyMap<string, ClientFile>;

const TYPES: Readonly<Record<string, string>> = {
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  svg: 'image/svg+xml',
  woff2: 'font/woff2',
  woff: 'font/woff',
  png: 'image/png',
};
const COMPRESSIBLE = new Set(['css', 'js', 'svg']);

/**
 * Reads what the build wrote for browsers (`dist/client/assets`) and compresses it.
 * Files of an unknown kind are left out, and so is the manifest beside the folder.
 */
export function loadClientFiles(clientFolder: string): ClientFiles {
  const files = new Map<string, ClientFile>();
  const folder = join(clientFolder, 'assets');
  if (!existsSync(folder)) return files;
  for (const name of readdirSync(folder)) {
    const ending = name.slice(name.lastIndexOf('.') + 1);
    const type = TYPES[ending];
    if (type !== undefined)
      files.set(`/assets/${name}`, prepare(type, readFileSync(join(folder, name)), COMPRESSIBLE.has(ending)));
  }
  return files;
}

function prepare(type: string, plain: Buffer<ArrayBuffer>, compressible: boolean): ClientFile {
  if (!compressible) return { type, plain, br: null, gzip: null };
  // The highest quality takes half a second for all files together and saves two per cent.
  const br = brotliCompressSync(plain, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } });
  return { type, plain, br, gzip: gzipSync(plain, { level: 9 }) };
}

/** Answers with the files of the build. Their names hold a hash of the content: browsers keep them for a year. */
export function serveClientFiles(files: ClientFiles): MiddlewareHandler<RequestEnvironment> {
  return async (c, next) => {
    const file = files.get(c.req.path);
    if (file === undefined) return next();
    c.header('content-type', file.type);
    c.header('cache-control', 'public, max-age=31536000, immutable');
    c.header('vary', 'accept-encoding');
    const asked = c.req.header('accept-encoding');
    if (file.br !== null && accepts(asked, 'br')) {
      c.header('content-encoding', 'br');
      return c.body(file.br);
    }
    if (file.gzip !== null && accepts(asked, 'gzip')) {
      c.header('content-encoding', 'gzip');
      return c.body(file.gzip);
    }
    return c.body(file.plain);
  };
}
