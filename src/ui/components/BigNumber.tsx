import type { VNode } from 'preact';
import { formatNumber } from '../../domain/text/index.ts';
import type { Language } from '../language.ts';
import { messages } from '../messages.ts';

export interface BigNumberProps {
  readonly language: Language;
  /** Null while it is not known; shown as "…". */
  readonly value: number | null;
  readonly maximum: number;
}

/** The one number that a page is about, of its maximum. One on a page; other numbers stay in the text. */
export function BigNumber({ language, value, maximum }: BigNumberProps): VNode {
  const words = messages[language];
  return (
    <p class="big-number">
      {value === null ? (
        <>
          <span aria-hidden="true">…</span>
          <span class="visually-hidden">{words.task.notYetScored}</span>
        </>
      ) : (
        formatNumber(value, language)
      )}{' '}
      <span class="of">
        <span aria-hidden="true">/ </span>
        <span class="visually-hidden">{words.outOf} </span>
        {formatNumber(maximum, language)}
      </span>
    </p>
  );
}
