import type { ComponentChildren, VNode } from 'preact';
import type { Language } from '../../../domain/text/index.ts';
import type { PageAssets } from '../../../ui/assets.ts';
import type { Crumb } from '../../../ui/components/Breadcrumbs.tsx';
import type { FieldError } from '../../../ui/components/ErrorSummary.tsx';
import { Page, type Viewer } from '../../../ui/page.tsx';
import { bannerFor } from '../../people/index.ts';
import { messages } from '../messages.ts';
import { cyclePath, cyclesPath } from '../paths.ts';
import type { CycleUnit } from '../queries.ts';

/** What every page of the assessment gets from its route. */
export interface PageFrame {
  readonly language: Language;
  readonly assets: PageAssets;
  readonly viewer: Viewer;
  readonly currentPath: string;
}

/** Crumbs from the province down to the year. */
export function crumbs(
  unit: CycleUnit,
  language: Language,
  year?: number,
  beyond: readonly Crumb[] = [],
): Crumb[] {
  const words = messages[language];
  const yearCrumb: Crumb[] =
    year === undefined
      ? []
      : [
          beyond.length > 0
            ? { label: words.year(year), href: cyclePath(unit.code, year) }
            : { label: words.year(year) },
        ];
  return [
    { label: unit.provinceName },
    year === undefined ? { label: unit.fullName } : { label: unit.fullName, href: cyclesPath(unit.code) },
    ...yearCrumb,
    ...beyond,
  ];
}

/** A page about one unit, with its crumbs and, for made-up data, the banner that says so. */
export function UnitPage(props: {
  readonly frame: PageFrame;
  readonly unit: CycleUnit;
  readonly title: string;
  readonly crumbs: readonly Crumb[];
  readonly errors?: readonly FieldError[];
  readonly children: ComponentChildren;
}): VNode {
  const { frame, unit } = props;
  return (
    <Page
      language={frame.language}
      assets={frame.assets}
      viewer={frame.viewer}
      currentPath={frame.currentPath}
      title={props.title}
      breadcrumbs={props.crumbs}
      errorSummary={props.errors}
      banner={bannerFor(unit, frame.language)}
    >
      {props.children}
    </Page>
  );
}
