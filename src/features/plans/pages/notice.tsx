import type { ComponentChildren, VNode } from 'preact';
import { formatNumber } from '../../../domain/text/index.ts';
import { Button } from '../../../ui/components/Button.tsx';
import { Details } from '../../../ui/components/Details.tsx';
import { Note } from '../../../ui/components/Note.tsx';
import type { Language } from '../../../ui/language.ts';
import { messages } from '../messages.ts';
import type { PlanFile } from '../queries.ts';

/** The answer to what the person has just done. */
export function Done({ children }: { readonly children: ComponentChildren }): VNode | null {
  if (!children) return null;
  return (
    <Note kind="go" announced>
      <p>{children}</p>
    </Note>
  );
}

/** A deed that cannot be undone: folded away, with what it does in words, and its button. */
export function RemoveForm(props: {
  readonly action: string;
  readonly label: string;
  readonly hint: string;
}): VNode {
  return (
    <Details summary={props.label}>
      <p>{props.hint}</p>
      <form method="post" action={props.action}>
        <Button kind="danger">{props.label}</Button>
      </form>
    </Details>
  );
}

/** Name, size and hash of a kept file. */
export function FileFacts(props: {
  readonly file: PlanFile;
  readonly href: string;
  readonly language: Language;
}): VNode {
  const words = messages[props.language].file;
  return (
    <>
      <a href={props.href}>{props.file.name}</a>{' '}
      <span class="small muted">
        {words.size(formatNumber(Math.ceil(props.file.size / 1000), props.language))}
      </span>
      <div class="small muted">
        {words.sha} <code class="hash">{props.file.sha256}</code>
      </div>
    </>
  );
}
