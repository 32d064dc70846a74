import type { VNode } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { Language } from '../../../../domain/text/index.ts';
import type { LineState } from './line.ts';
import { type GridWords, words } from './words.ts';

interface ToolbarProps {
  readonly language: Language;
  readonly counts: Readonly<Record<'waiting' | 'invalid' | 'conflict', number>>;
  readonly line: LineState;
  /** The last sentence about a deed. */
  readonly said: string;
  readonly isOpen: boolean;
  /** Absent where there is nothing to change. */
  readonly undo?: ((way: 'back' | 'forth') => void) | undefined;
  readonly details: () => void;
}

/** What waits and what is wrong, in one line; and what a phone has no keys for. */
export function Toolbar({ language, counts, line, said, isOpen, undo, details }: ToolbarProps): VNode {
  const text = words[language];
  const state =
    undo || Object.values(counts).some((count) => count > 0) ? [statusOf(counts, line, text)] : [];
  return (
    <>
      <div class="button-row">
        {undo && (
          <>
            <button type="button" class="button plain" onClick={() => undo('back')}>
              {text.undo}
            </button>
            <button type="button" class="button plain" onClick={() => undo('forth')}>
              {text.redo}
            </button>
          </>
        )}
        <button type="button" class="button plain" aria-expanded={isOpen} onClick={details}>
          {text.details}
        </button>
      </div>
      <Status text={[...state, ...(said === '' ? [] : [said])].join('. ')} />
      <details class="keys">
        <summary>{text.keysTitle}</summary>
        <dl class="small">
          {text.keys.map(([key, what]) => (
            <div key={key}>
              <dt>{key}</dt>
              <dd>{what}</dd>
            </div>
          ))}
        </dl>
      </details>
    </>
  );
}

function statusOf(counts: ToolbarProps['counts'], line: LineState, { status }: GridWords): string {
  const parts = (['waiting', 'invalid', 'conflict'] as const)
    .filter((kind) => counts[kind] > 0)
    .map((kind) => status[kind](counts[kind]));
  const { broken, signed_out, rejected } = {
    broken: status.broken,
    signed_out: status.signedOut,
    rejected: status.rejected,
  };
  if (line !== 'works' && counts.waiting > 0) parts.push({ broken, signed_out, rejected }[line]);
  return parts.length === 0 ? status.allSaved : parts.join(' · ');
}

/** Read out when typing pauses, not at every cell. */
function Status({ text }: { readonly text: string }): VNode {
  const [spoken, speak] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => speak(text), 800);
    return () => clearTimeout(timer);
  }, [text]);
  return (
    <>
      <p class="grid-status" aria-hidden="true">
        {text}
      </p>
      <p class="visually-hidden" role="status">
        {spoken}
      </p>
    </>
  );
}
