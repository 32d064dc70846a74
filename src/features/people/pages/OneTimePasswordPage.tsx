import type { VNode } from 'preact';
import { Button } from '../../../ui/components/Button.tsx';
import { ButtonRow } from '../../../ui/components/ButtonRow.tsx';
import { Note } from '../../../ui/components/Note.tsx';
import { SummaryList } from '../../../ui/components/SummaryList.tsx';
import { messages } from '../messages.ts';
import { type Frame, PeoplePage } from './frame.tsx';

export interface OneTimePasswordPageProps {
  readonly frame: Frame;
  readonly occasion: 'created' | 'reset';
  readonly name: string;
  readonly username: string;
  readonly oneTimePassword: string;
}

/** Shows a one-time password, this once. */
export function OneTimePasswordPage(props: OneTimePasswordPageProps): VNode {
  const words = messages[props.frame.language];
  const title = props.occasion === 'created' ? words.person.createdTitle : words.person.resetTitle;
  return (
    <PeoplePage
      frame={props.frame}
      title={title}
      breadcrumbs={[{ label: words.people.title, href: '/nguoi-dung' }, { label: title }]}
    >
      <Note kind="wait">
        <p>{words.person.oneTimeNotice}</p>
      </Note>
      <SummaryList
        rows={[
          { term: words.fields.name, value: props.name },
          { term: words.fields.username, value: <strong>{props.username}</strong> },
          {
            term: words.person.oneTimePassword,
            value: (
              <strong>
                <code translate={false}>{props.oneTimePassword}</code>
              </strong>
            ),
          },
        ]}
      />
      <ButtonRow>
        <Button href="/nguoi-dung">{words.person.backToList}</Button>
        <Button href="/nguoi-dung/moi" kind="plain">
          {words.person.addAnother}
        </Button>
      </ButtonRow>
    </PeoplePage>
  );
}
