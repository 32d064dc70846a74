import type { VNode } from 'preact';
import { Button } from '../../../ui/components/Button.tsx';
import { ButtonRow } from '../../../ui/components/ButtonRow.tsx';
import { Card } from '../../../ui/components/Card.tsx';
import { Columns } from '../../../ui/components/Columns.tsx';
import { Note } from '../../../ui/components/Note.tsx';
import { SummaryList } from '../../../ui/components/SummaryList.tsx';
import { messages } from '../messages.ts';
import type { Person } from '../queries.ts';
import type { FieldFaults } from '../schema.ts';
import { type Frame, faultsInWords, PeoplePage } from './frame.tsx';
import { PersonFields, type PersonFieldsProps } from './PersonFields.tsx';
import { PersonState } from './PersonState.tsx';

/** What the page answers to the deed just done. */
export type PersonNotice = 'saved' | 'disabled' | 'enabled';

export interface PersonPageProps extends Pick<PersonFieldsProps, 'values' | 'organisations' | 'roles'> {
  readonly frame: Frame;
  readonly person: Person;
  /** Nobody disables themselves or resets their own password. */
  readonly isSelf: boolean;
  readonly faults: FieldFaults;
  readonly refusal?: 'oneself' | 'lastAdministrator' | undefined;
  readonly notice?: PersonNotice | undefined;
}

/** One account: name and roles, a new password, closing and opening. */
export function PersonPage(props: PersonPageProps): VNode {
  const { frame, person } = props;
  const { language } = frame;
  const words = messages[language];
  const { summary, at } = faultsInWords(props.faults, language);
  const refusal = props.refusal && [{ message: words.person.faults[props.refusal] }];
  return (
    <PeoplePage
      frame={frame}
      title={person.name}
      breadcrumbs={[{ label: words.people.title, href: '/nguoi-dung' }, { label: person.name }]}
      errors={refusal ?? summary}
      wide
      others={props.isSelf ? null : <Deeds person={person} language={language} />}
    >
      {props.notice && (
        <Note kind="go" announced>
          <p>{words.person[props.notice]}</p>
        </Note>
      )}
      <SummaryList
        rows={[
          { term: words.fields.username, value: person.username },
          { term: words.fields.state, value: <PersonState person={person} language={language} /> },
        ]}
      />
      <form method="post" action={`/nguoi-dung/${person.id}`} novalidate>
        <PersonFields
          language={language}
          values={props.values}
          organisations={props.organisations}
          roles={props.roles}
          errorAt={at}
          withUsername={false}
        />
        <ButtonRow>
          <Button>{words.person.save}</Button>
        </ButtonRow>
      </form>
      {props.isSelf && (
        <p>
          <a href="/tai-khoan">{words.person.ownAccount}</a>
        </p>
      )}
    </PeoplePage>
  );
}

function Deeds({ person, language }: { person: Person; language: Frame['language'] }): VNode {
  const words = messages[language].person;
  const isDisabled = person.disabledAt !== null;
  return (
    <Columns layout="two">
      <Card title={words.resetHeading} id="cap-mat-khau">
        <p>{words.resetExplanation}</p>
        <form method="post" action={`/nguoi-dung/${person.id}/mat-khau`}>
          <ButtonRow>
            <Button kind="plain">{words.reset}</Button>
          </ButtonRow>
        </form>
      </Card>
      <Card title={isDisabled ? words.enableHeading : words.disableHeading} id="khoa-mo">
        <p>{isDisabled ? words.enableExplanation : words.disableExplanation}</p>
        <form method="post" action={`/nguoi-dung/${person.id}/${isDisabled ? 'mo' : 'khoa'}`}>
          <ButtonRow>
            <Button kind="plain">{isDisabled ? words.enable : words.disable}</Button>
          </ButtonRow>
        </form>
      </Card>
    </Columns>
  );
}
