import type { VNode } from 'preact';
import type { Language } from '../language.ts';
import { messages } from '../messages.ts';

export interface FieldError {
  /** The id of the field at fault; absent for a fault of the whole form. */
  readonly field?: string | undefined;
  /** The same words as at the field: what is wrong and what to do. */
  readonly message: string;
}

/**
 * All faults of a form, above it. `Page` shows it from `errorSummary`; use it by hand only where a part of a page is a
 * form of its own. Not for news or success: that is a `Note`.
 */
export function ErrorSummary(props: {
  readonly language: Language;
  readonly errors: readonly FieldError[];
}): VNode {
  return (
    // biome-ignore lint/a11y/noAutofocus: after a failed sending, reading goes on at the faults, also without a script.
    <div class="error-summary" role="alert" tabIndex={-1} autoFocus>
      <h2>{messages[props.language].errorSummary}</h2>
      <ul>
        {props.errors.map(({ field, message }) => (
          <li key={`${field} ${message}`}>
            {field === undefined ? message : <a href={`#${field}`}>{message}</a>}
          </li>
        ))}
      </ul>
    </div>
  );
}
