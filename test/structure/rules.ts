import { type Import, isForTests } from './imports.ts';

const INSIDE = ['features', 'documents', 'platform', 'ui', 'domain'] as const;

/** What may be used from each part of the house. The programs put all together, and nothing uses them. */
const MAY_USE: Readonly<Record<string, readonly string[]>> = {
  domain: ['domain'],
  documents: ['documents', 'domain'],
  platform: ['platform', 'domain'],
  ui: ['ui', 'domain'],
  features: INSIDE,
  server: ['server', ...INSIDE],
  cli: ['cli', 'server', ...INSIDE],
};

/** Packages of which code that reaches the browser may be made. */
const IN_THE_BROWSER = /^(preact|idb|tus-js-client)(\/|$)/;

/** `src/ui/page.tsx` lies in the part `ui`, both `src/cli.ts` and `src/cli/template.ts` in `cli`. */
export function partOf(file: string): string | null {
  return /^src\/([^/]+?)(\.tsx?$|\/)/.exec(file)?.[1] ?? null;
}

export function featureOf(file: string): string | null {
  return /^src\/features\/([^/]+)\//.exec(file)?.[1] ?? null;
}

const isIsland = (file: string): boolean => file.startsWith('src/') && file.includes('/islands/');

/** Why an import is not allowed, in one sentence; null when it is. */
export function faultOf({ from, to, isOwn }: Import): string | null {
  const part = partOf(from);
  if (isForTests(from) || part === null) return null;
  if (isOwn && isForTests(to)) return 'only tests use what is made for tests';
  if (part === 'domain' && !isOwn) return 'the domain needs no package and nothing of Node';
  if (isIsland(from) && featureOf(from) !== null) return faultOfIsland(from, to, isOwn);
  if (!isOwn) return null;
  const target = partOf(to);
  if (target === null) return null;
  const allowed = MAY_USE[part];
  if (allowed === undefined) return `“${part}” is no part of the house`;
  if (!allowed.includes(target)) return `${part} may use ${allowed.join(', ')} only`;
  const feature = featureOf(to);
  if (feature !== null && feature !== featureOf(from) && !isDoor(to, feature, part))
    return `another feature is reached through src/features/${feature}/index.ts only`;
  return null;
}

/**
 * Whether a file is the door of a feature: its index.ts. The command line may also enter a room that has an
 * index.ts of its own, because the feature's own brings the web and the database and takes too long to load.
 */
function isDoor(file: string, feature: string, user: string): boolean {
  return file === `src/features/${feature}/index.ts` || (user === 'cli' && file.endsWith('/index.ts'));
}

function faultOfIsland(from: string, to: string, isOwn: boolean): string | null {
  if (!isOwn)
    return IN_THE_BROWSER.test(to)
      ? null
      : 'an island brings no package but preact, idb and tus-js-client to the browser';
  const target = partOf(to);
  if (target === 'ui' || target === 'domain') return null;
  if (isIsland(to) && featureOf(to) === featureOf(from)) return null;
  return 'an island may use ui, domain and its own folder only';
}

/** An import that breaks a rule, as a line to read: the arrow, then why. */
export function wrongArrow(one: Import): string | null {
  const fault = faultOf(one);
  return fault === null ? null : `${one.from} → ${one.to}: ${fault}`;
}

/** A ring of features that use each other, "people → territory → people"; null when there is none. */
export function ringOfFeatures(imports: readonly Import[]): string | null {
  const uses = new Map<string, Set<string>>();
  for (const { from, to } of imports) {
    const [user, used] = [featureOf(from), featureOf(to)];
    if (user === null || used === null || user === used || isForTests(from)) continue;
    uses.set(user, (uses.get(user) ?? new Set()).add(used));
  }
  const free = new Set<string>();
  const ringFrom = (feature: string, path: readonly string[]): string | null => {
    if (path.includes(feature)) return [...path.slice(path.indexOf(feature)), feature].join(' → ');
    if (free.has(feature)) return null;
    for (const next of uses.get(feature) ?? []) {
      const ring = ringFrom(next, [...path, feature]);
      if (ring !== null) return ring;
    }
    free.add(feature);
    return null;
  };
  for (const feature of uses.keys()) {
    const ring = ringFrom(feature, []);
    if (ring !== null) return ring;
  }
  return null;
}

/** Words by which a file would reach for the clock, chance or the machine. */
const IMPURE: readonly (readonly [RegExp, string])[] = [
  [/\bDate\.now\b/, 'Date.now'],
  [/\bnew Date\(\s*\)/, 'new Date()'],
  [/\bMath\.random\b/, 'Math.random'],
  [/\bperformance\.now\b/, 'performance.now'],
  [/\bprocess\b(?=[.[])/, 'process'],
  [/\bcrypto\.(getRandomValues|randomUUID)\b/, 'crypto'],
];

/** What a text of the domain uses of the clock, chance or the machine; comments do not count. */
export function impurities(text: string): string[] {
  const code = text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|[^:])\/\/.*$/gm, '$1');
  return IMPURE.filter(([pattern]) => pattern.test(code)).map(([, name]) => name);
}
