import type { ComponentChildren, VNode } from 'preact';
import type { Language } from '../language.ts';
import { messages } from '../messages.ts';

export interface ConflictNoticeProps {
  readonly language: Language;
  /** The figure that two people changed. */
  readonly label: string;
  /** Both values as people read them. */
  readonly yours: string;
  /** Who sent it and when, where that need not be who reads this; their own unless given. */
  readonly sentBy?: string;
  readonly stored: string;
  readonly storedBy: string;
  readonly storedAt: string;
  /** The ways out: keep the stored value, or save one's own over it. */
  readonly children?: ComponentChildren;
}

/** Two people saved the same thing: both values side by side, nothing lost. One notice for each figure concerned. */
export function ConflictNotice(props: ConflictNoticeProps): VNode {
  const { sent, ...own } = messages[props.language].conflict;
  const words = props.sentBy === undefined ? own : { ...own, ...sent };
  return (
    <div class="conflict" role="alert">
      <h2>{words.title}</h2>
      <p>
        <b>{props.label}.</b> {words.explanation}
      </p>
      <dl>
        <div>
          <dt>{words.yours}</dt>
          <dd class="value">{props.yours}</dd>
          {props.sentBy !== undefined && <dd class="small muted">{props.sentBy}</dd>}
        </div>
        <div>
          <dt>{words.stored}</dt>
          <dd class="value">{props.stored}</dd>
          <dd class="small muted">{words.storedBy(props.storedBy, props.storedAt)}</dd>
        </div>
      </dl>
      {props.children}
    </div>
  );
}
