import type { ComponentChildren, VNode } from 'preact';
import { Button } from '../../../ui/components/Button.tsx';
import { ButtonRow } from '../../../ui/components/ButtonRow.tsx';
import { Field } from '../../../ui/components/Field.tsx';
import { Note } from '../../../ui/components/Note.tsx';
import { messages } from '../messages.ts';
import type { FieldFaults } from '../schema.ts';
import { type Frame, faultsInWords, PeoplePage } from './frame.tsx';

export interface SignInPageProps {
  readonly frame: Frame;
  /** As typed; the password never comes back. */
  readonly username: string;
  /** Where to go afterwards, a path of this site. */
  readonly next: string;
  readonly faults: FieldFaults;
  /** What was wrong with the attempt as a whole. */
  readonly refusal?: { readonly lockedForMinutes: number | null } | undefined;
  readonly notice?: 'sessionOver' | 'signedOut' | undefined;
  /** Stands below the form. */
  readonly note?: ComponentChildren;
}

/** Name and password; the same words whatever was wrong with them. */
export function SignInPage(props: SignInPageProps): VNode {
  const { language } = props.frame;
  const words = messages[language];
  const { summary, at } = faultsInWords(props.faults, language);
  const refusal = props.refusal && {
    field: 'ten_dang_nhap',
    message:
      props.refusal.lockedForMinutes === null
        ? words.signIn.refused
        : words.signIn.locked(String(props.refusal.lockedForMinutes)),
  };
  return (
    <PeoplePage frame={props.frame} title={words.signIn.title} errors={refusal ? [refusal] : summary}>
      {props.notice && (
        <Note kind={props.notice === 'sessionOver' ? 'wait' : 'go'} announced>
          <p>{words.signIn[props.notice]}</p>
        </Note>
      )}
      <form method="post" action="/dang-nhap" novalidate>
        <input type="hidden" name="tiep" value={props.next} />
        <Field
          id="ten_dang_nhap"
          label={words.fields.username}
          value={props.username}
          autocomplete="username"
          error={refusal?.message ?? at('ten_dang_nhap')}
          required
        />
        <Field
          id="mat_khau"
          kind="password"
          label={words.fields.password}
          autocomplete="current-password"
          error={at('mat_khau')}
          required
        />
        <ButtonRow>
          <Button>{words.signIn.submit}</Button>
        </ButtonRow>
      </form>
      <p class="small muted">{words.signIn.help}</p>
      {props.note}
    </PeoplePage>
  );
}
