import { describe, expect, it } from 'vitest';
import { importsOf, isForTests, sourceFiles, textOf } from './imports.ts';
import { impurities, partOf, ringOfFeatures, wrongArrow } from './rules.ts';

const files = sourceFiles('src');
const imports = files.flatMap((file) => importsOf(file, textOf(file)));

describe('the source', () => {
  it('imports only in the directions of the house', () => {
    expect(files.length).toBeGreaterThan(20);
    expect(imports.flatMap((one) => wrongArrow(one) ?? [])).toEqual([]);
  });

  it('has no ring of features', () => {
    expect(ringOfFeatures(imports)).toBeNull();
  });

  it('names the extension of every file of its own that it imports', () => {
    const bare = imports.filter(({ isOwn, to }) => isOwn && !/\.(tsx?|json|scss|css)(\?.*)?$/.test(to));
    expect(bare.map(({ from, to }) => `${from} → ${to}`)).toEqual([]);
  });

  it('asks neither clock nor chance nor machine in the domain', () => {
    const domain = files.filter((file) => partOf(file) === 'domain' && !isForTests(file));
    expect(domain.flatMap((file) => impurities(textOf(file)).map((what) => `${file}: ${what}`))).toEqual([]);
  });
});

describe('the rules themselves', () => {
  const faultOf = (from: string, specifier: string) => {
    const found = importsOf(from, `import { x } from '${specifier}';`);
    return found.map(wrongArrow)[0];
  };

  it.each([
    ['src/domain/scoring/score.ts', '../text/index.ts'],
    ['src/documents/pdf.ts', '../domain/text/index.ts'],
    ['src/documents/pdf.ts', 'node:fs'],
    ['src/features/people/routes.tsx', '../../platform/config.ts'],
    ['src/features/people/routes.tsx', '../territory/index.ts'],
    ['src/features/people/routes.tsx', './pages/home.tsx'],
    ['src/features/people/islands/picker.island.tsx', '../../../ui/islands/mount.ts'],
    ['src/features/people/islands/picker.island.tsx', './rows.ts'],
    ['src/features/people/islands/picker.island.tsx', 'preact/hooks'],
    ['src/server.ts', './features/people/index.ts'],
    ['src/server/serve.ts', '../server.ts'],
    ['src/cli.ts', './cli/template.ts'],
    ['src/cli/template.ts', '../features/territory/units/index.ts'],
    ['src/domain/scoring/score.test.ts', './testing/units.ts'],
    ['src/domain/scoring/score.test.ts', 'vitest'],
  ])('let %s import %s', (from, specifier) => {
    expect(faultOf(from, specifier)).toBeNull();
  });

  it.each([
    ['src/domain/text/order.ts', 'node:fs', /domain needs no package/],
    ['src/domain/text/order.ts', 'zod', /domain needs no package/],
    ['src/domain/text/order.ts', '../../platform/config.ts', /domain may use domain only/],
    ['src/domain/scoring/score.ts', './testing/units.ts', /only tests/],
    ['src/platform/config.ts', '../ui/page.tsx', /platform may use platform, domain only/],
    ['src/ui/page.tsx', '../features/people/index.ts', /ui may use/],
    ['src/documents/pdf.ts', '../platform/config.ts', /documents may use/],
    [
      'src/features/people/routes.tsx',
      '../territory/queries.ts',
      /through src\/features\/territory\/index\.ts/,
    ],
    [
      'src/features/people/routes.tsx',
      '../territory/units/index.ts',
      /through src\/features\/territory\/index\.ts/,
    ],
    ['src/features/people/routes.tsx', '../../server.ts', /features may use/],
    ['src/platform/log.ts', '../cli/command.ts', /platform may use/],
    ['src/server/serve.ts', '../features/people/queries.ts', /through src\/features\/people\/index\.ts/],
    ['src/features/people/islands/picker.island.tsx', '../queries.ts', /an island may use/],
    ['src/features/people/islands/picker.island.tsx', 'zod', /no package but preact, idb and tus-js-client/],
    ['src/helpers/x.ts', '../domain/text/index.ts', /no part of the house/],
  ])('do not let %s import %s', (from, specifier, why) => {
    expect(faultOf(from, specifier)).toMatch(why);
    expect(faultOf(from, specifier)).toMatch(/^src\/.+ → .+: /);
  });

  it('see type-only and dynamic imports and exports from elsewhere', () => {
    const text = `
      import type { A } from '../a.ts';
      export { b } from '../b.ts';
      export * from '../c.ts';
      const d = await import('../d.ts');
      import '../e.ts';
    `;
    expect(importsOf('src/ui/x.ts', text).map(({ to }) => to)).toEqual([
      'src/a.ts',
      'src/b.ts',
      'src/c.ts',
      'src/d.ts',
      'src/e.ts',
    ]);
  });

  it('name the ring that features make', () => {
    const arrow = (from: string, to: string) => ({
      from: `src/features/${from}/x.ts`,
      to: `src/features/${to}/index.ts`,
      isOwn: true,
    });
    expect(ringOfFeatures([arrow('a', 'b'), arrow('b', 'c'), arrow('a', 'c')])).toBeNull();
    expect(ringOfFeatures([arrow('x', 'a'), arrow('a', 'b'), arrow('b', 'c'), arrow('c', 'a')])).toBe(
      'a → b → c → a',
    );
  });

  it('find what is not pure, outside of comments', () => {
    expect(impurities('const now = new Date(); // Math.random')).toEqual(['new Date()']);
    expect(impurities('/** never Date.now */ const day = new Date(2026, 0, 1);')).toEqual([]);
    expect(impurities('const dice = Math.random() + Date.now() + process.pid;')).toEqual([
      'Date.now',
      'Math.random',
      'process',
    ]);
    expect(impurities('const process = "a process of the ward";')).toEqual([]);
  });
});
