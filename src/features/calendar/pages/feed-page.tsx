import type { ComponentChildren, VNode } from 'preact';
import { formatInstant } from '../../../domain/text/index.ts';
import { Button } from '../../../ui/components/Button.tsx';
import { ButtonRow } from '../../../ui/components/ButtonRow.tsx';
import { Card } from '../../../ui/components/Card.tsx';
import { Note } from '../../../ui/components/Note.tsx';
import { Page } from '../../../ui/page.tsx';
import type { WorkFrame } from '../../territory/index.ts';
import { messages } from '../messages.ts';
import { ownFeedPath, revokeFeedPath } from '../paths.ts';

/** A page of the own account needs its banner itself: it belongs to no unit's work. */
export interface FeedFrame extends WorkFrame {
  readonly banner: string | undefined;
}

function OwnPage(props: {
  readonly frame: FeedFrame;
  readonly title: string;
  readonly isBelow: boolean;
  readonly others?: ComponentChildren;
  readonly children: ComponentChildren;
}): VNode {
  const words = messages[props.frame.language].feed;
  return (
    <Page
      {...props.frame}
      title={props.title}
      breadcrumbs={[
        { label: words.account, href: '/tai-khoan' },
        props.isBelow ? { label: words.crumb, href: ownFeedPath } : { label: words.crumb },
        ...(props.isBelow ? [{ label: props.title }] : []),
      ]}
    >
      <div class="narrow">
        <Card>
          <h1>{props.title}</h1>
          {props.children}
        </Card>
        {props.others}
      </div>
    </Page>
  );
}

export interface FeedPageProps {
  readonly frame: FeedFrame;
  /** When the address in use was made; null where there is none. */
  readonly madeAt: Date | null;
  readonly revoked: boolean;
}

/** The own calendar feed: whether there is one, and the ways to get, change and revoke its address. */
export function FeedPage({ frame, madeAt, revoked }: FeedPageProps): VNode {
  const words = messages[frame.language].feed;
  return (
    <OwnPage
      frame={frame}
      title={words.title}
      isBelow={false}
      others={
        madeAt !== null && (
          <Card title={words.revoke} id="thu-hoi">
            <p>{words.revokeHint}</p>
            <form method="post" action={revokeFeedPath}>
              <ButtonRow>
                <Button kind="danger">{words.revoke}</Button>
              </ButtonRow>
            </form>
          </Card>
        )
      }
    >
      {revoked && (
        <Note kind="go" announced>
          <p>{words.revoked}</p>
        </Note>
      )}
      <p>{words.intro}</p>
      <Note kind="wait">
        <p>{words.secret}</p>
      </Note>
      <p>{madeAt === null ? words.none : words.inUse(formatInstant(madeAt))}</p>
      <form method="post" action={ownFeedPath}>
        <ButtonRow>
          <Button>{madeAt === null ? words.make : words.renew}</Button>
        </ButtonRow>
        {madeAt !== null && <p class="small muted">{words.renewHint}</p>}
      </form>
    </OwnPage>
  );
}

/** The new address, shown this once. */
export function NewFeedPage({
  frame,
  address,
}: {
  readonly frame: FeedFrame;
  readonly address: string;
}): VNode {
  const words = messages[frame.language].feed;
  return (
    <OwnPage frame={frame} title={words.madeTitle} isBelow>
      <Note kind="wait" announced>
        <p>{words.once}</p>
      </Note>
      <h2>{words.address}</h2>
      <p class="address-to-copy">
        <code translate={false}>{address}</code>
      </p>
      <p>{words.secret}</p>
      <h2>{words.how}</h2>
      <ol>
        {words.howSteps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      <ButtonRow>
        <Button href={ownFeedPath} kind="plain">
          {words.back}
        </Button>
      </ButtonRow>
    </OwnPage>
  );
}
