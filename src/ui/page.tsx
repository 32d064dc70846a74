import type { ComponentChildren, VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';
import type { PageAssets } from './assets.ts';
import { faviconPath } from './brand.ts';
import { Breadcrumbs, type Crumb } from './components/Breadcrumbs.tsx';
import { ErrorSummary, type FieldError } from './components/ErrorSummary.tsx';
import { type Language, languageCookie } from './language.ts';
import { messages } from './messages.ts';
import { type NavigationItem, Shell, type Viewer } from './shell.tsx';

export type { NavigationItem, Viewer };

export interface PageProps {
  readonly language: Language;
  /** What this page is, as in its `<h1>`; the product's name is added. */
  readonly title: string;
  readonly assets: PageAssets;
  /** The person signed in; null before sign-in. */
  readonly viewer: Viewer | null;
  readonly breadcrumbs?: readonly Crumb[] | undefined;
  /** Path and query of this page: where the language switch comes back to. */
  readonly currentPath: string;
  /** Where the product's name leads; the home of whoever is signed in where nothing is said. */
  readonly home?: string | undefined;
  /** What holds for every page, for example that the figures are samples. */
  readonly banner?: ComponentChildren;
  /** What was wrong with the form sent; takes the focus and marks the title. */
  readonly errorSummary?: readonly FieldError[] | undefined;
  /** Loads the page again after so many seconds; only for the page that waits for the database. */
  readonly reloadAfterSeconds?: number | undefined;
  readonly children: ComponentChildren;
}

/** One whole HTML page: head, header with navigation, main part, foot. Every page of the product is made with it. */
export function Page(props: PageProps): VNode {
  const { language, assets, errorSummary = [] } = props;
  const words = messages[language];
  const title = errorSummary.length > 0 ? `${words.error}: ${props.title}` : props.title;
  return (
    <html lang={language}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{`${title} · ${words.product}`}</title>
        <meta name="theme-color" content="#084d39" />
        <meta name="format-detection" content="telephone=no" />
        {props.reloadAfterSeconds !== undefined && (
          <Reload seconds={props.reloadAfterSeconds} scripted={assets.islands.length > 0} />
        )}
        <link rel="icon" href={faviconPath} type="image/svg+xml" />
        <link rel="stylesheet" href={assets.stylesheet} />
        {assets.islands.map((href) => (
          <script key={href} type="module" src={href} />
        ))}
      </head>
      <body>
        <Shell
          language={language}
          viewer={props.viewer}
          banner={props.banner}
          version={assets.version}
          currentPath={props.currentPath}
          home={props.home ?? '/'}
          languageField={languageCookie}
        >
          {props.breadcrumbs && <Breadcrumbs language={language} items={props.breadcrumbs} />}
          {errorSummary.length > 0 && <ErrorSummary language={language} errors={errorSummary} />}
          {props.children}
        </Shell>
      </body>
    </html>
  );
}

/** Where a script watches for the database's return, the page does not interrupt a screen reader by reloading. */
function Reload({ seconds, scripted }: { seconds: number; scripted: boolean }): VNode {
  const refresh = <meta http-equiv="refresh" content={String(seconds)} />;
  return scripted ? <noscript>{refresh}</noscript> : refresh;
}

/** The text of a page, ready to be sent. */
export function renderPage(element: VNode): string {
  return `<!doctype html>${renderToString(element)}`;
}
