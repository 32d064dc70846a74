import type { VNode } from 'preact';
import type { PageAssets } from './assets.ts';
import { Button } from './components/Button.tsx';
import { ButtonRow } from './components/ButtonRow.tsx';
import { Card } from './components/Card.tsx';
import { SummaryList } from './components/SummaryList.tsx';
import { errorMessages } from './error-messages.ts';
import type { Language } from './language.ts';
import { Page, type Viewer } from './page.tsx';

export type ErrorStatus = 400 | 403 | 404 | 409 | 413 | 500 | 503;

/** Why something cannot be done now though the database is there: the disk is full, which does not mend itself. */
export type UnavailableReason = 'diskFull' | 'tooBusy';

/** Seconds after which the page of a lost database tries again. */
export const retryAfterSeconds = 5;

export interface ErrorPageProps {
  readonly status: ErrorStatus;
  readonly language: Language;
  /** For 503 with the island `reload-when-back`, which reloads quietly once the database answers. */
  readonly assets: PageAssets;
  readonly viewer: Viewer | null;
  /** Path of the request that failed: "where". */
  readonly currentPath: string;
  /** Where work begins for whoever asked; of a person signed in where nothing is said. */
  readonly home?: string | undefined;
  /** A stable code more exact than the status, for example `figures.foreign-workbook`. */
  readonly code?: string | undefined;
  /** A sentence more exact than the page's own: what is wrong. */
  readonly what?: string | undefined;
  /** Of 503; absent: the database cannot be reached. */
  readonly reason?: UnavailableReason | undefined;
  /** Identifies the request in the log, for the person who is asked for help. */
  readonly requestId?: string | undefined;
  /** The request was a form: nothing is sent again by itself, and the page says how to come back to what was typed. */
  readonly formSent?: boolean | undefined;
}

/** The page for a request that failed: what, where, what to do, and a code that stays the same in every version. */
export function ErrorPage(props: ErrorPageProps): VNode {
  const { status, language, formSent = false, reason } = props;
  const words = errorMessages[language];
  const kind = reason === undefined ? words.kinds[status] : words[reason];
  const waits = status === 503 && !formSent && reason === undefined;
  return (
    <Page
      language={language}
      title={kind.title}
      assets={props.assets}
      viewer={props.viewer}
      currentPath={props.currentPath}
      home={props.home}
      reloadAfterSeconds={waits ? retryAfterSeconds : undefined}
    >
      <div class="narrow">
        <Card>
          <h1>{kind.title}</h1>
          <p>{props.what ?? kind.what}</p>
          <p>{kind.todo}</p>
          {formSent && <p>{words.formSent}</p>}
          {waits && <p>{words.retries(retryAfterSeconds)}</p>}
          <SummaryList
            rows={[
              { term: words.where, value: props.currentPath },
              { term: words.code, value: props.code ?? codeOf[status] },
              ...(props.requestId ? [{ term: words.request, value: props.requestId }] : []),
            ]}
          />
          <ButtonRow>
            {waits && <Button href={props.currentPath}>{words.tryAgain}</Button>}
            <Button href={props.home ?? '/'} kind="plain">
              {words.home}
            </Button>
          </ButtonRow>
        </Card>
      </div>
    </Page>
  );
}

/** The code of an error that has none more exact. */
export const codeOf: Readonly<Record<ErrorStatus, string>> = {
  400: 'request.invalid',
  403: 'access.denied',
  404: 'page.not-found',
  409: 'request.conflict',
  413: 'request.too-large',
  500: 'server.error',
  503: 'database.unreachable',
};
