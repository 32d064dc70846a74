import { describe, expect, it } from 'vitest';
import { assetsFrom, loadAssets } from './assets.ts';

const manifest = {
  'src/ui/styles/main.scss': { file: 'assets/main-a1.css', isEntry: true },
  'src/features/territory/islands/unit-picker.island.tsx': {
    file: 'assets/unit-picker-b2.js',
    isEntry: true,
  },
  '_runtime-c3.js': { file: 'assets/runtime-c3.js' },
};

describe('the assets of a build', () => {
  it('tell all that a page needs without a connection: fonts of the style sheet, and what scripts import', () => {
    const whole = {
      ...manifest,
      'src/ui/styles/main.scss': {
        file: 'assets/main-a1.css',
        isEntry: true,
        assets: ['assets/font-d4.woff2'],
      },
      'src/features/territory/islands/unit-picker.island.tsx': {
        file: 'assets/unit-picker-b2.js',
        isEntry: true,
        imports: ['_runtime-c3.js'],
      },
      'src/features/territory/islands/offline.worker.ts': { file: 'assets/offline-e5.js', isEntry: true },
    };
    const assets = assetsFrom(whole, '0.1.0');
    expect(assets.everythingFor('unit-picker')).toEqual([
      '/assets/main-a1.css',
      '/assets/font-d4.woff2',
      '/assets/unit-picker-b2.js',
      '/assets/runtime-c3.js',
    ]);
    expect(assets.worker('offline')).toBe('/assets/offline-e5.js');
  });

  it('are found by their names and served with their hashes', () => {
    const assets = assetsFrom(manifest, '0.1.0');
    expect(assets.stylesheet).toBe('/assets/main-a1.css');
    expect(assets.island('unit-picker')).toBe('/assets/unit-picker-b2.js');
    expect(assets.forPage('unit-picker').islands).toEqual(['/assets/unit-picker-b2.js']);
    expect(assets.forPage().islands).toEqual([]);
  });

  it('miss an island by its name, so that a page cannot lose its script silently', () => {
    const assets = assetsFrom(manifest, '0.1.0');
    expect(assets.island('score')).toBeUndefined();
    expect(() => assets.forPage('score')).toThrow('"score"');
  });

  it('refuse two islands of one name', () => {
    const twice = {
      ...manifest,
      'src/features/plans/islands/unit-picker.island.tsx': { file: 'assets/x.js', isEntry: true },
    };
    expect(() => assetsFrom(twice, '0.1.0')).toThrow('unit-picker');
  });

  it('say that the project has not been built', () => {
    expect(() => loadAssets('/no/such/project')).toThrow('has the project been built?');
    expect(() => assetsFrom({}, '0.1.0')).toThrow('build again');
  });
});
