import type { ComponentChildren, VNode } from 'preact';
import type { PageAssets } from '../../../ui/assets.ts';
import type { FieldError } from '../../../ui/components/ErrorSummary.tsx';
import { Island } from '../../../ui/islands/Island.tsx';
import type { Language } from '../../../ui/language.ts';
import { Page } from '../../../ui/page.tsx';
import { bannerFor } from '../../people/index.ts';
import type { SentForm } from '../islands/sent-form.ts';
import type { VillageFigures } from '../islands/village-figures.ts';
import type { VillageSheetProps } from '../islands/village-sheet.island.tsx';
import { VILLAGE, villageSheetsPath } from '../paths.ts';

/** What every page of a village gets from its request. */
export interface VillageFrame {
  readonly language: Language;
  readonly assets: PageAssets;
  readonly currentPath: string;
  /** Absent where it is not known whose device asks. */
  readonly unit?: { readonly fictional: boolean } | undefined;
}

/**
 * A page on a village's phone: no menu, no account. Its whole content is the place of the island, which goes on with it
 * when the line is gone.
 * @param outside what stays as it is
 */
export function VillagePage(props: {
  readonly frame: VillageFrame;
  readonly title: string;
  readonly figures: VillageFigures | null;
  readonly errors?: readonly FieldError[] | undefined;
  readonly outside?: ComponentChildren;
  /** What the last deed came to, for the island; without it the children say so. */
  readonly done?: string | undefined;
  /** What a form could not store, for the island to go on with. */
  readonly form?: SentForm | undefined;
  readonly children: ComponentChildren;
}): VNode {
  const { frame, figures } = props;
  const island: VillageSheetProps = { language: frame.language, figures, done: props.done, form: props.form };
  return (
    <Page
      language={frame.language}
      assets={frame.assets}
      currentPath={frame.currentPath}
      // The home of the program asks for an account, which no village has.
      home={figures === null ? VILLAGE : villageSheetsPath}
      title={props.title}
      viewer={null}
      banner={frame.unit && bannerFor(frame.unit, frame.language)}
      errorSummary={props.errors}
    >
      <div class="village">
        {props.outside}
        <Island name="village-sheet" props={island}>
          {props.children}
        </Island>
      </div>
    </Page>
  );
}
