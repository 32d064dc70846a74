import type { VNode } from 'preact';
import { formatInstant } from '../../../domain/text/index.ts';
import type { PersonActor } from '../../../platform/database/index.ts';
import { Button } from '../../../ui/components/Button.tsx';
import { ButtonRow } from '../../../ui/components/ButtonRow.tsx';
import { Card } from '../../../ui/components/Card.tsx';
import { Field } from '../../../ui/components/Field.tsx';
import { Note } from '../../../ui/components/Note.tsx';
import { SummaryList } from '../../../ui/components/SummaryList.tsx';
import { Table } from '../../../ui/components/Table.tsx';
import type { Language } from '../../../ui/language.ts';
import { deviceOf } from '../device.ts';
import { messages } from '../messages.ts';
import type { OpenSession } from '../queries.ts';
import type { FieldFaults } from '../schema.ts';
import { type Frame, faultsInWords, PeoplePage } from './frame.tsx';
import { RoleList } from './RoleList.tsx';

export interface AccountPageProps {
  readonly frame: Frame;
  readonly actor: PersonActor;
  readonly username: string;
  /** The own address for reminders as stored, or as typed when it is wrong; empty for none. */
  readonly email: string;
  readonly faults: FieldFaults;
  readonly sessions: readonly OpenSession[];
  /** The session of this request. */
  readonly token: string;
  readonly notice: 'passwordChanged' | 'emailChanged' | undefined;
}

/** The own account: who one is here, and where one is signed in. */
export function AccountPage({
  frame,
  actor,
  username,
  email,
  faults,
  sessions,
  token,
  notice,
}: AccountPageProps): VNode {
  const { language } = frame;
  const words = messages[language];
  const { summary, at } = faultsInWords(faults, language);
  return (
    <PeoplePage
      frame={frame}
      title={words.account.title}
      wide
      errors={summary}
      others={
        <>
          <Email language={language} email={email} error={at('thu_dien_tu')} />
          <Sessions language={language} sessions={sessions} token={token} />
        </>
      }
    >
      {notice && (
        <Note kind="go" announced>
          <p>{words.account[notice]}</p>
        </Note>
      )}
      <SummaryList
        rows={[
          { term: words.fields.name, value: actor.name },
          { term: words.fields.username, value: username },
          { term: words.fields.unit, value: actor.unit.fullName },
          {
            term: words.fields.roles,
            value: <RoleList memberships={actor.memberships} language={language} />,
          },
        ]}
      />
      <ButtonRow>
        <Button href="/doi-mat-khau" kind="plain">
          {words.account.changePassword}
        </Button>
      </ButtonRow>
    </PeoplePage>
  );
}

function Email(props: {
  readonly language: Language;
  readonly email: string;
  readonly error: string | undefined;
}): VNode {
  const words = messages[props.language].account;
  return (
    <Card title={words.reminders} id="nhac-viec">
      <form method="post" action="/tai-khoan/thu-dien-tu" noValidate>
        <Field
          id="thu_dien_tu"
          label={words.email}
          hint={words.emailHint}
          value={props.email}
          error={props.error}
          autocomplete="email"
        />
        <ButtonRow>
          <Button kind="plain">{words.saveEmail}</Button>
        </ButtonRow>
      </form>
    </Card>
  );
}

function Sessions(props: {
  readonly language: Language;
  readonly sessions: readonly OpenSession[];
  readonly token: string;
}): VNode {
  const words = messages[props.language].account;
  return (
    <Card title={words.sessions} id="phien">
      <Table
        caption={words.sessions}
        captionHidden
        columns={[{ heading: words.device }, { heading: words.begun }, { heading: words.seen }]}
        rows={props.sessions.map((session) => [
          <>
            {deviceText(session.userAgent, props.language)}
            {session.token === props.token && <span class="muted"> · {words.thisSession}</span>}
          </>,
          formatInstant(session.begunAt),
          formatInstant(session.seenAt),
        ])}
      />
      <form method="post" action="/dang-xuat-moi-noi">
        <ButtonRow>
          <Button kind="plain">{words.signOutEverywhere}</Button>
        </ButtonRow>
        <p class="small muted">{words.signOutEverywhereHint}</p>
      </form>
    </Card>
  );
}

function deviceText(userAgent: string, language: Language): string {
  const words = messages[language].account;
  const device = deviceOf(userAgent);
  return device === null ? words.unknownDevice : words.onDevice(device.browser, device.system);
}
