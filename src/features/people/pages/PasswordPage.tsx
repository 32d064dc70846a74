import type { VNode } from 'preact';
import { PASSWORD_LENGTH } from '../../../platform/identity/index.ts';
import { Button } from '../../../ui/components/Button.tsx';
import { ButtonRow } from '../../../ui/components/ButtonRow.tsx';
import { Field } from '../../../ui/components/Field.tsx';
import { Note } from '../../../ui/components/Note.tsx';
import { messages } from '../messages.ts';
import type { FieldFaults } from '../schema.ts';
import { type Frame, faultsInWords, PeoplePage } from './frame.tsx';

export interface PasswordPageProps {
  readonly frame: Frame;
  readonly username: string;
  readonly mustChange: boolean;
  readonly faults: FieldFaults;
  readonly lockedForMinutes: number | null;
}

/** Changes the own password; the first page of a new person. */
export function PasswordPage({
  frame,
  username,
  mustChange,
  faults,
  lockedForMinutes,
}: PasswordPageProps): VNode {
  const words = messages[frame.language];
  const { summary, at } = faultsInWords(faults, frame.language);
  const locked =
    lockedForMinutes === null
      ? undefined
      : { field: 'mat_khau_hien_tai', message: words.signIn.locked(String(lockedForMinutes)) };
  return (
    <PeoplePage
      frame={frame}
      title={words.password.title}
      errors={locked ? [locked] : summary}
      {...(mustChange
        ? {}
        : {
            breadcrumbs: [
              { label: words.account.title, href: '/tai-khoan' },
              { label: words.password.title },
            ],
          })}
    >
      {mustChange && (
        <Note kind="wait">
          <p>{words.password.mustChange}</p>
        </Note>
      )}
      <form method="post" action="/doi-mat-khau" novalidate>
        {/* Tells the browser's password store whose password this is. */}
        <input type="hidden" name="username" value={username} autocomplete="username" />
        <Field
          id="mat_khau_hien_tai"
          kind="password"
          label={words.password.current}
          autocomplete="current-password"
          error={locked?.message ?? at('mat_khau_hien_tai')}
          required
        />
        <Field
          id="mat_khau_moi"
          kind="password"
          label={words.password.next}
          hint={words.password.nextHint(String(PASSWORD_LENGTH.minimum))}
          autocomplete="new-password"
          error={at('mat_khau_moi')}
          required
        />
        <Field
          id="nhap_lai"
          kind="password"
          label={words.password.again}
          autocomplete="new-password"
          error={at('nhap_lai')}
          required
        />
        <p class="small muted">{words.password.otherSessionsEnd}</p>
        <ButtonRow>
          <Button>{words.password.submit}</Button>
        </ButtonRow>
      </form>
    </PeoplePage>
  );
}
