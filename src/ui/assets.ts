import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What one page loads, as hrefs with the content's hash in them. */
export interface PageAssets {
  readonly stylesheet: string;
  /** Module scripts of the islands on this page; empty on a page without islands. */
  readonly islands: readonly string[];
  /** The product's version, for the foot of the page. */
  readonly version: string;
}

export interface Assets {
  readonly stylesheet: string;
  readonly version: string;
  /** The href of an island's script, or undefined when the build has none of that name. */
  island(name: string): string | undefined;
  /** What a page with these islands loads. Throws when an island is not in the build. */
  forPage(...islandNames: readonly string[]): PageAssets;
  /** The hrefs of all that a page with these islands needs: style sheet, fonts, scripts and what they import. */
  everythingFor(...islandNames: readonly string[]): readonly string[];
  /** The href of the script of a service worker, or undefined when the build has none of that name. */
  worker(name: string): string | undefined;
}

interface ManifestEntry {
  readonly file: string;
  readonly isEntry?: boolean;
  /** Keys of other entries. */
  readonly imports?: readonly string[];
  /** Files that a style sheet names. */
  readonly assets?: readonly string[];
}

const stylesheetEntry = 'src/ui/styles/main.scss';
const workerEntry = /^src\/features\/[^/]+\/islands\/([^/]+)\.worker\.ts$/;
const islandEntry = /^src\/(?:ui|features\/[^/]+)\/islands\/([^/]+)\.island\.tsx?$/;

/**
 * Reads what the build wrote down about its output: `dist/client/manifest.json`, files served from `/`.
 * Call it once, when the server starts. Throws when there is no build, or when two islands share a name.
 */
export function loadAssets(projectFolder: string): Assets {
  const manifest = readJson<Record<string, ManifestEntry>>(join(projectFolder, 'dist/client/manifest.json'));
  const { version } = readJson<{ version: string }>(join(projectFolder, 'package.json'));
  return assetsFrom(manifest, version);
}

/** As {@link loadAssets}, from a manifest already read. */
export function assetsFrom(manifest: Readonly<Record<string, ManifestEntry>>, version: string): Assets {
  const stylesheetFile = manifest[stylesheetEntry]?.file;
  if (stylesheetFile === undefined) {
    throw new Error(
      `The build has no stylesheet (${stylesheetEntry} is missing from its manifest): build again.`,
    );
  }
  const stylesheet = `/${stylesheetFile}`;
  const islands = new Map<string, string>();
  const sources = new Map<string, string>();
  const workers = new Map<string, string>();
  for (const [source, entry] of Object.entries(manifest)) {
    const worker = workerEntry.exec(source)?.[1];
    if (worker !== undefined) workers.set(worker, `/${entry.file}`);
    const name = islandEntry.exec(source)?.[1];
    if (name === undefined || entry.isEntry !== true) continue;
    if (islands.has(name)) throw new Error(`Two islands are called "${name}": give one another name.`);
    islands.set(name, `/${entry.file}`);
    sources.set(name, source);
  }
  const scriptsOf = (source: string): readonly string[] => {
    const entry = manifest[source];
    return entry === undefined ? [] : [`/${entry.file}`, ...(entry.imports ?? []).flatMap(scriptsOf)];
  };
  return {
    stylesheet,
    version,
    island: (name) => islands.get(name),
    worker: (name) => workers.get(name),
    everythingFor: (...names) => {
      const fonts = manifest[stylesheetEntry]?.assets ?? [];
      const scripts = names.flatMap((name) => scriptsOf(sources.get(name) ?? ''));
      return [...new Set([stylesheet, ...fonts.map((file) => `/${file}`), ...scripts])];
    },
    forPage: (...names) => ({
      stylesheet,
      version,
      islands: names.map((name) => {
        const href = islands.get(name);
        if (href === undefined) throw new Error(`The build has no island called "${name}".`);
        return href;
      }),
    }),
  };
}

function readJson<Content>(path: string): Content {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as Content;
  } catch (cause) {
    throw new Error(`Cannot read ${path}: has the project been built?`, { cause });
  }
}
