import type { VNode } from 'preact';
import type { Language } from '../../../ui/language.ts';
import { messages } from '../messages.ts';
import type { SourceLine } from '../source-lines.ts';

/** The original text, line by line; each stretch says in a word what it became, and its colour repeats the word. */
export function SourcePane(props: {
  readonly language: Language;
  readonly lines: readonly SourceLine[];
}): VNode {
  const { language, lines } = props;
  const words = messages[language];
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable with the keyboard.
    <section class="source-pane" id="ban-goc" aria-label={words.reading.sourceLines} tabIndex={0}>
      <ol class="source-lines" lang="vi">
        {lines.map(({ number, text, use }, place) => (
          <li key={number} id={`dong-${number}`} class={`use-${use}`}>
            <span class="at">{number}</span>
            {lines[place - 1]?.use !== use && (
              <span class="use" lang={language}>
                {words.lineUses[use]}
              </span>
            )}{' '}
            {text}
          </li>
        ))}
      </ol>
    </section>
  );
}
