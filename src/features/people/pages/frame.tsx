import type { ComponentChildren, VNode } from 'preact';
import type { PageAssets } from '../../../ui/assets.ts';
import type { Crumb } from '../../../ui/components/Breadcrumbs.tsx';
import { Card } from '../../../ui/components/Card.tsx';
import type { FieldError } from '../../../ui/components/ErrorSummary.tsx';
import type { Language } from '../../../ui/language.ts';
import { Page, type Viewer } from '../../../ui/page.tsx';
import { messages } from '../messages.ts';
import type { FieldFaults } from '../schema.ts';

/** What every page of this feature gets from its request. */
export interface Frame {
  readonly language: Language;
  readonly assets: PageAssets;
  readonly viewer: Viewer | null;
  readonly banner: string | undefined;
  readonly currentPath: string;
}

/** The faults of a form in words, for the summary and, by field, for the form itself. */
export function faultsInWords(
  faults: FieldFaults,
  language: Language,
): { readonly summary: readonly FieldError[]; readonly at: (field: string) => string | undefined } {
  const words = messages[language].faults;
  const at = (field: string) => (faults[field] === undefined ? undefined : words[faults[field]]);
  return { summary: Object.keys(faults).map((field) => ({ field, message: at(field) ?? '' })), at };
}

/** A page of this feature: a card with its heading, narrow for one form alone, and cards of their own for other matters. */
export function PeoplePage(props: {
  readonly frame: Frame;
  readonly title: string;
  readonly breadcrumbs?: readonly Crumb[];
  readonly errors?: readonly FieldError[];
  readonly wide?: boolean;
  /** Cards below the first. */
  readonly others?: ComponentChildren;
  readonly children: ComponentChildren;
}): VNode {
  const cards = (
    <>
      <Card>
        <h1>{props.title}</h1>
        {props.children}
      </Card>
      {props.others}
    </>
  );
  return (
    <Page {...props.frame} title={props.title} breadcrumbs={props.breadcrumbs} errorSummary={props.errors}>
      {props.wide ? cards : <div class="narrow">{cards}</div>}
    </Page>
  );
}
