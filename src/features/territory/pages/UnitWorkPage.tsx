import type { ComponentChildren, VNode } from 'preact';
import type { PageAssets } from '../../../ui/assets.ts';
import type { Crumb } from '../../../ui/components/Breadcrumbs.tsx';
import type { FieldError } from '../../../ui/components/ErrorSummary.tsx';
import type { Language } from '../../../ui/language.ts';
import { Page, type Viewer } from '../../../ui/page.tsx';
import { bannerFor } from '../../people/index.ts';
import type { UnitAtWork } from '../unit-at-work.ts';

/** What a page about a unit's work gets from its route. */
export interface WorkFrame {
  readonly language: Language;
  readonly assets: PageAssets;
  readonly viewer: Viewer;
  readonly currentPath: string;
}

/** A page about the work of one unit: crumbs from the province down, and the word that data are made up. */
export function UnitWorkPage(props: {
  readonly frame: WorkFrame;
  readonly unit: UnitAtWork;
  readonly title: string;
  /** From the unit on. */
  readonly crumbs: readonly Crumb[];
  readonly errors?: readonly FieldError[] | undefined;
  readonly children: ComponentChildren;
}): VNode {
  const { frame, unit } = props;
  return (
    <Page
      {...frame}
      title={props.title}
      breadcrumbs={[{ label: unit.provinceName }, { label: unit.fullName }, ...props.crumbs]}
      errorSummary={props.errors}
      banner={bannerFor(unit, frame.language)}
    >
      {props.children}
    </Page>
  );
}
