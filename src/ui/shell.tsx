import type { ComponentChildren, VNode } from 'preact';
import { Brand } from './components/Brand.tsx';
import type { Language } from './language.ts';
import { messages } from './messages.ts';

export interface NavigationItem {
  readonly href: string;
  readonly label: string;
  /** The page shown is this one or lies below it. */
  readonly current: boolean;
}

/** The person signed in, as the header shows them. */
export interface Viewer {
  readonly name: string;
  readonly unitName: string;
  readonly organisationName: string;
  readonly navigation: readonly NavigationItem[];
  /** What belongs to the matter of this page, shown below the header. */
  readonly matters?: readonly NavigationItem[] | undefined;
}

export interface ShellProps {
  readonly language: Language;
  readonly viewer: Viewer | null;
  readonly banner: ComponentChildren;
  readonly version: string;
  readonly currentPath: string;
  readonly home: string;
  readonly languageField: string;
  readonly children: ComponentChildren;
}

/** What surrounds the content of every page: skip link, header, main landmark, foot. Used by `Page` alone. */
export function Shell(props: ShellProps): VNode {
  const { language, viewer } = props;
  const words = messages[language];
  return (
    <>
      <a class="skip" href="#noi-dung">
        {words.skipToContent}
      </a>
      <header class="top">
        <div class="in">
          <Brand name={words.product} home={props.home} />
          {viewer && <Navigation language={language} viewer={viewer} />}
          {viewer && <Account language={language} viewer={viewer} />}
        </div>
        {viewer?.matters && viewer.matters.length > 0 && (
          <nav class="matters" aria-label={words.matters}>
            <Links items={viewer.matters} />
          </nav>
        )}
        {props.banner && <p class="banner">{props.banner}</p>}
      </header>
      <main class="page" id="noi-dung" tabIndex={-1}>
        {props.children}
      </main>
      <Foot {...props} />
    </>
  );
}

/**
 * The links twice: in a row at a desk, in a list to unfold on a phone. The stylesheet shows exactly one of them, so that
 * the menu opens without a script in every browser.
 */
function Navigation({ language, viewer }: { language: Language; viewer: Viewer }): VNode | null {
  if (viewer.navigation.length === 0) return null;
  const words = messages[language];
  const links = <Links items={viewer.navigation} />;
  return (
    <>
      <nav class="navigation" aria-label={words.navigation}>
        {links}
      </nav>
      <details class="menu" name="header">
        <summary>
          {words.menu}
          <Chevron />
        </summary>
        <nav class="navigation panel" aria-label={words.navigation}>
          {links}
        </nav>
      </details>
    </>
  );
}

function Links({ items }: { items: readonly NavigationItem[] }): VNode {
  return (
    <ul>
      {items.map((item) => (
        <li key={item.href}>
          <a href={item.href} aria-current={item.current ? 'page' : undefined}>
            {item.label}
          </a>
        </li>
      ))}
    </ul>
  );
}

function Account({ language, viewer }: { language: Language; viewer: Viewer }): VNode {
  const words = messages[language];
  return (
    <details class="account" name="header">
      <summary>
        <span class="visually-hidden">{words.account}: </span>
        <span class="where">
          {viewer.unitName}
          <br />
          {viewer.organisationName}
        </span>
        <svg
          class="person"
          viewBox="0 0 24 24"
          fill="none"
          stroke="currentColor"
          stroke-width="2"
          aria-hidden="true"
        >
          <circle cx="12" cy="8" r="4" />
          <path d="M4 21c0-9 16-9 16 0" />
        </svg>
        <Chevron />
      </summary>
      <div class="panel">
        <p>
          <b>{viewer.name}</b>
          <br />
          {viewer.organisationName}
          <br />
          {viewer.unitName}
        </p>
        <p>
          <a href="/tai-khoan">{words.account}</a>
        </p>
        <form method="post" action="/dang-xuat">
          <button class="button plain" type="submit">
            {words.signOut}
          </button>
        </form>
      </div>
    </details>
  );
}

function Foot({ language, version, currentPath, languageField }: ShellProps): VNode {
  const words = messages[language];
  const other: Language = language === 'vi' ? 'en' : 'vi';
  return (
    <footer class="bottom">
      <div class="in">
        <span>
          {words.product} · {words.productLine} · {words.version(version)}
        </span>
        <form method="post" action="/ngon-ngu">
          <input type="hidden" name={languageField} value={other} />
          <input type="hidden" name="tro_ve" value={currentPath} />
          <button class="button quiet" type="submit" lang={other}>
            {words.otherLanguage}
          </button>
        </form>
      </div>
    </footer>
  );
}

function Chevron(): VNode {
  return (
    <svg
      class="chevron"
      viewBox="0 0 12 12"
      fill="none"
      stroke="currentColor"
      stroke-width="2"
      aria-hidden="true"
    >
      <path d="M2 4l4 4 4-4" />
    </svg>
  );
}
