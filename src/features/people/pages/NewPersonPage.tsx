import type { VNode } from 'preact';
import { Button } from '../../../ui/components/Button.tsx';
import { ButtonRow } from '../../../ui/components/ButtonRow.tsx';
import { messages } from '../messages.ts';
import type { FieldFaults } from '../schema.ts';
import { type Frame, faultsInWords, PeoplePage } from './frame.tsx';
import { PersonFields, type PersonFieldsProps } from './PersonFields.tsx';

export interface NewPersonPageProps extends Pick<PersonFieldsProps, 'values' | 'organisations' | 'roles'> {
  readonly frame: Frame;
  readonly faults: FieldFaults;
}

/** Creates an account. */
export function NewPersonPage({ frame, faults, ...fields }: NewPersonPageProps): VNode {
  const words = messages[frame.language];
  const { summary, at } = faultsInWords(faults, frame.language);
  return (
    <PeoplePage
      frame={frame}
      title={words.person.newTitle}
      breadcrumbs={[{ label: words.people.title, href: '/nguoi-dung' }, { label: words.person.newTitle }]}
      errors={summary}
      wide
    >
      <form method="post" action="/nguoi-dung/moi" novalidate>
        <PersonFields {...fields} language={frame.language} errorAt={at} withUsername />
        <ButtonRow>
          <Button>{words.person.create}</Button>
        </ButtonRow>
      </form>
    </PeoplePage>
  );
}
