import type { PageAssets } from '../../../ui/assets.ts';
import type { Language } from '../../../ui/language.ts';
import type { Viewer } from '../../../ui/page.tsx';

/** What every page of this feature gets from its request. */
export interface Frame {
  readonly language: Language;
  readonly assets: PageAssets;
  readonly viewer: Viewer;
  readonly banner: string | undefined;
  readonly currentPath: string;
}
