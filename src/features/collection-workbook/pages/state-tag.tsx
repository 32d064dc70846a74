import type { VNode } from 'preact';
import { Tag, type TagKind } from '../../../ui/components/Tag.tsx';
import type { Language } from '../../../ui/language.ts';
import { messages } from '../messages.ts';
import type { ImportState } from '../model.ts';

const KINDS: Readonly<Record<ImportState, TagKind>> = {
  reading: 'info',
  matching: 'wait',
  seen: 'wait',
  storing: 'info',
  stored: 'go',
  failed: 'stop',
  withdrawn: 'plain',
};

/** How far an import is. */
export function StateTag({
  state,
  language,
}: {
  readonly state: ImportState;
  readonly language: Language;
}): VNode {
  return <Tag kind={KINDS[state]}>{messages[language].states[state]}</Tag>;
}
